package org.cognito4j.jakarta.access;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Lets only callers through whose token holds a scope: {@code @RequiresScope("orders.read")}, on a bean's method or on its
 * class. The most specific declaration decides, for beans and JAX-RS resources alike:
 *
 * <ol>
 *   <li>one on the method itself;
 *   <li>one on the method that it overrides or implements, the nearest one first;
 *   <li>one on the class of the object;
 *   <li>one on the classes and interfaces that the class inherits from, the nearest one first.
 * </ol>
 *
 * <p>Where two are equally specific, as those on the same method of a superclass and of an interface that this does not
 * implement, the caller needs both. An annotation that has this one, as a stereotype does, or that has it by another annotation,
 * counts as this one; several of those on one element count all.
 *
 * <p>Works on everything that CDI interceptors work on, without anything in {@code beans.xml}, and on JAX-RS resources whether or
 * not they are beans. Where it could protect nothing, as on a servlet or a private method, it ends the deployment. Anonymous callers are
 * answered with 401, callers without the scope with 403 and the scope, by way of {@link AccessRefused}. As with all
 * interceptors, a bean's calls of its own methods are not checked. Outside of an HTTP request there is no caller to check
 * and the call fails with an {@link IllegalStateException}.
 */
@Documented
@Inherited
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface RequiresScope {

    /**
     * The scopes.
     *
     * @return at least one; whole, or without the resource server's identifier if one is set
     */
    @Nonbinding
    String[] value();

    /**
     * Whether one of the scopes is not enough.
     *
     * @return true if the token has to hold all of them; false, the default, if any one will do
     */
    @Nonbinding
    boolean all() default false;
}
