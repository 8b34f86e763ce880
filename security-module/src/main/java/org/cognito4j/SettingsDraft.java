package org.cognito4j;

import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Settings as they were given, or by default, before anything has checked them. */
final class SettingsDraft {

    String userPoolId = "";
    boolean fips;
    boolean signatureByProvider;
    Set<String> issuers = Set.of();
    List<URI> keySetAddresses = List.of();
    Set<String> replicaRegions = Set.of();
    boolean loopbackHttp;
    Set<String> clientIds = Set.of();
    boolean anyClient;
    final Map<String, ClientPolicy> clientPolicies = new LinkedHashMap<>();
    Callers callers = Callers.MACHINES;

    Set<String> audiences = Set.of();

    @Nullable String resourceServer;

    final Map<String, Set<String>> scopesByRole = new LinkedHashMap<>();
    boolean groupsAsRoles;
    Duration clockSkew = Duration.ofMinutes(1);
    Duration maxTokenLifetime = Duration.ofDays(1);
    int maxTokenSize = 16_384;
    int verdictCacheSize = 10_000;
    Duration keyRefreshInterval = Duration.ofMinutes(5);
    Duration keyStaleFor = Duration.ofDays(1);
    Duration keyFetchTimeout = Duration.ofSeconds(5);

    @Nullable String pinnedKeys;

    Duration pinnedKeysMaxAge = Duration.ofDays(7);
    KeyCheckAtStart startCheck = KeyCheckAtStart.OFF;

    UserPool pool() {
        UserPool pool = UserPool.of(userPoolId);
        return fips ? pool.onFipsEndpoint() : pool;
    }

    List<URI> keySetAddressesFor(UserPool pool) {
        if (!keySetAddresses.isEmpty()) {
            return keySetAddresses;
        }
        // The FIPS endpoint has the keys of the pool whatever its issuer is called.
        Stream<URI> ofIssuers = issuers.isEmpty() || fips
                ? pool.keySetAddresses().stream()
                : issuers.stream().map(UserPool::keySetAddress);
        Stream<URI> replicas =
                replicaRegions.stream().map(pool::keySetAddressIn).flatMap(Optional::stream);
        return Stream.concat(ofIssuers, replicas).toList();
    }

    ScopeRoles scopeRoles() {
        return new ScopeRoles(Optional.ofNullable(resourceServer), scopesByRole, groupsAsRoles, clientPolicies);
    }

    KeyTimes keyTimes() {
        return new KeyTimes(keyRefreshInterval, keyStaleFor, keyFetchTimeout);
    }
}
