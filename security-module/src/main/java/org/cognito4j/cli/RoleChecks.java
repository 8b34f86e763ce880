package org.cognito4j.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.cognito4j.VerifierSettings;
import org.cognito4j.net.VisibleText;

/** Checks whether roles can be had: whether there is a scope that gives them to a client that may have them. */
record RoleChecks(List<VerifierSettings> pools) {

    List<Finding> run(List<String> wanted) {
        List<Finding> findings = new ArrayList<>();
        wanted.forEach(role -> findings.add(wanted(role)));
        Set<String> mapped = new TreeSet<>();
        pools.forEach(pool -> mapped.addAll(pool.scopeRoles().mappedRoles()));
        mapped.removeAll(wanted);
        mapped.stream().filter(role -> !canBeHad(role)).forEach(role -> findings.add(unavailable(role, false)));
        return findings;
    }

    /** Any pool will do: callers of the others then do without the role. */
    private boolean canBeHad(String role) {
        return pools.stream().anyMatch(pool -> pool.canGive(role));
    }

    private boolean canBeInAToken(String scope) {
        return pools.stream().anyMatch(pool -> pool.canHaveScope(scope));
    }

    private Finding wanted(String role) {
        if (!canBeHad(role)) {
            return unavailable(role, true);
        }
        Set<String> scopes = new TreeSet<>();
        pools.stream()
                .filter(pool -> pool.canGive(role))
                .forEach(pool -> pool.scopeRoles().scopesFor(role).stream()
                        .filter(pool::canHaveScope)
                        .forEach(scopes::add));
        String giver = scopes.isEmpty() ? "a group of that name" : "any of the scopes " + String.join(" ", scopes);
        return Finding.good("role", VisibleText.quoted(role) + " is given by " + giver);
    }

    private Finding unavailable(String role, boolean wanted) {
        Set<String> scopes = new TreeSet<>();
        pools.forEach(pool -> scopes.addAll(pool.scopeRoles().scopesFor(role)));
        if (!scopes.isEmpty() && scopes.stream().noneMatch(this::canBeInAToken)) {
            String problem = VisibleText.quoted(role) + " can be had by nobody: no token has the scope "
                    + VisibleText.of(String.join(" or ", scopes)) + ", as scopes are called <resource server>/<name>";
            String cure =
                    "Set cognito.resource-server to the identifier of the resource server, or use the whole scope";
            return wanted ? Finding.fault("role", problem, cure) : Finding.warning("role", problem, cure);
        }
        String text =
                VisibleText.quoted(role) + " can be had by nobody: no scope gives it, or no app client may have it";
        String remedy = "Correct cognito.roles.\"<role>\", cognito.resource-server or cognito.clients.\"<id>\".roles";
        return wanted ? Finding.fault("role", text, remedy) : Finding.warning("role", text, remedy);
    }
}
