package org.cognito4j;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.cognito4j.setting.Setting;

/**
 * Collects the settings of one user pool. {@link #build()} reports all faults at once. Not thread-safe.
 *
 * <p>Setters replace what was set before, but for {@link #role}, {@link #requiredClaim} and those of single app clients, which
 * add.
 */
public final class VerifierSettingsBuilder {

    final SettingsDraft draft = new SettingsDraft();

    /** Starts from the defaults. The pool and its app clients are still missing. */
    public VerifierSettingsBuilder() {}

    /**
     * Sets one setting from its text, as configuration does. Roles and what is set for single app clients have methods instead.
     *
     * @param key the key without the prefix {@code cognito.}, for example {@code clock-skew}
     * @param text as in a file, without white space around it
     * @return this builder
     * @throws IllegalArgumentException if there is no such setting, or the text is not of its type; the message says what to do
     */
    public VerifierSettingsBuilder set(String key, String text) {
        draft.setText(
                DeclaredPoolSettings.ALL
                        .find(key)
                        .orElseThrow(() -> new IllegalArgumentException("There is no setting of a pool with this key")),
                text);
        return this;
    }

    private <T> VerifierSettingsBuilder set(Setting<T> setting, T value) {
        draft.set(setting, value);
        return this;
    }

    /**
     * The pool to trust. Required.
     *
     * @param id the user pool id, for example {@code eu-west-1_AbCdEfGhI}
     * @return this builder
     */
    public VerifierSettingsBuilder userPoolId(String id) {
        return set(DeclaredPoolSettings.USER_POOL_ID, id);
    }

    /**
     * Whether to reach the pool through its region's FIPS endpoint. Default: false.
     *
     * @param fips true to fetch keys from {@code cognito-idp-fips.<region>} and to accept the issuer of that name
     * @return this builder
     */
    public VerifierSettingsBuilder fips(boolean fips) {
        return set(DeclaredPoolSettings.FIPS, fips);
    }

    /**
     * The accepted issuers, in place of those that follow from the pool id.
     *
     * @param issuers exact values of the {@code iss} claim
     * @return this builder
     */
    public VerifierSettingsBuilder issuers(Collection<String> issuers) {
        return set(DeclaredPoolSettings.ISSUERS, List.copyOf(issuers));
    }

    /**
     * Where to fetch the keys from, in place of {@code <issuer>/.well-known/jwks.json} for each issuer.
     *
     * @param addresses HTTPS addresses, in the order to try them: where one fails the next is asked
     * @return this builder
     */
    public VerifierSettingsBuilder keySetAddresses(Collection<URI> addresses) {
        return set(DeclaredPoolSettings.JWKS_URI, List.copyOf(addresses));
    }

    /**
     * The further regions that a multi-Region pool is replicated to. Their {@code issuer-cognito-idp} endpoints
     * serve the same keys and are asked where those of the pool's own region fail; the issuers stay as they are.
     * Default: none.
     *
     * @param regions AWS regions of the pool's partition, for example {@code eu-central-1}
     * @return this builder
     */
    public VerifierSettingsBuilder replicaRegions(Collection<String> regions) {
        return set(DeclaredPoolSettings.REPLICA_REGIONS, List.copyOf(regions));
    }

    /**
     * Whether keys may be fetched over plain HTTP from this very machine, as a local stand-in for Cognito needs.
     * Default: false.
     *
     * @param allowed true to accept {@code http://} addresses whose host is {@code localhost}, {@code 127.0.0.0/8}
     *     or {@code [::1]}
     * @return this builder
     */
    public VerifierSettingsBuilder allowLoopbackHttp(boolean allowed) {
        return set(DeclaredPoolSettings.ALLOW_LOOPBACK_HTTP, allowed);
    }

    /**
     * The app clients whose tokens are accepted. Required.
     *
     * @param ids client ids, compared exactly; {@code *} stands for every app client of the pool
     * @return this builder
     */
    public VerifierSettingsBuilder clientIds(Collection<String> ids) {
        return set(DeclaredPoolSettings.CLIENT_IDS, List.copyOf(ids));
    }

    /**
     * How people call an app client: for logs and pages. The caller is still named by its id.
     *
     * @param clientId one of the accepted clients
     * @param name 1 to 100 characters, none of them a control character
     * @return this builder
     */
    public VerifierSettingsBuilder clientName(String clientId, String name) {
        return client(clientId, policy -> policy.named(name));
    }

    /**
     * The only roles that an app client may have, whatever scopes it was granted. Default: all that they give.
     *
     * @param clientId one of the accepted clients
     * @param roles at least one; each of them a role that something gives
     * @return this builder
     */
    public VerifierSettingsBuilder clientRoles(String clientId, Collection<String> roles) {
        return client(clientId, policy -> policy.limitedTo(new LinkedHashSet<>(roles)));
    }

