package org.cognito4j.jakarta.filter;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cognito4j.AccessToken;
import org.cognito4j.ScopeRoles;
import org.cognito4j.UserPool;
import org.cognito4j.VerifierSettings;

/** What a filter asks of a token. A short name of a scope can be another whole scope in each pool. */
final class RequiredScopes {

    private final Map<UserPool, Set<String>> byPool = new LinkedHashMap<>();
    private final Function<AccessToken, ScopeRoles> mapping;
    private final Set<String> asSet;
    private final boolean any;

    /**
     * The scopes that are required of the tokens of some pools.
     *
     * @param mapping of the pool that issued a token, by the policy of now
     * @param scopes whole or without the resource server's identifier; none if any token will do
     * @param any whether one of them is enough
     */
    RequiredScopes(
            Collection<VerifierSettings> pools,
            Function<AccessToken, ScopeRoles> mapping,
            Collection<String> scopes,
            boolean any) {
        this.mapping = mapping;
        this.any = any;
        this.asSet = Collections.unmodifiableSet(new LinkedHashSet<>(scopes));
        for (VerifierSettings pool : pools) {
            Set<String> whole = new LinkedHashSet<>();
            scopes.forEach(scope -> whole.add(pool.scopeRoles().wholeScope(scope)));
            byPool.put(pool.userPool(), whole);
        }
    }

    /** Returns the scopes as they are configured. */
    Set<String> asSet() {
        return asSet;
    }

    /** Whether a token gives enough. A scope counts only for an app client that may have the roles it gives. */
    boolean areHeldBy(AccessToken token) {
        Set<String> required = of(token);
        ScopeRoles roles = mapping.apply(token);
        for (String scope : required) {
            if (roles.grants(scope, token) == any) {
                return any;
            }
        }
        return !any || required.isEmpty();
    }

    /** What a token would need for its caller to get in: nothing that would not help it. */
    Set<String> helpful(AccessToken token) {
        Set<String> required = of(token);
        ScopeRoles roles = mapping.apply(token);
        boolean hopeless = !any && !required.stream().allMatch(scope -> roles.mayUse(scope, token));
        return hopeless
                ? Set.of()
                : required.stream()
                        .filter(scope -> roles.mayUse(scope, token))
                        .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The whole scopes that are required of a token. */
    Set<String> of(AccessToken token) {
        Set<String> required = byPool.get(token.userPool());
        if (required == null) {
            throw new IllegalStateException("the token is of a pool that the filter does not know");
        }
        return required;
    }
}
