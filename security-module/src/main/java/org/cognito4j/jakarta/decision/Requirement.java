package org.cognito4j.jakarta.decision;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import org.cognito4j.AccessToken;

/**
 * The scopes and roles that a resource requires of its caller. Immutable and thread-safe.
 *
 * @param scopes the scopes that were asked for; empty if roles were, or if they are not known
 * @param roles the roles that were asked for; empty if scopes were, or if they are not known
 * @param missing the scopes that would do, as the challenge names them; empty if none would, or if they are not known
 */
public record Requirement(Set<String> scopes, Set<String> roles, Set<String> missing) {

    /** Nothing that is known. */
    public static final Requirement NONE = new Requirement(Set.of(), Set.of(), Set.of());

    /**
     * Takes copies in the same order.
     *
     * @param scopes the scopes that were asked for
     * @param roles the roles that were asked for
     * @param missing the scopes that would do
     */
    public Requirement {
        scopes = copy(scopes);
        roles = copy(roles);
        missing = copy(missing);
    }

    /**
     * Returns a requirement of scopes.
     *
     * @param asked the scopes that were asked for
     * @param missing those that would do
     * @return the requirement
     */
    public static Requirement ofScopes(Collection<String> asked, Collection<String> missing) {
        return new Requirement(copy(asked), Set.of(), copy(missing));
    }

    /**
     * Returns a requirement of roles.
     *
     * @param asked the roles that were asked for
     * @param missing the scopes that would do
     * @return the requirement
     */
    public static Requirement ofRoles(Collection<String> asked, Collection<String> missing) {
        return new Requirement(Set.of(), copy(asked), copy(missing));
    }

    /**
     * Returns the requirement with only those of the missing scopes that a token has not. A scope that the token has and that does not count
     * for its app client stays if no other is missing.
     *
     * @param token the token of the caller
     * @return the requirement, or this one if nothing changes
     */
    public Requirement lackedBy(AccessToken token) {
        Set<String> lacked = new LinkedHashSet<>(missing);
        lacked.removeAll(token.scopes());
        return lacked.isEmpty() ? this : new Requirement(scopes, roles, lacked);
    }

    private static Set<String> copy(Collection<String> texts) {
        return Collections.unmodifiableSet(new LinkedHashSet<>(texts));
    }
}