    /**
     * Whether to refuse the tokens of an app client, also those that were issued before. Default: false.
     *
     * @param clientId one of the accepted clients
     * @param denied true to cut the client off
     * @return this builder
     */
    public VerifierSettingsBuilder clientDenied(String clientId, boolean denied) {
        return client(clientId, policy -> policy.denied(denied));
    }

    /**
     * The instant before which no accepted token of an app client may be issued: tokens with an earlier {@code iat} are refused,
     * those of that instant and later ones go on working. Default: none.
     *
     * @param clientId one of the accepted clients
     * @param instant for example when the client's secret was rotated
     * @return this builder
     */
    public VerifierSettingsBuilder clientIssuedBefore(String clientId, Instant instant) {
        return client(clientId, policy -> policy.issuedBefore(instant));
    }

    /**
     * The same for all app clients. Of two instants the later one counts. Default: none.
     *
     * @param instant tokens with an earlier {@code iat} are refused
     * @return this builder
     */
    public VerifierSettingsBuilder issuedBefore(Instant instant) {
        return set(DeclaredPoolSettings.ISSUED_BEFORE, instant);
    }

    /**
     * Single tokens that are refused. Default: none.
     *
     * @param ends by {@code jti}, until when the token is refused: not before its {@code exp} and the clock skew are over
     * @return this builder
     */
    public VerifierSettingsBuilder deniedTokens(Map<String, Instant> ends) {
        return set(DeclaredPoolSettings.DENIED_TOKENS, Map.copyOf(ends));
    }

    /**
     * Requires a claim to hold one of some values, of the tokens of all app clients. Tokens without are refused with {@code
     * claim-mismatch}. A text is compared exactly, a number and a boolean by their JSON text, an exponent written out; of an array one
     * element is enough; an object and null equal nothing. Default: no claim is required.
     *
     * @param claim the name, for example {@code tenant}, compared exactly
     * @param values at least one; {@code *} alone stands for any value but null and an empty text, array or object
     * @return this builder
     */
    public VerifierSettingsBuilder requiredClaim(String claim, Collection<String> values) {
        draft.requiredClaims = draft.requiredClaims.with(claim, values);
        return this;
    }

    /**
     * The same for the tokens of one app client, beside what is required of all: both have to be met.
     *
     * @param clientId one of the accepted clients
     * @param claim the name, compared exactly
     * @param values at least one; {@code *} alone stands for any value
     * @return this builder
     */
    public VerifierSettingsBuilder clientRequiredClaim(String clientId, String claim, Collection<String> values) {
        return client(clientId, policy -> policy.requiring(claim, values));
    }

    private VerifierSettingsBuilder client(String id, UnaryOperator<ClientPolicy> change) {
        draft.clientPolicies.put(id, change.apply(draft.clientPolicies.getOrDefault(id, ClientPolicy.NONE)));
        return this;
    }

    /**
     * Whose tokens are accepted. Default: {@link Callers#MACHINES}.
     *
     * @param callers machines, users or both
     * @return this builder
     */
    public VerifierSettingsBuilder callers(Callers callers) {
        return set(DeclaredPoolSettings.CALLERS, callers);
    }

    /**
     * Whether the signature is checked by {@code SHA256withRSA} of the first security provider of the JVM that has it, for example
     * a FIPS 140 validated one. The length and size of the signature are checked before, in either case. Default: false, RSA is
     * calculated by the module itself, or by Amazon's Corretto Crypto Provider where it is installed; {@link #fips} implies true.
     *
     * @param byProvider true to leave the check to a provider
     * @return this builder
     */
    public VerifierSettingsBuilder signatureByProvider(boolean byProvider) {
        return set(DeclaredPoolSettings.SIGNATURE_BY_PROVIDER, byProvider);
    }

    /**
     * The value that the {@code aud} claim has to hold. Default: {@code aud} is not looked at.
     *
     * @param audience an exact value
     * @return this builder
     */
    public VerifierSettingsBuilder audience(String audience) {
        return audiences(List.of(audience));
    }

    /**
     * Values of which the {@code aud} claim has to hold at least one (RFC 7519 section 4.1.3). Default: none, {@code aud} is
     * not looked at.
     *
     * @param audiences exact values
     * @return this builder
     */
    public VerifierSettingsBuilder audiences(Collection<String> audiences) {
        return set(DeclaredPoolSettings.AUDIENCE, List.copyOf(audiences));
    }

    /**
     * The resource server that this service is. Only its scopes then give roles, and a role is the scope's name
     * without this identifier. Default: none, a role is a whole scope.
     *
     * @param identifier the resource server's identifier in the user pool
     * @return this builder
     */
    public VerifierSettingsBuilder resourceServer(String identifier) {
        return set(DeclaredPoolSettings.RESOURCE_SERVER, identifier);
    }

    /**
     * Adds a role that scopes give. Once there is one, scopes give only the roles so named.
     *
     * @param name the role; not empty, {@code *} or {@code **}
     * @param scopes any one of these gives it; whole, or without the resource server's identifier if one is set
     * @return this builder
     */
    public VerifierSettingsBuilder role(String name, Collection<String> scopes) {
        draft.scopesByRole.put(name, new LinkedHashSet<>(scopes));
        return this;
    }

