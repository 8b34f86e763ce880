package org.cognito4j.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.cognito4j.AccessToken;
import org.cognito4j.ScopeRoles;
import org.cognito4j.VerifierSettings;
import org.cognito4j.net.VisibleText;

/**
 * Whether a token gives a role.
 *
 * @param role its name
 * @param given whether it does
 * @param scopes those that would give it to the token's client, any one of them
 */
record RoleAnswer(String role, boolean given, Set<String> scopes) {

    static RoleAnswer of(String role, AccessToken token, VerifierSettings settings) {
        ScopeRoles mapping = settings.scopeRoles();
        return new RoleAnswer(
                role, mapping.rolesOf(token).contains(role), new TreeSet<>(mapping.scopesFor(role, token)));
    }

    String text() {
        String name = VisibleText.quoted(role);
        if (given) {
            return name + " is given";
        }
        return scopes.isEmpty()
                ? name + " is not given, and no scope would give it to this client"
                : name + " is not given; a scope that would: " + VisibleText.of(String.join(" ", scopes));
    }

    Map<String, Object> members() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("role", VisibleText.of(role));
        members.put("given", given);
        members.put("scopes", scopes.stream().map(VisibleText::of).toList());
        return members;
    }
}
