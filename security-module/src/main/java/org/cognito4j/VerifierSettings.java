package org.cognito4j;

import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Everything that decides which tokens of one user pool are accepted and which roles they give. A service that trusts
 * several pools has one of these for each.
 *
 * <p>Strict by default: the pool and its app clients have to be named, every other setting has a default. Immutable and
 * thread-safe.
 */
public final class VerifierSettings {

    /** The longest clock skew that can be set: five minutes. */
    public static final Duration MAX_CLOCK_SKEW = Duration.ofMinutes(5);

    private final UserPool userPool;
    private final Set<String> issuers;
    private final List<URI> keySetAddresses;
    private final Set<String> clientIds;
    private final boolean anyClient;
    private final Callers callers;
    private final Optional<String> audience;
    private final ScopeRoles scopeRoles;
    private final Duration clockSkew;
    private final Duration maxTokenLifetime;
    private final int maxTokenSize;
    private final KeyTimes keyTimes;
    private final Optional<String> pinnedKeys;
    private final Duration pinnedKeysMaxAge;
    private final StartCheck startCheck;

    VerifierSettings(Builder builder, UserPool userPool) {
        this.userPool = userPool;
        this.issuers = Set.copyOf(builder.issuers.isEmpty() ? userPool.issuers() : builder.issuers);
        this.keySetAddresses = List.copyOf(builder.keySetAddressesFor(userPool));
        this.clientIds = Set.copyOf(builder.clientIds);
        this.anyClient = builder.anyClient;
        this.callers = builder.callers;
        this.audience = Optional.ofNullable(builder.audience);
        this.scopeRoles = new ScopeRoles(
                Optional.ofNullable(builder.resourceServer), builder.scopesByRole, builder.groupsAsRoles);
        this.clockSkew = builder.clockSkew;
        this.maxTokenLifetime = builder.maxTokenLifetime;
        this.maxTokenSize = builder.maxTokenSize;
        this.keyTimes = builder.keyTimes();
        this.pinnedKeys = Optional.ofNullable(builder.pinnedKeys);
        this.pinnedKeysMaxAge = builder.pinnedKeysMaxAge;
        this.startCheck = builder.startCheck;
    }

    /**
     * Starts from the defaults.
     *
     * @return a builder that still lacks the pool and its app clients
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * The trusted user pool.
     *
     * @return the pool
     */
    public UserPool userPool() {
        return userPool;
    }

    /**
     * The accepted values of the {@code iss} claim.
     *
     * @return an unmodifiable set, never empty
     */
    public Set<String> issuers() {
        return issuers;
    }

    /**
     * Where the pool's keys are published.
     *
     * @return addresses in the order to try them, never empty
     */
    public List<URI> keySetAddresses() {
        return keySetAddresses;
    }

    /**
     * Whether a token that was issued to an app client can be accepted.
     *
     * @param clientId the {@code client_id} claim, compared exactly
     * @return true if it is among the configured ones, or any client of the pool is accepted
     */
    public boolean acceptsClient(String clientId) {
        return anyClient || clientIds.contains(clientId);
    }

    /**
     * Whether tokens of every app client of the pool are accepted.
     *
     * @return true if {@code *} was configured
     */
    public boolean acceptsAnyClient() {
        return anyClient;
    }

    /**
     * Whose tokens are accepted.
     *
     * @return machines by default
     */
    public Callers callers() {
        return callers;
    }

    /**
     * The value that the {@code aud} claim has to hold.
     *
     * @return the audience; empty if {@code aud} is not looked at, which is the default since machine tokens have none
     */
    public Optional<String> audience() {
        return audience;
    }

    /**
     * The translation of scopes to roles.
     *
     * @return the mapping
     */
    public ScopeRoles scopeRoles() {
        return scopeRoles;
    }

    /**
     * By how much clocks may differ when {@code exp}, {@code iat} and {@code nbf} are compared.
     *
     * @return zero to {@link #MAX_CLOCK_SKEW}, one minute by default
     */
    public Duration clockSkew() {
        return clockSkew;
    }

    /**
     * The longest time from {@code iat} to {@code exp} that is accepted, to which the clock skew is added.
     *
     * @return at most and by default one day, the longest that Cognito lets an access token live
     */
    public Duration maxTokenLifetime() {
        return maxTokenLifetime;
    }

    /**
     * The longest token that is looked at.
     *
     * @return in characters, 16384 by default
     */
    public int maxTokenSize() {
        return maxTokenSize;
    }

    /**
     * Whether keys are fetched at the start.
     *
     * @return off by default
     */
    public StartCheck startCheck() {
        return startCheck;
    }

    KeyTimes keyTimes() {
        return keyTimes;
    }

    Optional<String> pinnedKeys() {
        return pinnedKeys;
    }

