package org.cognito4j;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.cognito4j.net.Transport;

/** What settings have to fulfil, each rule on its own so that all faults show at once. */
final class SettingRules {

    private final SettingsDraft settings;
    private final List<SettingFault> faults = new ArrayList<>();

    private SettingRules(SettingsDraft settings) {
        this.settings = settings;
    }

    static List<SettingFault> faultsOf(SettingsDraft settings) {
        SettingRules rules = new SettingRules(settings);
        rules.checkPool();
        rules.checkClients();
        rules.checkMapping();
        rules.checkLimits();
        rules.checkCache();
        new ClientPolicyRules(settings, rules.faults::add).check();
        return rules.faults;
    }

    private void checkPool() {
        if (settings.userPoolId.isBlank()) {
            fault("user-pool-id", "is missing", "Set it to the id of your user pool, for example eu-west-1_AbCdEfGhI");
            return;
        }
        UserPool pool;
        try {
            pool = settings.pool();
        } catch (IllegalArgumentException e) {
            fault(
                    "user-pool-id",
                    quote(settings.userPoolId) + " is not a user pool id",
                    "It has the form <region>_<letters and digits>, for example eu-west-1_AbCdEfGhI");
            return;
        }
        checkReplicas(pool);
        checkFips(pool);
        List<String> oddIssuers =
                settings.issuers.stream().filter(issuer -> !isIssuer(issuer)).toList();
        oddIssuers.forEach(issuer -> fault(
                "issuers",
                quote(issuer) + " is not an issuer",
                "An issuer is the exact value of the iss claim: an https address without a slash at its end"));
        if (!settings.keySetAddresses.isEmpty() || oddIssuers.isEmpty()) {
            String setting = settings.keySetAddresses.isEmpty() ? "issuers" : "jwks-uri";
            settings.keySetAddressesFor(pool).forEach(address -> checkKeySetAddress(setting, address));
        }
    }

    private void checkReplicas(UserPool pool) {
        for (String region : settings.replicaRegions) {
            if (pool.keySetAddressIn(region).isEmpty()) {
                fault(
                        "replica-regions",
                        quote(region) + " is not another region of the pool's partition",
                        "Name the regions the pool is replicated to, without its own, for example eu-central-1");
            }
        }
        if (!settings.replicaRegions.isEmpty() && !settings.keySetAddresses.isEmpty()) {
            fault("replica-regions", "has no effect beside jwks-uri", "List all addresses there, or leave one out");
        }
        if (!settings.replicaRegions.isEmpty() && settings.fips) {
            fault("replica-regions", "cannot be reached through FIPS endpoints", "Leave it out, or set fips to false");
        }
    }

    /** The keys would come from an endpoint that is not FIPS, although the setting asks for one. */
    private void checkFips(UserPool pool) {
        List<URI> ordinary = UserPool.of(pool.id()).keySetAddresses();
        if (settings.fips && settings.keySetAddresses.stream().anyMatch(ordinary::contains)) {
            fault(
                    "jwks-uri",
                    "names an endpoint that is not the FIPS endpoint of the pool",
                    "Leave it out, which fetches the keys from the FIPS endpoint, or set fips to false");
        }
    }

    private static boolean isIssuer(String issuer) {
        try {
            URI uri = URI.create(issuer);
            return uri.getScheme() != null && uri.getHost() != null && !issuer.endsWith("/");
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private void checkKeySetAddress(String setting, URI address) {
        Transport transport = Transport.of(address);
        if (transport == Transport.UNSAFE) {
            fault(setting, quote(address.toString()) + " is not an https address", "Keys are fetched over https only");
        } else if (transport == Transport.LOOPBACK && !settings.loopbackHttp) {
            fault(
                    setting,
                    quote(address.toString()) + " is plain http",
                    "For a stand-in on this machine set allow-loopback-http to true; keys of a real pool need https");
        }
    }

    private void checkClients() {
        if (settings.clientIds.isEmpty() && !settings.anyClient) {
            fault(
                    "client-ids",
                    "is missing",
                    "Name the app clients that may call, separated by commas, or * for every app client of the pool");
        }
        if (settings.anyClient && !settings.clientIds.isEmpty()) {
            fault(
                    "client-ids",
                    "names * beside single app clients",
                    "Keep the ids, or * alone, which accepts every app client of the pool");
        }
        for (String id : settings.clientIds) {
            if (!id.matches("[\\w+]{1,128}")) {
                fault(
                        "client-ids",
                        quote(id) + " is not an app client id",
                        "A client id has 1 to 128 letters, digits, _ or +; separate ids by commas");
            }
        }
    }

    private void checkMapping() {
        if (settings.audiences.contains("")) {
            fault("audience", "is empty", "Name the values of which aud has to hold one, or leave the setting out");
        }
        if (settings.resourceServer != null && !ScopeList.isScope(settings.resourceServer)) {
            fault(
                    "resource-server",
                    quote(settings.resourceServer) + " is not a resource server's identifier",
                    "Copy the identifier from the user pool: printable characters without spaces, quotes and backslashes");
        }
        settings.scopesByRole.forEach((role, scopes) -> {
            String setting = "roles.\"" + role + "\"";
            if (!ScopeRoles.isRole(role)) {
                fault(
                        setting,
                        "is not the name of a role",
                        "Empty, * and ** mean any caller to a container; rename it");
            }
            if (scopes.isEmpty()) {
                fault(setting, "has no scopes", "Name the scopes that give the role, separated by commas");
            }
            scopes.stream()
                    .filter(scope -> !ScopeList.isScope(scope))
                    .forEach(scope ->
                            fault(setting, quote(scope) + " is not a scope", "Scopes have no spaces, quotes or \\"));
        });
    }

    private void checkLimits() {
        within("clock-skew", settings.clockSkew, Duration.ZERO, VerifierSettings.MAX_CLOCK_SKEW);
        within("max-token-lifetime", settings.maxTokenLifetime, Duration.ofSeconds(1), Duration.ofDays(1));
        within("jwks.refresh-interval", settings.keyRefreshInterval, Duration.ofMinutes(1), Duration.ofHours(1));
        within("jwks.stale-for", settings.keyStaleFor, settings.keyRefreshInterval, Duration.ofDays(7));
        within("jwks-file-max-age", settings.pinnedKeysMaxAge, Duration.ofHours(1), Duration.ofDays(90));
        within("jwks.timeout", settings.keyFetchTimeout, Duration.ofMillis(100), Duration.ofSeconds(30));
        if (settings.maxTokenSize < 1_024 || settings.maxTokenSize > 65_536) {
            fault(
                    "max-token-size",
                    settings.maxTokenSize + " is out of range",
                    "Choose a number of characters from 1024 to 65536");
        }
    }

    private void checkCache() {
        if (settings.verdictCacheSize < 0 || settings.verdictCacheSize > 1_000_000) {
            fault(
                    "verdict-cache-size",
                    settings.verdictCacheSize + " is out of range",
                    "Choose a number of tokens from 1 to 1000000, or 0 to remember none");
        }
    }

    private void within(String setting, Duration value, Duration least, Duration most) {
        if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
            fault(setting, value + " is out of range", "Choose a duration from " + least + " to " + most);
        }
    }

    private void fault(String setting, String problem, String remedy) {
        faults.add(new SettingFault(setting, problem, remedy));
    }

    /** Settings are shown as they were found, save for what could break a line of a log. */
    static String quote(String value) {
        return "\"" + value.replaceAll("\\p{Cntrl}", "?") + "\"";
    }
}
