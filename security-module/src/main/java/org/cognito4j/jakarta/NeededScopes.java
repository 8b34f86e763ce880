package org.cognito4j.jakarta;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.cognito4j.ScopeRoles;
import org.cognito4j.VerifierSettings;
import org.cognito4j.jakarta.constraint.WebConstraints;

/**
 * The scopes that a resource asks for, for callers of whom nothing is known: those of all pools. What a caller lacks whose token is
 * acceptable is the matter of {@link Refusals}. Thread-safe.
 *
 * @param pools settings of each pool by the policy of now
 */
record NeededScopes(Supplier<List<VerifierSettings>> pools) {

    /** Returns the scopes that give one of the roles which the constraints name for a request; none if they name no role. */
    Set<String> byConstraint(HttpServletRequest request) {
        try {
            return ofRoles(WebConstraints.of(request.getServletContext()).rolesFor(request));
        } catch (RuntimeException e) {
            return Set.of(); // the request is refused in any case, and some containers throw where it is over
        }
    }

    /** Returns the scopes that give one of some roles. */
    Set<String> ofRoles(Collection<String> roles) {
        Set<String> scopes = new LinkedHashSet<>();
        for (String role : new TreeSet<>(roles)) {
            for (VerifierSettings pool : pools.get()) {
                pool.scopeRoles().scopesFor(role).stream()
                        .filter(pool::canHaveScope)
                        .forEach(scopes::add);
            }
        }
        return scopes;
    }

    /** Returns scopes as tokens have them. */
    Set<String> whole(Collection<String> scopes) {
        Set<String> whole = new LinkedHashSet<>();
        for (String scope : scopes) {
            for (VerifierSettings pool : pools.get()) {
                String name = pool.scopeRoles().wholeScope(scope);
                if (ScopeRoles.isScope(name) && pool.canHaveScope(name)) {
                    whole.add(name);
                }
            }
        }
        return whole;
    }
}