    Duration pinnedKeysMaxAge() {
        return pinnedKeysMaxAge;
    }

    /**
     * Collects settings. {@link #build()} reports all faults at once. Not thread-safe.
     *
     * <p>Setters replace what was set before, but for {@link #role}, which adds one.
     */
    public static final class Builder {

        String userPoolId = "";
        boolean fips;
        Set<String> issuers = Set.of();
        List<URI> keySetAddresses = List.of();
        Set<String> replicaRegions = Set.of();
        boolean loopbackHttp;
        Set<String> clientIds = Set.of();
        boolean anyClient;
        Callers callers = Callers.MACHINES;

        @Nullable String audience;

        @Nullable String resourceServer;

        final Map<String, Set<String>> scopesByRole = new LinkedHashMap<>();
        boolean groupsAsRoles;
        Duration clockSkew = Duration.ofMinutes(1);
        Duration maxTokenLifetime = Duration.ofDays(1);
        int maxTokenSize = 16_384;
        Duration keyRefreshInterval = Duration.ofMinutes(5);
        Duration keyStaleFor = Duration.ofDays(1);
        Duration keyFetchTimeout = Duration.ofSeconds(5);

        @Nullable String pinnedKeys;

        Duration pinnedKeysMaxAge = Duration.ofDays(7);
        StartCheck startCheck = StartCheck.OFF;

        Builder() {}

        /**
         * The pool to trust. Required.
         *
         * @param id the user pool id, for example {@code eu-west-1_AbCdEfGhI}
         * @return this builder
         */
        public Builder userPoolId(String id) {
            this.userPoolId = id;
            return this;
        }

        /**
         * Whether to reach the pool through its region's FIPS endpoint. Default: false.
         *
         * @param fips true to fetch keys from {@code cognito-idp-fips.<region>} and to accept the issuer of that name
         * @return this builder
         */
        public Builder fips(boolean fips) {
            this.fips = fips;
            return this;
        }

        /**
         * The accepted issuers, in place of those that follow from the pool id.
         *
         * @param issuers exact values of the {@code iss} claim
         * @return this builder
         */
        public Builder issuers(Collection<String> issuers) {
            this.issuers = new LinkedHashSet<>(issuers);
            return this;
        }

        /**
         * Where to fetch the keys from, in place of {@code <issuer>/.well-known/jwks.json} for each issuer.
         *
         * @param addresses HTTPS addresses, in the order to try them: where one fails the next is asked
         * @return this builder
         */
        public Builder keySetAddresses(Collection<URI> addresses) {
            this.keySetAddresses = List.copyOf(addresses);
            return this;
        }

        /**
         * The further regions that a multi-Region pool is replicated to. Their {@code issuer-cognito-idp} endpoints
         * serve the same keys and are asked where those of the pool's own region fail; the issuers stay as they are.
         * Default: none.
         *
         * @param regions AWS regions of the pool's partition, for example {@code eu-central-1}
         * @return this builder
         */
        public Builder replicaRegions(Collection<String> regions) {
            this.replicaRegions = new LinkedHashSet<>(regions);
            return this;
        }

        /**
         * Whether keys may be fetched over plain HTTP from this very machine, as a local stand-in for Cognito needs.
         * Default: false.
         *
         * @param allowed true to accept {@code http://} addresses whose host is {@code localhost}, {@code 127.0.0.0/8}
         *     or {@code [::1]}
         * @return this builder
         */
        public Builder allowLoopbackHttp(boolean allowed) {
            this.loopbackHttp = allowed;
            return this;
        }

        /**
         * The app clients whose tokens are accepted. Required.
         *
         * @param ids client ids, compared exactly; {@code *} stands for every app client of the pool
         * @return this builder
         */
        public Builder clientIds(Collection<String> ids) {
            Set<String> exact = new LinkedHashSet<>(ids);
            this.anyClient = exact.remove("*");
            this.clientIds = exact;
            return this;
        }

        /**
         * Whose tokens are accepted. Default: {@link Callers#MACHINES}.
         *
         * @param callers machines, users or both
         * @return this builder
         */
        public Builder callers(Callers callers) {
            this.callers = callers;
            return this;
        }

        /**
         * The value that the {@code aud} claim has to hold. Default: {@code aud} is not looked at.
         *
         * @param audience an exact value
         * @return this builder
         */
        public Builder audience(String audience) {
            this.audience = audience;
            return this;
        }

        /**
         * The resource server that this service is. Only its scopes then give roles, and a role is the scope's name
         * without this identifier. Default: none, a role is a whole scope.
         *
         * @param identifier the resource server's identifier in the user pool
         * @return this builder
         */
        public Builder resourceServer(String identifier) {
            this.resourceServer = identifier;
            return this;
        }

