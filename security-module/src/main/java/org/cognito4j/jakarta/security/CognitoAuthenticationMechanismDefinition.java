package org.cognito4j.jakarta.security;

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
     * The values of which {@code aud} has to hold at least one: {@code cognito.audience}.
     *
     * @return exact values, separated by commas
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

    /**
     * Where the module authenticates callers for the container: {@code cognito.paths}.
     *
     * @return {@code /*}, prefixes like {@code /api/*} and exact paths
     */
    String[] paths() default {};

    /**
     * The paths under which every request needs an acceptable token: {@code cognito.require-token}.
     *
     * @return {@code /*}, prefixes like {@code /api/*} and exact paths
     */
    String[] requireToken() default {};

    /**
     * The origins whose scripts may call the API: {@code cognito.cors.allowed-origins}.
     *
     * @return origins like {@code https://app.example.com}, or {@code *} alone
     */
    String[] corsAllowedOrigins() default {};

    /**
     * The place of {@code CognitoIdentityStore} among identity stores: {@code cognito.identity-store-priority}.
     *
     * @return a whole number; stores with a lower one are asked before
     */
    String identityStorePriority() default "";

    /**
     * Whether groups that other identity stores give a caller are roles too: {@code cognito.store-groups-as-roles}.
     *
     * @return {@code true} or {@code false}
     */
    String storeGroupsAsRoles() default "";

    /**
     * What happens at the start to roles that no caller can get, or that nothing asks for: {@code cognito.audit}.
     *
     * @return {@code warn}, {@code strict} or {@code off}
     */
    String audit() default "";

    /**
     * What happens to a deployment with security annotations that protect nothing: {@code cognito.misplaced-annotations}.
     *
     * @return {@code fail} or {@code warn}
     */
    String misplacedAnnotations() default "";

    /**
     * What happens to calls of JAX-RS resource methods without a security annotation: {@code cognito.unannotated}.
     *
     * @return {@code allow} or {@code deny}
     */
    String unannotated() default "";

    /**
     * Whether a user's groups are roles too: {@code cognito.groups-as-roles}.
     *
     * @return {@code true} or {@code false}
     */
    String groupsAsRoles() default "";

    /**
     * The longest time from {@code iat} to {@code exp}: {@code cognito.max-token-lifetime}.
     *
     * @return an ISO-8601 duration
     */
    String maxTokenLifetime() default "";

    /**
     * The longest token that is looked at: {@code cognito.max-token-size}.
     *
     * @return a number of characters
     */
    String maxTokenSize() default "";

    /**
     * How many acceptable tokens of a pool are remembered: {@code cognito.verdict-cache-size}.
     *
     * @return a number of tokens, 0 for none
     */
    String verdictCacheSize() default "";

    /**
     * The accepted values of {@code iss}: {@code cognito.issuers}.
     *
     * @return without any, those of the pool
     */
    String[] issuers() default {};

    /**
     * Where the keys are published: {@code cognito.jwks-uri}.
     *
     * @return addresses, tried in their order; without any, the pool's
     */
    String[] jwksUri() default {};

    /**
     * Further regions of a multi-Region pool: {@code cognito.replica-regions}.
     *
     * @return regions, asked for the keys where the pool's own fails
     */
    String[] replicaRegions() default {};

    /**
     * A key set used until the first fetch: {@code cognito.jwks-file}.
     *
     * @return a path, or {@code classpath:} and a resource
     */
    String jwksFile() default "";

    /**
     * How old the key set of {@code cognito.jwks-file} may become: {@code cognito.jwks-file-max-age}.
     *
     * @return an ISO-8601 duration
     */
    String jwksFileMaxAge() default "";

    /**
     * Whether to reach the pool through its region's FIPS endpoint: {@code cognito.fips}.
     *
     * @return {@code true} or {@code false}
     */
    String fips() default "";

    /**
     * Whether a security provider of the JVM checks signatures: {@code cognito.signature-by-provider}.
     *
     * @return {@code true} or {@code false}
     */
    String signatureByProvider() default "";

    /**
     * Whether plain {@code http} to this machine is permitted: {@code cognito.allow-loopback-http}.
     *
     * @return {@code true} or {@code false}
     */
    String allowLoopbackHttp() default "";

    /**
     * The longest that a withdrawn key lives on: {@code cognito.jwks.refresh-interval}.
     *
     * @return an ISO-8601 duration
     */
    String jwksRefreshInterval() default "";

    /**
     * How long the last keys are used while no newer ones can be had: {@code cognito.jwks.stale-for}.
     *
     * @return an ISO-8601 duration
     */
    String jwksStaleFor() default "";

    /**
     * How long one fetch of the keys may take in all: {@code cognito.jwks.timeout}.
     *
     * @return an ISO-8601 duration
     */
    String jwksTimeout() default "";

    /**
     * Whether to fetch the keys at the start: {@code cognito.jwks.check-at-start}.
     *
     * @return {@code off}, {@code warn} or {@code require}
     */
    String jwksCheckAtStart() default "";

    /**
     * Further pools, each with settings of its own: {@code cognito.pool.<name>}.
     *
     * @return one element for each pool; the pool of {@link #userPoolId()}, if set, is trusted beside them
     */
    Pool[] pools() default {};

    /** A further user pool. What it leaves out has the default, or what is shared by all pools (see the README). */
    @Documented
    @Retention(RetentionPolicy.RUNTIME)
    @Target({})
    @interface Pool {

        /**
         * What to call it in the settings' keys.
         *
         * @return a name without dots
         */
        String name();

        /**
         * The trusted user pool: {@code cognito.pool.<name>.user-pool-id}.
         *
         * @return for example {@code eu-west-1_AbCdEfGhI}
         */
        String userPoolId() default "";

        /**
         * The app clients whose tokens are accepted: {@code cognito.pool.<name>.client-ids}.
         *
         * @return client ids, or {@code *} for every client of the pool
         */
        String[] clientIds() default {};

        /**
         * Whose tokens are accepted: {@code cognito.pool.<name>.callers}.
         *
         * @return {@code machines}, {@code users} or {@code both}
         */
        String callers() default "";

        /**
         * The values of which {@code aud} has to hold at least one: {@code cognito.pool.<name>.audience}.
         *
         * @return exact values, separated by commas
         */
        String audience() default "";

        /**
         * The resource server that this application is: {@code cognito.pool.<name>.resource-server}.
         *
         * @return its identifier in the user pool
         */
        String resourceServer() default "";

        /**
         * The roles that scopes give: {@code cognito.pool.<name>.roles."<role>"}.
         *
         * @return one element for each role; without any, roles are derived from the scopes
         */
        ScopeRole[] roles() default {};

        /**
         * What is set for single app clients: {@code cognito.pool.<name>.clients."<id>"}.
         *
         * @return one element for each client that has anything set
         */
        AppClient[] clients() default {};

        /**
         * By how much clocks may differ: {@code cognito.pool.<name>.clock-skew}.
         *
         * @return an ISO-8601 duration, at most {@code PT5M}
         */
        String clockSkew() default "";

        /**
         * Whether a user's groups are roles too: {@code cognito.pool.<name>.groups-as-roles}.
         *
         * @return {@code true} or {@code false}
         */
        String groupsAsRoles() default "";

        /**
         * The longest time from {@code iat} to {@code exp}: {@code cognito.pool.<name>.max-token-lifetime}.
         *
         * @return an ISO-8601 duration
         */
        String maxTokenLifetime() default "";

        /**
         * The longest token that is looked at: {@code cognito.pool.<name>.max-token-size}.
         *
         * @return a number of characters
         */
        String maxTokenSize() default "";

        /**
         * How many acceptable tokens of a pool are remembered: {@code cognito.pool.<name>.verdict-cache-size}.
         *
         * @return a number of tokens, 0 for none
         */
        String verdictCacheSize() default "";

        /**
         * The accepted values of {@code iss}: {@code cognito.pool.<name>.issuers}.
         *
         * @return without any, those of the pool
         */
        String[] issuers() default {};

        /**
         * Where the keys are published: {@code cognito.pool.<name>.jwks-uri}.
         *
         * @return addresses, tried in their order; without any, the pool's
         */
        String[] jwksUri() default {};

        /**
         * Further regions of a multi-Region pool: {@code cognito.pool.<name>.replica-regions}.
         *
         * @return regions, asked for the keys where the pool's own fails
         */
        String[] replicaRegions() default {};

        /**
         * A key set used until the first fetch: {@code cognito.pool.<name>.jwks-file}.
         *
         * @return a path, or {@code classpath:} and a resource
         */
        String jwksFile() default "";

        /**
         * How old the key set of {@code cognito.jwks-file} may become: {@code cognito.pool.<name>.jwks-file-max-age}.
         *
         * @return an ISO-8601 duration
         */
        String jwksFileMaxAge() default "";

        /**
         * Whether to reach the pool through its region's FIPS endpoint: {@code cognito.pool.<name>.fips}.
         *
         * @return {@code true} or {@code false}
         */
        String fips() default "";

        /**
         * Whether a security provider of the JVM checks signatures: {@code cognito.pool.<name>.signature-by-provider}.
         *
         * @return {@code true} or {@code false}
         */
        String signatureByProvider() default "";

        /**
         * Whether plain {@code http} to this machine is permitted: {@code cognito.pool.<name>.allow-loopback-http}.
         *
         * @return {@code true} or {@code false}
         */
        String allowLoopbackHttp() default "";

        /**
         * The longest that a withdrawn key lives on: {@code cognito.pool.<name>.jwks.refresh-interval}.
         *
         * @return an ISO-8601 duration
         */
        String jwksRefreshInterval() default "";

        /**
         * How long the last keys are used while no newer ones can be had: {@code cognito.pool.<name>.jwks.stale-for}.
         *
         * @return an ISO-8601 duration
         */
        String jwksStaleFor() default "";

        /**
         * How long one fetch of the keys may take in all: {@code cognito.pool.<name>.jwks.timeout}.
         *
         * @return an ISO-8601 duration
         */
        String jwksTimeout() default "";

        /**
         * Whether to fetch the keys at the start: {@code cognito.pool.<name>.jwks.check-at-start}.
         *
         * @return {@code off}, {@code warn} or {@code require}
         */
        String jwksCheckAtStart() default "";
    }

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
