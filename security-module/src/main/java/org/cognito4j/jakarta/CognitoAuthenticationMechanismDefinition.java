package org.cognito4j.jakarta;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Protects the application with {@link CognitoAuthenticationMechanism}, and gives its settings the application's own
 * defaults: what the environment or {@code web.xml} says under the same key comes first. Stands on any class of the
 * application that CDI discovers, for example the JAX-RS application class; at most once.
 *
 * <p>It can be left out where no other mechanism is defined: having the module in the application is enough then.
 *
 * <p>Every text may hold Jakarta Expression Language, {@code "#{settings.poolId}"}, evaluated once, at deployment. A text
 * that is empty sets nothing. Lists are separated by commas, or given as several elements.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface CognitoAuthenticationMechanismDefinition {

    /**
     * The trusted user pool: {@code cognito.user-pool-id}.
     *
     * @return for example {@code eu-west-1_AbCdEfGhI}
     */
    String userPoolId() default "";

    /**
     * The app clients whose tokens are accepted: {@code cognito.client-ids}.
     *
     * @return client ids, or {@code *} for every client of the pool
     */
    String[] clientIds() default {};

    /**
     * Whose tokens are accepted: {@code cognito.callers}.
     *
     * @return {@code machines}, {@code users} or {@code both}
     */
    String callers() default "";

    /**
     * The value that {@code aud} has to hold: {@code cognito.audience}.
     *
     * @return an exact value
     */
    String audience() default "";

    /**
     * The resource server that this application is: {@code cognito.resource-server}.
     *
     * @return its identifier in the user pool
     */
    String resourceServer() default "";

    /**
     * The roles that scopes give: {@code cognito.roles."<role>"}.
     *
     * @return one element for each role; without any, roles are derived from the scopes
     */
    ScopeRole[] roles() default {};

    /**
     * The protection space that challenges name: {@code cognito.realm}.
     *
     * @return printable ASCII without quotes
     */
    String realm() default "";

    /**
     * By how much clocks may differ: {@code cognito.clock-skew}.
     *
     * @return an ISO-8601 duration, at most {@code PT5M}
     */
    String clockSkew() default "";

    /**
     * What is set for single app clients: {@code cognito.clients."<id>"}.
     *
     * @return one element for each client that has anything set
     */
    AppClient[] clients() default {};

    /** An app client and what is set for it alone. */
    @Documented
    @Retention(RetentionPolicy.RUNTIME)
    @Target({})
    @interface AppClient {

        /**
         * The client's id.
         *
         * @return one of {@link #clientIds()}, or any where these are {@code *}
         */
        String id();

        /**
         * How people call it.
         *
         * @return a name for logs and pages
         */
        String name() default "";

        /**
         * The only roles that it may have.
         *
         * @return roles of the mapping; without any, all that its scopes give
         */
        String[] roles() default {};

        /**
         * Whether its tokens are refused.
         *
         * @return {@code true} or {@code false}
         */
        String denied() default "";
    }

    /** A role and the scopes that give it. */
    @Documented
    @Retention(RetentionPolicy.RUNTIME)
    @Target({})
    @interface ScopeRole {

        /**
         * The role.
         *
         * @return not empty, {@code *} or {@code **}
         */
        String role();

        /**
         * The scopes, any one of which gives the role.
         *
         * @return whole scopes, or without the resource server's identifier if one is set
         */
        String[] scopes();
    }
}