        /**
         * Adds a role that scopes give. Once there is one, scopes give only the roles so named.
         *
         * @param name the role; not empty, {@code *} or {@code **}
         * @param scopes any one of these gives it; whole, or without the resource server's identifier if one is set
         * @return this builder
         */
        public Builder role(String name, Collection<String> scopes) {
            this.scopesByRole.put(name, new LinkedHashSet<>(scopes));
            return this;
        }

        /**
         * Whether a person's groups, the {@code cognito:groups} claim, are roles besides those that scopes give.
         * Default: false. Has no effect on machines, which are in no group.
         *
         * @param groupsAsRoles true to take them for roles, by their exact names
         * @return this builder
         */
        public Builder groupsAsRoles(boolean groupsAsRoles) {
            this.groupsAsRoles = groupsAsRoles;
            return this;
        }

        /**
         * By how much clocks may differ. Default: one minute.
         *
         * @param skew zero to {@link #MAX_CLOCK_SKEW}
         * @return this builder
         */
        public Builder clockSkew(Duration skew) {
            this.clockSkew = skew;
            return this;
        }

        /**
         * The longest time from {@code iat} to {@code exp}. Default: one day.
         *
         * @param lifetime one second to one day
         * @return this builder
         */
        public Builder maxTokenLifetime(Duration lifetime) {
            this.maxTokenLifetime = lifetime;
            return this;
        }

        /**
         * The longest token to look at. Default: 16384.
         *
         * @param characters 1024 to 65536
         * @return this builder
         */
        public Builder maxTokenSize(int characters) {
            this.maxTokenSize = characters;
            return this;
        }

        /**
         * How long after a fetch of the keys the next one is over: the longest that a withdrawn key lives on. Default:
         * five minutes.
         *
         * @param interval one minute to one hour
         * @return this builder
         */
        public Builder keyRefreshInterval(Duration interval) {
            this.keyRefreshInterval = interval;
            return this;
        }

        /**
         * How long the last keys are used while no newer ones can be had. Default: one day.
         *
         * @param ceiling the refresh interval to seven days
         * @return this builder
         */
        public Builder keyStaleFor(Duration ceiling) {
            this.keyStaleFor = ceiling;
            return this;
        }

        /**
         * How long one fetch of the keys may take in all. Default: five seconds.
         *
         * @param timeout 100 milliseconds to 30 seconds
         * @return this builder
         */
        public Builder keyFetchTimeout(Duration timeout) {
            this.keyFetchTimeout = timeout;
            return this;
        }

        /**
         * A key set that comes with the application and is used until the first fetch. It lets a service start while
         * the pool's endpoint cannot be reached. Default: none.
         *
         * @param location a path to a file with a JSON Web Key Set, or {@code classpath:} and the name of a resource
         * @return this builder
         */
        public Builder pinnedKeys(String location) {
            this.pinnedKeys = location;
            return this;
        }

        /**
         * How old pinned keys may become. A file's age counts from its last change; that of a class-path resource from
         * the start of the verifier, since archives keep no time that means anything. Older ones are not used, which is
         * logged. Default: seven days.
         *
         * @param age one hour to 90 days
         * @return this builder
         */
        public Builder pinnedKeysMaxAge(Duration age) {
            this.pinnedKeysMaxAge = age;
            return this;
        }

        /**
         * Whether keys are fetched at the start, at most as long as one fetch may take, and what follows if they
         * cannot be had. Default: {@link StartCheck#OFF}.
         *
         * @param check off, warn or require
         * @return this builder
         */
        public Builder startCheck(StartCheck check) {
            this.startCheck = check;
            return this;
        }

        /**
         * The finished settings.
         *
         * @return immutable settings
         * @throws InvalidSettings with every fault, if there is one
         */
        public VerifierSettings build() {
            List<SettingFault> faults = SettingRules.faultsOf(this);
            if (!faults.isEmpty()) {
                throw new InvalidSettings(faults);
            }
            return new VerifierSettings(this, pool());
        }

        UserPool pool() {
            UserPool pool = UserPool.of(userPoolId);
            return fips ? pool.onFipsEndpoint() : pool;
        }

        List<URI> keySetAddressesFor(UserPool pool) {
            if (!keySetAddresses.isEmpty()) {
                return keySetAddresses;
            }
            Stream<URI> ofIssuers = issuers.isEmpty()
                    ? pool.keySetAddresses().stream()
                    : issuers.stream().map(UserPool::keySetAddress);
            Stream<URI> replicas =
                    replicaRegions.stream().map(pool::keySetAddressIn).flatMap(Optional::stream);
            return Stream.concat(ofIssuers, replicas).toList();
        }

        KeyTimes keyTimes() {
            return new KeyTimes(keyRefreshInterval, keyStaleFor, keyFetchTimeout);
        }
    }
}
