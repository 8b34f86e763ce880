package org.cognito4j;

import static org.cognito4j.DeclaredPoolSettings.AUDIENCE;
import static org.cognito4j.DeclaredPoolSettings.CALLERS;
import static org.cognito4j.DeclaredPoolSettings.CHECK_AT_START;
import static org.cognito4j.DeclaredPoolSettings.CLOCK_SKEW;
import static org.cognito4j.DeclaredPoolSettings.DENIED_TOKENS;
import static org.cognito4j.DeclaredPoolSettings.FIPS;
import static org.cognito4j.DeclaredPoolSettings.ISSUED_BEFORE;
import static org.cognito4j.DeclaredPoolSettings.JWKS_FILE;
import static org.cognito4j.DeclaredPoolSettings.JWKS_FILE_MAX_AGE;
import static org.cognito4j.DeclaredPoolSettings.MAX_TOKEN_LIFETIME;
import static org.cognito4j.DeclaredPoolSettings.MAX_TOKEN_SIZE;
import static org.cognito4j.DeclaredPoolSettings.SIGNATURE_BY_PROVIDER;
import static org.cognito4j.DeclaredPoolSettings.VERDICT_CACHE_SIZE;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.cognito4j.setting.SettingValues;

/**
 * Everything that decides which tokens of one user pool are accepted and which roles they give. A service that trusts
 * several pools has one of these for each.
 *
 * <p>Strict by default: the pool and its app clients have to be named, every other setting has a default. Immutable and
 * thread-safe.
 */
public final class VerifierSettings {

    /** The longest clock skew that can be set: five minutes. */
    public static final Duration MAX_CLOCK_SKEW =
            CLOCK_SKEW.range().orElseThrow().most();

    /** The scopes that Cognito has by itself (OpenID Connect Core 1.0 section 5.4, and its own). */
    private static final Set<String> SCOPES_OF_USERS =
            Set.of("openid", "email", "phone", "profile", "aws.cognito.signin.user.admin");

    private final SettingValues values;
    private final UserPool userPool;
    private final Set<String> issuers;
    private final List<URI> keySetAddresses;
    private final Set<String> clientIds;
    private final boolean anyClient;
    private final Map<String, ClientPolicy> clientPolicies;
    private final Set<String> audiences;
    private final RequiredClaims requiredClaims;
    private final Instant issuedBefore;
    private final Map<String, Instant> deniedTokens;
    private final ScopeRoles scopeRoles;
    private final KeyTimes keyTimes;

    VerifierSettings(SettingsDraft draft) {
        this.values = draft.values();
        this.userPool = draft.pool();
        this.issuers = draft.issuersOf(userPool);
        this.keySetAddresses = List.copyOf(draft.keySetAddressesFor(userPool));
        this.clientIds = Set.copyOf(draft.clientIds());
        this.anyClient = draft.acceptsAnyClient();
        this.audiences = Collections.unmodifiableSet(new LinkedHashSet<>(draft.get(AUDIENCE)));
        this.clientPolicies = Map.copyOf(draft.clientPolicies);
        this.requiredClaims = draft.requiredClaims;
        this.issuedBefore = values.find(ISSUED_BEFORE).orElse(Instant.MIN);
        this.deniedTokens = Map.copyOf(draft.get(DENIED_TOKENS));
        this.scopeRoles = draft.scopeRoles();
        this.keyTimes = draft.keyTimes();
    }

    private VerifierSettings(
            VerifierSettings base,
            Map<String, ClientPolicy> clientPolicies,
            Instant issuedBefore,
            Map<String, Instant> deniedTokens) {
        this.values = base.values;
        this.userPool = base.userPool;
        this.issuers = base.issuers;
        this.keySetAddresses = base.keySetAddresses;
        this.clientIds = base.clientIds;
        this.anyClient = base.anyClient;
        this.audiences = base.audiences;
        this.requiredClaims = base.requiredClaims;
        this.clientPolicies = Map.copyOf(clientPolicies);
        this.issuedBefore = issuedBefore;
        this.deniedTokens = Map.copyOf(deniedTokens);
        this.scopeRoles = base.scopeRoles;
        this.keyTimes = base.keyTimes;
    }

