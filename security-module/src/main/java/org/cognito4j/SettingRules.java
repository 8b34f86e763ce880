package org.cognito4j;

import static org.cognito4j.DeclaredPoolSettings.ALLOW_LOOPBACK_HTTP;
import static org.cognito4j.DeclaredPoolSettings.AUDIENCE;
import static org.cognito4j.DeclaredPoolSettings.FIPS;
import static org.cognito4j.DeclaredPoolSettings.ISSUERS;
import static org.cognito4j.DeclaredPoolSettings.JWKS_URI;
import static org.cognito4j.DeclaredPoolSettings.REPLICA_REGIONS;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.cognito4j.net.Transport;
import org.cognito4j.setting.SettingValues;

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
        rules.checkDeniedTokens();
        rules.faults.addAll(settings.requiredClaims.faults(""));
        SettingValues values = settings.values();
        DeclaredPoolSettings.ALL.all().forEach(setting -> values.check(setting, rules::fault));
        new ClientPolicyRules(settings, rules.faults::add).check();
        return rules.faults;
    }

    private void checkPool() {
        if (settings.userPoolId().isBlank()) {
            fault("user-pool-id", "is missing", "Set it to the id of your user pool, for example eu-west-1_AbCdEfGhI");
            return;
        }
        UserPool pool;
        try {
            pool = settings.pool();
        } catch (IllegalArgumentException e) {
            fault(
                    "user-pool-id",
                    SettingFault.quote(settings.userPoolId()) + " is not a user pool id",
                    "It has the form <region>_<letters and digits>, for example eu-west-1_AbCdEfGhI");
            return;
        }
        checkReplicas(pool);
        checkFips(pool);
        List<String> oddIssuers = settings.get(ISSUERS).stream()
                .filter(issuer -> !isIssuer(issuer))
                .toList();
        oddIssuers.forEach(issuer -> fault(
                "issuers",
                SettingFault.quote(issuer) + " is not an issuer",
                "An issuer is the exact value of the iss claim: an https address without a slash at its end"));
        if (!settings.get(JWKS_URI).isEmpty() || oddIssuers.isEmpty()) {
            String setting = settings.get(JWKS_URI).isEmpty() ? "issuers" : "jwks-uri";
            settings.keySetAddressesFor(pool).forEach(address -> checkKeySetAddress(setting, address));
        }
    }

    private void checkReplicas(UserPool pool) {
        for (String region : settings.get(REPLICA_REGIONS)) {
            if (pool.keySetAddressIn(region).isEmpty()) {
                fault(
                        "replica-regions",
                        SettingFault.quote(region) + " is not another region of the pool's partition",
                        "Name the regions the pool is replicated to, without its own, for example eu-central-1");
            }
        }
        if (!settings.get(REPLICA_REGIONS).isEmpty() && !settings.get(JWKS_URI).isEmpty()) {
            fault("replica-regions", "has no effect beside jwks-uri", "List all addresses there, or leave one out");
        }
        if (!settings.get(REPLICA_REGIONS).isEmpty() && settings.get(FIPS)) {
            fault("replica-regions", "cannot be reached through FIPS endpoints", "Leave it out, or set fips to false");
        }
    }

    /** The keys would come from an endpoint that is not FIPS, although the setting asks for one. */
    private void checkFips(UserPool pool) {
        List<URI> ordinary = UserPool.of(pool.id()).keySetAddresses();
        if (settings.get(FIPS) && settings.get(JWKS_URI).stream().anyMatch(ordinary::contains)) {
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
            fault(
                    setting,
                    SettingFault.quote(address.toString()) + " is not an https address",
                    "Keys are fetched over https only");
        } else if (transport == Transport.LOOPBACK && !settings.get(ALLOW_LOOPBACK_HTTP)) {
            fault(
                    setting,
                    SettingFault.quote(address.toString()) + " is plain http",
                    "For a stand-in on this machine set allow-loopback-http to true; keys of a real pool need https");
        }
    }

    private void checkClients() {
        if (settings.clientIds().isEmpty() && !settings.acceptsAnyClient()) {
            fault(
                    "client-ids",
                    "is missing",
                    "Name the app clients that may call, separated by commas, or * for every app client of the pool");
        }
        if (settings.acceptsAnyClient() && !settings.clientIds().isEmpty()) {
            fault(
                    "client-ids",
                    "names * beside single app clients",
                    "Keep the ids, or * alone, which accepts every app client of the pool");
        }
        for (String id : settings.clientIds()) {
            if (!id.matches("[\\w+]{1,128}")) {
                fault(
                        "client-ids",
                        SettingFault.quote(id) + " is not an app client id",
                        "A client id has 1 to 128 letters, digits, _ or +; separate ids by commas");
            }
        }
    }

    private void checkDeniedTokens() {
        settings.get(DeclaredPoolSettings.DENIED_TOKENS).keySet().stream()
                .filter(id -> !DeniedTokens.isTokenId(id))
                .forEach(id -> fault(
                        "denied-tokens",
                        SettingFault.quote(id) + " is not a token id",
                        "A jti has 1 to 256 printable characters without space, comma, @ and backslash"));
    }

    private void checkMapping() {
        if (settings.get(AUDIENCE).contains("")) {
            fault("audience", "is empty", "Name the values of which aud has to hold one, or leave the setting out");
        }
        settings.resourceServer()
                .filter(identifier -> !ScopeList.isScope(identifier))
                .ifPresent(
                        identifier -> fault(
                                "resource-server",
                                SettingFault.quote(identifier) + " is not a resource server's identifier",
                                "Copy the identifier from the user pool: printable characters without spaces, quotes and backslashes"));
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
                    .forEach(scope -> fault(
                            setting,
                            SettingFault.quote(scope) + " is not a scope",
                            "Scopes have no spaces, quotes or \\"));
        });
    }

    private void fault(String setting, String problem, String remedy) {
        faults.add(new SettingFault(setting, problem, remedy));
    }
}
