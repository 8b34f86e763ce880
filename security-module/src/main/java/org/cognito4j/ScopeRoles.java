package org.cognito4j;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Translates the scopes of a token to container roles, and roles back to the scopes that give them.
 *
 * <p>Without further settings a role is a whole scope, {@code https://api.example.com/orders.read}. With a resource
 * server only the scopes of that server count, without its identifier: {@code orders.read}. With a table the roles are
 * the table's and no others. A person's groups are roles besides these if that is set. What an app client is limited to
 * is taken last: it never gives a role, it only takes away. Immutable and thread-safe.
 */
public final class ScopeRoles {

    private final Optional<String> resourceServer;
    private final Map<String, Set<String>> scopesByRole;
    private final boolean groupsAsRoles;
    private final Map<String, ClientPolicy> clients;
    private final Function<AccessToken, Set<String>> derivation = this::derive;

    ScopeRoles(
            Optional<String> resourceServer,
            Map<String, Set<String>> scopesByRole,
            boolean groupsAsRoles,
            Map<String, ClientPolicy> clients) {
        this.resourceServer = resourceServer;
        this.scopesByRole = whole(scopesByRole, resourceServer);
        this.groupsAsRoles = groupsAsRoles;
        this.clients = Map.copyOf(clients);
    }

    /**
     * The roles that a token gives.
     *
     * @param token a verified token
     * @return an unmodifiable set; never holds an empty role, {@code *} or {@code **}, which mean "any caller" to a
     *     container
     */
    public Set<String> rolesOf(AccessToken token) {
        return token.rolesBy(this, derivation);
    }

    /**
     * Returns the roles that a token gives, and those that others give its caller.
     *
     * @param token a verified token
     * @param groups given by others, for example by an identity store of the application
     * @return an unmodifiable set; of {@code groups} it holds none that the token's app client may not have, nor an empty
     *     name, {@code *} or {@code **}
     */
    public Set<String> rolesOf(AccessToken token, Set<String> groups) {
        Set<String> roles = new LinkedHashSet<>(rolesOf(token));
        groups.stream()
                .filter(ScopeRoles::isRole)
                .filter(clientOf(token)::mayHave)
                .forEach(roles::add);
        return Collections.unmodifiableSet(roles);
    }

    /** The same, worked out anew. */
    Set<String> derive(AccessToken token) {
        Set<String> roles = new LinkedHashSet<>();
        addRolesOfScopes(token.scopes(), roles);
        if (groupsAsRoles) {
            token.groups().stream().filter(ScopeRoles::isRole).forEach(roles::add);
        }
        ClientPolicy client = clientOf(token);
        roles.removeIf(role -> !client.mayHave(role));
        return roles.equals(token.scopes()) ? token.scopes() : TextSet.of(roles);
    }

    private ClientPolicy clientOf(AccessToken token) {
        return clients.isEmpty() ? ClientPolicy.NONE : clients.getOrDefault(token.clientId(), ClientPolicy.NONE);
    }

    private void addRolesOfScopes(Set<String> scopes, Set<String> roles) {
        if (scopesByRole.isEmpty()) {
            scopes.forEach(scope -> localName(scope).filter(ScopeRoles::isRole).ifPresent(roles::add));
        } else {
            scopesByRole.forEach((role, givenBy) -> {
                if (!Collections.disjoint(scopes, givenBy)) {
                    roles.add(role);
                }
            });
        }
    }

    /**
     * The scopes that give a role; any one of them is enough.
     *
     * @param role the name of a role
     * @return whole scopes in an unmodifiable set; empty if no scope gives the role
     */
    public Set<String> scopesFor(String role) {
        if (!scopesByRole.isEmpty()) {
            return scopesByRole.getOrDefault(role, Set.of());
        }
        boolean derivable = isRole(role) && ScopeList.isScope(role);
        if (resourceServer.isEmpty()) {
            return derivable ? Set.of(role) : Set.of();
        }
        return derivable && !role.contains("/") ? Set.of(resourceServer.get() + "/" + role) : Set.of();
    }

    /**
     * The scopes that would give a role to the holder of a token; any one of them is enough.
     *
     * @param role the name of a role
     * @param token a verified token
     * @return whole scopes in an unmodifiable set; empty if no scope gives the role, or the token's app client may not
     *     have it
     */
    public Set<String> scopesFor(String role, AccessToken token) {
        return clientOf(token).mayHave(role) ? scopesFor(role) : Set.of();
    }

    /**
     * Whether a token's scope counts for its app client: the token holds it, and the client is not limited to roles that
     * this scope does not give.
     *
     * @param scope a whole scope
     * @param token a verified token
     * @return true if what asks for the scope may go ahead
     */
    public boolean grants(String scope, AccessToken token) {
        return token.hasScope(scope) && mayUse(scope, token);
    }

    /**
     * Whether an app client could make use of a scope if it were granted it.
     *
     * @param scope a whole scope
     * @param token a verified token of the client
     * @return false if the client is limited to roles that this scope does not give
     */
    public boolean mayUse(String scope, AccessToken token) {
        ClientPolicy client = clientOf(token);
        if (client.roles() == null) {
            return true;
        }
        Set<String> roles = new LinkedHashSet<>();
        addRolesOfScopes(Set.of(scope), roles);
        return roles.stream().anyMatch(client::mayHave);
    }

    /**
     * The roles that the mapping names.
     *
     * @return unmodifiable; empty if roles are derived from scopes
     */
    public Set<String> mappedRoles() {
        return scopesByRole.keySet();
    }

    /**
     * The resource server whose scopes count, and which roles do without.
     *
     * @return its identifier, if one is set
     */
    public Optional<String> resourceServer() {
        return resourceServer;
    }

    /**
     * Whether a text can be a scope (RFC 6749 section 3.3).
     *
     * @param text the text
     * @return false if it is empty or holds white space, a quote, a backslash or what is not ASCII
     */
    public static boolean isScope(String text) {
        return ScopeList.isScope(text);
    }

    /** Whether a role is not withheld from an app client. */
    boolean mayHave(String clientId, String role) {
        return clients.getOrDefault(clientId, ClientPolicy.NONE).mayHave(role);
    }

    /**
     * Returns whether a person's groups are roles too.
     *
     * @return false unless it is set
     */
    public boolean takesGroupsAsRoles() {
        return groupsAsRoles;
    }

    /**
     * The scopes that are configured to give a role.
     *
     * @return whole scopes in an unmodifiable set; empty if roles are derived from whatever scopes the user pool has
     */
    public Set<String> mappedScopes() {
        Set<String> scopes = new LinkedHashSet<>();
        scopesByRole.values().forEach(scopes::addAll);
        return Collections.unmodifiableSet(scopes);
    }

    /**
     * A scope as tokens have it.
     *
     * @param scope whole, or without the resource server's identifier if one is set
     * @return the whole scope
     */
    public String wholeScope(String scope) {
        return whole(scope, resourceServer);
    }

    /** Empty, {@code *} and {@code **} are no roles: containers take them for "every role" and "every caller". */
    static boolean isRole(String name) {
        return !name.isEmpty() && !name.equals("*") && !name.equals("**");
    }

    /** The scope as roles name it; empty if it belongs to another resource server. */
    private Optional<String> localName(String scope) {
        if (resourceServer.isEmpty()) {
            return Optional.of(scope);
        }
        String server = resourceServer.get();
        // An identifier may hold slashes, a scope's name cannot.
        boolean ours = scope.lastIndexOf('/') == server.length() && scope.startsWith(server);
        return ours ? Optional.of(scope.substring(server.length() + 1)) : Optional.empty();
    }

    /** What a setting means by a scope: whole, or without the identifier when there is one to complete it with. */
    private static String whole(String scope, Optional<String> resourceServer) {
        boolean complete = resourceServer.isEmpty() || scope.contains("/");
        return complete ? scope : resourceServer.get() + "/" + scope;
    }

    private static Map<String, Set<String>> whole(Map<String, Set<String>> table, Optional<String> resourceServer) {
        Map<String, Set<String>> whole = new LinkedHashMap<>();
        table.forEach((role, scopes) -> {
            Set<String> complete = new LinkedHashSet<>();
            scopes.forEach(scope -> complete.add(whole(scope, resourceServer)));
            whole.put(role, Collections.unmodifiableSet(complete));
        });
        return Collections.unmodifiableMap(whole);
    }
}