    /** These settings, which refuse more: nothing that they refuse is accepted, or accepted earlier. */
    VerifierSettings refusing(Map<String, ClientPolicy> policies, Instant before, Map<String, Instant> tokens) {
        Map<String, ClientPolicy> allPolicies = new HashMap<>(clientPolicies);
        allPolicies.putAll(policies);
        Map<String, Instant> allTokens = new HashMap<>(deniedTokens);
        tokens.forEach((id, until) -> allTokens.merge(id, until, VerifierSettings::later));
        return new VerifierSettings(this, allPolicies, later(issuedBefore, before), allTokens);
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
     * Whether the tokens of an app client are refused although the client is a configured one.
     *
     * @param clientId the {@code client_id} claim, compared exactly
     * @return false unless that was set for the client
     */
    public boolean deniesClient(String clientId) {
        return policyFor(clientId).denied();
    }

    /**
     * The instant before which no accepted token of an app client was issued: the later of the one for all and the client's own.
     *
     * @param clientId the {@code client_id} claim, compared exactly
     * @return {@link Instant#MIN} if none is set
     */
    public Instant issuedBefore(String clientId) {
        Instant own = policyFor(clientId).issuedBefore();
        return later(own, issuedBefore);
    }

    static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /**
     * Whether a single token is refused.
     *
     * @param tokenId the {@code jti} claim, compared exactly
     * @param now the present instant
     * @return true if it is among those that are denied, and its denial has not ended
     */
    public boolean deniesToken(String tokenId, Instant now) {
        Instant end = deniedTokens.get(tokenId);
        return end != null && now.isBefore(end);
    }

    /**
     * How people call an app client.
     *
     * @param clientId the client's id, compared exactly
     * @return the display name; empty if none is set
     */
    public Optional<String> clientName(String clientId) {
        return Optional.ofNullable(policyFor(clientId).name());
    }

    /**
     * The app clients for which something is set, in a line for each that an operator can read at the start.
     *
     * @return an unmodifiable list in alphabetical order; empty if nothing is set for a single client
     */
    public List<String> clientSummaries() {
        return clientPolicies.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> entry.getValue().summaryOf(entry.getKey()))
                .toList();
    }

    /**
     * Returns the claims that tokens of all app clients must have, as text for an operator.
     *
     * @return empty if nothing is
     */
    public Optional<String> requiredClaimsSummary() {
        return requiredClaims.isEmpty() ? Optional.empty() : Optional.of(requiredClaims.toString());
    }

    /** Of the tokens of all app clients. */
    RequiredClaims requiredClaims() {
        return requiredClaims;
    }

    /** Of the tokens of one app client, beside those of all. */
    RequiredClaims requiredClaims(String clientId) {
        return policyFor(clientId).requiredClaims();
    }

    ClientPolicy policyFor(String clientId) {
        return clientPolicies.getOrDefault(clientId, ClientPolicy.NONE);
    }

    /**
     * Whether any caller could get a role, as far as that is known here: only the user pool knows which scopes and groups
     * it has.
     *
     * @param role the name of a role
     * @return false if no scope or group could give the role, or no app client may have it
     */
    public boolean canGive(String role) {
        boolean mayBeGroup = scopeRoles.takesGroupsAsRoles() && callers() != Callers.MACHINES;
        return (mayBeGroup || scopeRoles.scopesFor(role).stream().anyMatch(this::canHaveScope))
                && (anyClient || clientIds.stream().anyMatch(id -> !deniesClient(id) && scopeRoles.mayHave(id, role)));
    }

    /**
     * Returns whether an accepted token can have a scope, as far as Cognito's rules for scopes go: a scope of a resource
     * server is {@code <identifier>/<name>}, and the few scopes without a slash are those of signed-in users.
     *
     * @param scope a whole scope
     * @return false if no token has it, unless a pre token generation function of the pool adds it
     */
    public boolean canHaveScope(String scope) {
        return scope.indexOf('/') > 0 || callers() != Callers.MACHINES && SCOPES_OF_USERS.contains(scope);
    }

    /**
     * Whose tokens are accepted.
     *
     * @return machines by default
     */
    public Callers callers() {
        return values.get(CALLERS);
    }

    /**
     * Whether the whole signature check is left to a security provider of the JVM.
     *
     * @return false by default, true with a FIPS endpoint
     */
    public boolean signatureByProvider() {
        return values.get(SIGNATURE_BY_PROVIDER) || values.get(FIPS);
    }

    /**
     * The values of which the {@code aud} claim has to hold at least one.
     *
     * @return unmodifiable; empty if {@code aud} is not looked at, which is the default since machine tokens have none
     */
    public Set<String> audiences() {
        return audiences;
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
        return values.get(CLOCK_SKEW);
    }

    /**
     * The longest time from {@code iat} to {@code exp} that is accepted, to which the clock skew is added.
     *
     * @return at most and by default one day, the longest that Cognito lets an access token live
     */
    public Duration maxTokenLifetime() {
        return values.get(MAX_TOKEN_LIFETIME);
    }

    /**
     * The longest token that is looked at.
     *
     * @return in characters, 16384 by default
     */
    public int maxTokenSize() {
        return values.get(MAX_TOKEN_SIZE);
    }

    /**
     * How many acceptable tokens of the pool are remembered, so that they need not be verified again.
     *
     * @return 10000 by default; 0 for none
     */
    public int verdictCacheSize() {
        return values.get(VERDICT_CACHE_SIZE);
    }

    /**
     * Whether keys are fetched at the start.
     *
     * @return off by default
     */
    public KeyCheckAtStart startCheck() {
        return values.get(CHECK_AT_START);
    }

    /**
     * Returns the app clients whose tokens are accepted.
     *
     * @return ids in alphabetical order; empty if any client is accepted
     */
    public Set<String> clientIds() {
        return new TreeSet<>(clientIds);
    }

    KeyTimes keyTimes() {
        return keyTimes;
    }

    Optional<String> pinnedKeys() {
        return values.find(JWKS_FILE);
    }

    Duration pinnedKeysMaxAge() {
        return values.get(JWKS_FILE_MAX_AGE);
    }

    SettingValues values() {
        return values;
    }
}
