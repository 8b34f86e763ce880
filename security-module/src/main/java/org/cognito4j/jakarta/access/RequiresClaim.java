package org.cognito4j.jakarta.access;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Lets only callers through whose token has a claim with a certain value, on a method or on its class:
 *
 * <ul>
 *   <li>{@code @RequiresClaim(name = "tier", value = {"gold", "silver"})}: the claim is one of the values;
 *   <li>{@code @RequiresClaim(name = "tenant", path = "tenantId")}: the claim is the value of a path parameter, on methods and classes
 *       of JAX-RS resources alone;
 *   <li>{@code @RequiresClaim(name = "tenant")}: the claim has any value.
 * </ul>
 *
 * <p>Texts are compared exactly, numbers and booleans by their JSON text, of an array one element is enough; an object and null
 * equal nothing. A path parameter is compared after it has been decoded, and every value of it has to be one of the claim's. Several
 * of these on one element have all to hold, and {@link RequiresScope} and {@code @RolesAllowed} besides.
 *
 * <p>For each claim the most specific declaration decides, in the order of {@link RequiresScope}: one on a method replaces those of its class
 * for the same claim, and leaves those for other claims. Annotations that have this one count as it does.
 *
 * <p>Works wherever {@link RequiresScope} does, and ends the deployment where that does. It also ends the deployment with {@code path} on what is
 * no method of a JAX-RS resource, with a path parameter that the template does not have, with both {@code path} and {@code value}, and
 * with a blank name or value. Anonymous callers are answered with 401, others with 403, in which no claim is named.
 */
@Documented
@Inherited
@Repeatable(RequiresClaim.Repeated.class)
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface RequiresClaim {

    /**
     * The name of the claim.
     *
     * @return not blank; compared exactly
     */
    String name();

    /**
     * The values of which the claim has to hold one.
     *
     * @return none, the default, if any value or that of a path parameter is meant; {@code *} alone stands for any value but null and
     *     an empty text, array or object
     */
    String[] value() default {};

    /**
     * The path parameter that the claim has to equal: the name of a variable of the {@code @Path} template of the method, of its class or
     * of a locator that leads to it.
     *
     * @return empty, the default, if no path parameter is meant
     */
    String path() default "";

    /** Several on one element. Made by the compiler. */
    @Documented
    @Inherited
    @Retention(RetentionPolicy.RUNTIME)
    @Target({ElementType.TYPE, ElementType.METHOD})
    @interface Repeated {

        /**
         * The annotations.
         *
         * @return all of which have to hold
         */
        RequiresClaim[] value();
    }
}
