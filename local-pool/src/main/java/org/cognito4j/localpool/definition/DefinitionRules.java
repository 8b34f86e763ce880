package org.cognito4j.localpool.definition;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Cognito's rules for a pool, applied to a definition; the places are named as its file names them. */
public final class DefinitionRules {
    private static final int SCOPES_OF_A_RESOURCE_SERVER = 100;
    private static final int SCOPES_OF_A_CLIENT = 50;
    private static final Duration SHORTEST_VALIDITY = Duration.ofMinutes(5);
    private static final Duration LONGEST_VALIDITY = Duration.ofDays(1);

    private final DefinitionFaults faults;
    private final Set<String> identifiers = new HashSet<>();
    private final Set<String> definedScopes = new HashSet<>();
    private final Set<String> clientNames = new HashSet<>();
    private final Set<String> clientIds = new HashSet<>();

    public DefinitionRules(DefinitionFaults faults) {
        this.faults = faults;
    }

    public void checkPool(String userPoolId, String domain) {
        faults.check("user-pool-id", userPoolId, NameRule.USER_POOL_ID);
        if (!domain.isEmpty()) {
            faults.check("domain", domain, NameRule.DOMAIN);
        }
    }

    public void checkResourceServer(String identifier, List<String> scopes) {
        String where = "resource-servers." + identifier;
        faults.check(where, identifier, NameRule.RESOURCE_SERVER);
        checkUnique(where, identifier, identifiers);
        checkScopes(where, scopes);
        scopes.forEach(scope -> definedScopes.add(identifier + "/" + scope));
    }

    /** Comes after the resource servers, since a client may have their scopes only. */
    public void checkClient(String name, String id, String secret, List<String> allowedScopes, Duration validity) {
        String where = "clients." + name;
        faults.check(where, name, NameRule.CLIENT_NAME);
        checkUnique(where, name, clientNames);
        faults.check(where + ".id", id, NameRule.CLIENT_ID);
        checkUnique(where + ".id", id, clientIds);
        faults.check(where + ".secret", secret, NameRule.CLIENT_SECRET);
        checkAllowedScopes(where + ".scopes", allowedScopes);
        checkValidity(where + ".access-token-validity", validity);
    }

    private void checkScopes(String where, List<String> scopes) {
        checkCount(where, scopes, SCOPES_OF_A_RESOURCE_SERVER);
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < scopes.size(); i++) {
            String place = where + "[" + i + "]";
            faults.check(place, scopes.get(i), NameRule.SCOPE);
            checkUnique(place, scopes.get(i), seen);
        }
    }

    private void checkAllowedScopes(String where, List<String> scopes) {
        checkCount(where, scopes, SCOPES_OF_A_CLIENT);
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < scopes.size(); i++) {
            String place = where + "[" + i + "]";
            if (!definedScopes.contains(scopes.get(i))) {
                faults.add(
                        place,
                        "is no scope of a resource server: write <resource server>/<scope> and define both under"
                                + " resource-servers");
            }
            checkUnique(place, scopes.get(i), seen);
        }
    }

    private void checkCount(String where, List<String> scopes, int most) {
        if (scopes.size() > most) {
            faults.add(where, "has " + scopes.size() + " scopes: Cognito allows at most " + most);
        }
    }

    private void checkUnique(String where, String text, Set<String> seen) {
        if (!seen.add(text)) {
            faults.add(where, "is there twice: remove or rename one");
        }
    }

    private void checkValidity(String where, Duration validity) {
        boolean inRange = validity.compareTo(SHORTEST_VALIDITY) >= 0 && validity.compareTo(LONGEST_VALIDITY) <= 0;
        if (!inRange || validity.getNano() != 0) {
            faults.add(where, "is out of range: write whole seconds from PT5M to P1D");
        }
    }
}
