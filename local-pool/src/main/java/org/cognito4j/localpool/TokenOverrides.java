package org.cognito4j.localpool;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The changes that a pre token generation trigger makes to an access token: {@code accessTokenGeneration} of its response.
 *
 * @param claimsToAddOrOverride claims with texts, numbers, booleans, lists or maps
 * @param claimsToSuppress claims to leave out
 * @param scopesToAdd scopes to add, which need not exist; one with a blank is left out
 * @param scopesToSuppress scopes to take away
 */
public record TokenOverrides(
        Map<String, Object> claimsToAddOrOverride,
        List<String> claimsToSuppress,
        List<String> scopesToAdd,
        List<String> scopesToSuppress) {
    /**
     * Keeps copies.
     *
     * @param claimsToAddOrOverride claims to add or override
     * @param claimsToSuppress claims to leave out
     * @param scopesToAdd scopes to add
     * @param scopesToSuppress scopes to take away
     */
    public TokenOverrides {
        claimsToAddOrOverride = Map.copyOf(claimsToAddOrOverride);
        claimsToSuppress = List.copyOf(claimsToSuppress);
        scopesToAdd = List.copyOf(scopesToAdd);
        scopesToSuppress = List.copyOf(scopesToSuppress);
    }

    /**
     * No change.
     *
     * @return overrides without any
     */
    public static TokenOverrides none() {
        return new TokenOverrides(Map.of(), List.of(), List.of(), List.of());
    }

    /**
     * Adds or overrides one more claim.
     *
     * @param name the claim
     * @param value a text, number, boolean, list or map
     * @return these overrides and that one
     */
    public TokenOverrides claim(String name, Object value) {
        Map<String, Object> claims = new LinkedHashMap<>(claimsToAddOrOverride);
        claims.put(name, value);
        return new TokenOverrides(claims, claimsToSuppress, scopesToAdd, scopesToSuppress);
    }

    /**
     * Adds one more scope.
     *
     * @param scope the scope
     * @return these overrides and that one
     */
    public TokenOverrides addScope(String scope) {
        List<String> scopes = new ArrayList<>(scopesToAdd);
        scopes.add(scope);
        return new TokenOverrides(claimsToAddOrOverride, claimsToSuppress, scopes, scopesToSuppress);
    }
}
