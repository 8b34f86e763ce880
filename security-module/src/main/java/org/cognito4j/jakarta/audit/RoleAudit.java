package org.cognito4j.jakarta.audit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.cognito4j.ScopeRoles;
import org.cognito4j.SettingFault;
import org.cognito4j.VerifierSettings;

/**
 * Compares the roles that an application names with those that its settings can give.
 *
 * <p>Tells only what is certain. Where roles are derived from scopes, all can be had that could be a scope, since only the
 * user pool knows its scopes; groups of people can have any name.
 */
final class RoleAudit {

    private static final String CORRECT = ", or correct its name there";

    private final Collection<VerifierSettings> pools;
    private final NamedRoles named;

    RoleAudit(Collection<VerifierSettings> pools, NamedRoles named) {
        this.pools = pools;
        this.named = named;
    }

    /** Roles and scopes that something asks for, and nobody can have. */
    List<SettingFault> unattainable() {
        List<SettingFault> findings = new ArrayList<>();
        named.asked().forEach((role, place) -> {
            if (pools.stream().noneMatch(pool -> pool.canGive(role))) {
                findings.add(unattainable(role, place));
            }
        });
        named.scopes().forEach((scope, place) -> {
            if (!ScopeRoles.isScope(scope)) {
                findings.add(new SettingFault(
                        quoted(scope),
                        "can be no scope, so nobody can get what " + place + " asks for",
                        "Name a scope as the user pool does, one to each text"));
            } else if (pools.stream().noneMatch(pool -> canHaveScope(pool, scope))) {
                findings.add(withoutServer(
                        "no token can have the scope " + quoted(scope) + ", which " + place + " asks for"));
            }
        });
        return findings;
    }

    private static boolean canHaveScope(VerifierSettings pool, String scope) {
        return pool.canHaveScope(pool.scopeRoles().wholeScope(scope));
    }

    /** The commonest mistake: the scope of a machine's token always holds the identifier of its resource server. */
    private static SettingFault withoutServer(String problem) {
        return new SettingFault(
                "cognito.resource-server",
                "is missing, so " + problem + ": scopes are called <resource server>/<name>",
                "Set it to the identifier of the resource server, or write the whole scope there");
    }

    private static boolean hasAnyScopeFor(VerifierSettings pool, String role) {
        return pool.scopeRoles().scopesFor(role).stream().anyMatch(pool::canHaveScope);
    }

    private SettingFault unattainable(String role, String place) {
        ScopeRoles mapping = pools.iterator().next().scopeRoles();
        String problem = "nobody can get the role " + quoted(role) + ", which " + place + " asks for";
        List<VerifierSettings> giving = pools.stream()
                .filter(pool -> !pool.scopeRoles().scopesFor(role).isEmpty())
                .toList();
        if (!giving.isEmpty() && giving.stream().noneMatch(pool -> hasAnyScopeFor(pool, role))) {
            return withoutServer(problem);
        }
        if (!giving.isEmpty()) {
            return new SettingFault(
                    "cognito.clients", problem, "Let an app client that is not denied have the role" + CORRECT);
        }
        if (pools.stream().anyMatch(pool -> !pool.scopeRoles().mappedRoles().isEmpty())) {
            return new SettingFault(
                    key(role), "is missing, so " + problem, "Set it to the scopes that give the role" + CORRECT);
        }
        String prefix = mapping.resourceServer().map(server -> server + "/").orElse("");
        if (!prefix.isEmpty() && role.startsWith(prefix)) {
            return new SettingFault(
                    "cognito.resource-server",
                    "is what roles go without, so " + problem,
                    "Write " + quoted(role.substring(prefix.length())) + " there");
        }
        return new SettingFault(
                key(role),
                "is missing, and the name can be no scope's, so " + problem,
                "Write there what a scope is called"
                        + (prefix.isEmpty() ? "" : " without " + prefix)
                        + ", or give this and all other roles their scopes with cognito.roles");
    }

    /**
     * Roles that are configured, and nothing that is known asks for.
     *
     * @param foreign roles that the whole server has, maybe for other applications
     */
    List<SettingFault> leadingNowhere(Set<String> foreign) {
        Set<String> unused = new TreeSet<>();
        for (VerifierSettings pool : pools) {
            pool.scopeRoles().mappedRoles().stream()
                    .filter(role -> !named.knows(role) && !isAskedForByScope(pool.scopeRoles(), role))
                    .forEach(unused::add);
        }
        unused.removeAll(foreign);
        return unused.stream()
                .map(role -> new SettingFault(
                        key(role),
                        "leads nowhere: nothing in the application asks for the role or its scopes",
                        "Remove it, correct its name, or declare the role with <security-role> or @DeclareRoles if code"
                                + " asks isUserInRole"))
                .toList();
    }

    private boolean isAskedForByScope(ScopeRoles mapping, String role) {
        Set<String> giving = mapping.scopesFor(role);
        return named.scopes().keySet().stream().map(mapping::wholeScope).anyMatch(giving::contains);
    }

    private static String key(String role) {
        return "cognito.roles." + quoted(role);
    }

    private static String quoted(String name) {
        return '"' + name + '"';
    }
}
