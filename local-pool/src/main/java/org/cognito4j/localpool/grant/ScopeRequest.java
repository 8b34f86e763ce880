package org.cognito4j.localpool.grant;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cognito4j.localpool.pool.RegisteredClient;
import org.cognito4j.localpool.pool.RegisteredPool;

/**
 * The scopes a client asks for; none means all it may have.
 *
 * @param wanted the scopes
 */
public record ScopeRequest(Set<String> wanted) {

    static ScopeRequest of(String separatedByBlanks) {
        return new ScopeRequest(Stream.of(separatedByBlanks.split(" "))
                .filter(scope -> !scope.isEmpty())
                .collect(Collectors.toUnmodifiableSet()));
    }

    /** A scope that the client may not have, if it asks for one. */
    public Optional<String> foreignTo(RegisteredClient client) {
        return wanted.stream()
                .filter(scope -> !client.allowedScopes().contains(scope))
                .findFirst();
    }

    /**
     * What it gets: in the order of the client's definition, because Cognito does not keep the order of the request either,
     * and without scopes that have been deleted from their resource server.
     */
    public List<String> granted(RegisteredClient client, RegisteredPool pool) {
        Set<String> defined = pool.definedScopes();
        return client.allowedScopes().stream()
                .filter(scope -> wanted.isEmpty() || wanted.contains(scope))
                .filter(defined::contains)
                .toList();
    }
}