    /**
     * Whether a person's groups, the {@code cognito:groups} claim, are roles besides those that scopes give.
     * Default: false. Has no effect on machines, which are in no group.
     *
     * @param groupsAsRoles true to take them for roles, by their exact names
     * @return this builder
     */
    public VerifierSettingsBuilder groupsAsRoles(boolean groupsAsRoles) {
        return set(DeclaredPoolSettings.GROUPS_AS_ROLES, groupsAsRoles);
    }

    /**
     * By how much clocks may differ. Default: one minute.
     *
     * @param skew zero to {@link VerifierSettings#MAX_CLOCK_SKEW}
     * @return this builder
     */
    public VerifierSettingsBuilder clockSkew(Duration skew) {
        return set(DeclaredPoolSettings.CLOCK_SKEW, skew);
    }

    /**
     * The longest time from {@code iat} to {@code exp}. Default: one day.
     *
     * @param lifetime one second to one day
     * @return this builder
     */
    public VerifierSettingsBuilder maxTokenLifetime(Duration lifetime) {
        return set(DeclaredPoolSettings.MAX_TOKEN_LIFETIME, lifetime);
    }

    /**
     * The longest token to look at. Default: 16384.
     *
     * @param characters 1024 to 65536
     * @return this builder
     */
    public VerifierSettingsBuilder maxTokenSize(int characters) {
        return set(DeclaredPoolSettings.MAX_TOKEN_SIZE, characters);
    }

    /**
     * How many acceptable tokens of the pool are remembered by their SHA-256 hashes. A token that comes again is then not
     * verified anew, but only looked at for whether it is still alive and its key still published; its text is not kept.
     * Default: 10000. A token that takes more than 2 KiB of memory, which tokens of machines rarely do, counts as several, so that
     * the cache takes at most 2 KiB for each token of the setting.
     *
     * @param tokens 0 to 1000000; 0 verifies each token each time
     * @return this builder
     */
    public VerifierSettingsBuilder verdictCacheSize(int tokens) {
        return set(DeclaredPoolSettings.VERDICT_CACHE_SIZE, tokens);
    }

    /**
     * How long after a fetch of the keys the next one is over: the longest that a withdrawn key lives on. Default:
     * five minutes.
     *
     * @param interval one minute to one hour
     * @return this builder
     */
    public VerifierSettingsBuilder keyRefreshInterval(Duration interval) {
        return set(DeclaredPoolSettings.REFRESH_INTERVAL, interval);
    }

    /**
     * How long the last keys are used while no newer ones can be had. Default: one day.
     *
     * @param ceiling the refresh interval to seven days
     * @return this builder
     */
    public VerifierSettingsBuilder keyStaleFor(Duration ceiling) {
        return set(DeclaredPoolSettings.STALE_FOR, ceiling);
    }

    /**
     * How long one fetch of the keys may take in all. Default: five seconds.
     *
     * @param timeout 100 milliseconds to 30 seconds
     * @return this builder
     */
    public VerifierSettingsBuilder keyFetchTimeout(Duration timeout) {
        return set(DeclaredPoolSettings.FETCH_TIMEOUT, timeout);
    }

    /**
     * A key set that comes with the application and is used until the first fetch. It lets a service start while
     * the pool's endpoint cannot be reached. Default: none.
     *
     * @param location a path to a file with a JSON Web Key Set, or {@code classpath:} and the name of a resource
     * @return this builder
     */
    public VerifierSettingsBuilder pinnedKeys(String location) {
        return set(DeclaredPoolSettings.JWKS_FILE, location);
    }

    /**
     * How old pinned keys may become. A file's age counts from its last change; that of a class-path resource from
     * the start of the verifier, since archives keep no time that means anything. Older ones are not used, which is
     * logged. Default: seven days.
     *
     * @param age one hour to 90 days
     * @return this builder
     */
    public VerifierSettingsBuilder pinnedKeysMaxAge(Duration age) {
        return set(DeclaredPoolSettings.JWKS_FILE_MAX_AGE, age);
    }

    /**
     * Whether keys are fetched at the start, at most as long as one fetch may take, and what follows if they
     * cannot be had. Default: {@link KeyCheckAtStart#OFF}.
     *
     * @param check off, warn or require
     * @return this builder
     */
    public VerifierSettingsBuilder startCheck(KeyCheckAtStart check) {
        return set(DeclaredPoolSettings.CHECK_AT_START, check);
    }

    /**
     * The finished settings.
     *
     * @return immutable settings
     * @throws InvalidSettings with every fault, if there is one
     */
    public VerifierSettings build() {
        List<SettingFault> faults = SettingRules.faultsOf(draft);
        if (!faults.isEmpty()) {
            throw new InvalidSettings(faults);
        }
        return new VerifierSettings(draft);
    }
}
