package org.cognito4j.localpool.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Runs a {@link org.cognito4j.localpool.LocalPool} beside the tests of a class, from before the first until after the last, and
 * hands it to parameters of test methods, lifecycle methods and constructors:
 *
 * <ul>
 *   <li>{@link org.cognito4j.localpool.LocalPool}: the pool
 *   <li>{@link org.cognito4j.localpool.LocalCognito}: its server
 *   <li>{@link org.cognito4j.localpool.TestTokens}: tokens of its first app client
 * </ul>
 *
 * <p>Nested classes share the pool of the class around them. In an Arquillian test the deployment is configured for the pool,
 * too: its {@code microprofile-config.properties} gets the keys {@code cognito.user-pool-id}, {@code cognito.client-ids},
 * {@code cognito.issuers}, {@code cognito.jwks-uri} and {@code cognito.allow-loopback-http}. Such a test must run as a client.
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(LocalPoolExtension.class)
public @interface WithLocalPool {

    /**
     * The scopes of the pool's only app client, {@code machine}, as {@code <resource server>/<scope>}; without effect if there
     * is a {@link #definition()}.
     *
     * @return the scopes
     */
    String[] scopes() default {};

    /**
     * The definition of the pool: a YAML file on the class path, looked for beside the test class and, if it begins with a
     * slash, from the root.
     *
     * @return the name of the resource, empty for a pool made of {@link #scopes()}
     */
    String definition() default "";
}
