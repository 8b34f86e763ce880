package org.cognito4j.jakarta.metadata;

import java.util.Set;

/**
 * What one place of an application asks of its callers. Immutable.
 *
 * @param patterns URL patterns of the requests that it asks about; empty if they are not known, as with a bean
 * @param roles names of roles
 * @param scopes scopes as they are written there: whole, or without the identifier of the resource server
 */
public record ScopeNeed(Set<String> patterns, Set<String> roles, Set<String> scopes) {

    public ScopeNeed {
        patterns = Set.copyOf(patterns);
        roles = Set.copyOf(roles);
        scopes = Set.copyOf(scopes);
    }
}
