package org.cognito4j;

import static org.cognito4j.DeclaredPoolSettings.CLIENT_IDS;
import static org.cognito4j.DeclaredPoolSettings.FETCH_TIMEOUT;
import static org.cognito4j.DeclaredPoolSettings.FIPS;
import static org.cognito4j.DeclaredPoolSettings.GROUPS_AS_ROLES;
import static org.cognito4j.DeclaredPoolSettings.ISSUERS;
import static org.cognito4j.DeclaredPoolSettings.JWKS_URI;
import static org.cognito4j.DeclaredPoolSettings.REFRESH_INTERVAL;
import static org.cognito4j.DeclaredPoolSettings.REPLICA_REGIONS;
import static org.cognito4j.DeclaredPoolSettings.RESOURCE_SERVER;
import static org.cognito4j.DeclaredPoolSettings.STALE_FOR;
import static org.cognito4j.DeclaredPoolSettings.USER_POOL_ID;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.cognito4j.setting.Setting;
import org.cognito4j.setting.SettingValues;

/** Settings as they were given, or by default, before anything has checked them. */
final class SettingsDraft {

    private static final String ANY_CLIENT = "*";

    final Map<String, ClientPolicy> clientPolicies = new LinkedHashMap<>();
    final Map<String, Set<String>> scopesByRole = new LinkedHashMap<>();
    RequiredClaims requiredClaims = RequiredClaims.NONE;

    private SettingValues values = SettingValues.NONE;

    <T> void set(Setting<T> setting, T value) {
        values = values.with(setting, value);
    }

    void setText(Setting<?> setting, String text) {
        values = values.withText(setting, text);
    }

    <T> T get(Setting<T> setting) {
        return values.get(setting);
    }

    SettingValues values() {
        return values;
    }

    /** The id of the pool; blank if none is set. */
    String userPoolId() {
        return values.find(USER_POOL_ID).orElse("");
    }

    Optional<String> resourceServer() {
        return values.find(RESOURCE_SERVER);
    }

    boolean acceptsAnyClient() {
        return get(CLIENT_IDS).contains(ANY_CLIENT);
    }

    /** The app clients that are named by their ids. */
    Set<String> clientIds() {
        Set<String> exact = new LinkedHashSet<>(get(CLIENT_IDS));
        exact.remove(ANY_CLIENT);
        return exact;
    }

    UserPool pool() {
        UserPool pool = UserPool.of(userPoolId());
        return get(FIPS) ? pool.onFipsEndpoint() : pool;
    }

    Set<String> issuersOf(UserPool pool) {
        return Set.copyOf(get(ISSUERS).isEmpty() ? pool.issuers() : get(ISSUERS));
    }

    List<URI> keySetAddressesFor(UserPool pool) {
        if (!get(JWKS_URI).isEmpty()) {
            return get(JWKS_URI);
        }
        // The FIPS endpoint has the keys of the pool whatever its issuer is called.
        Stream<URI> ofIssuers = get(ISSUERS).isEmpty() || get(FIPS)
                ? pool.keySetAddresses().stream()
                : get(ISSUERS).stream().distinct().map(UserPool::keySetAddress);
        Stream<URI> replicas = get(REPLICA_REGIONS).stream()
                .distinct()
                .map(pool::keySetAddressIn)
                .flatMap(Optional::stream);
        return Stream.concat(ofIssuers, replicas).toList();
    }

    ScopeRoles scopeRoles() {
        return new ScopeRoles(resourceServer(), scopesByRole, get(GROUPS_AS_ROLES), clientPolicies);
    }

    KeyTimes keyTimes() {
        return new KeyTimes(get(REFRESH_INTERVAL), get(STALE_FOR), get(FETCH_TIMEOUT));
    }
}
