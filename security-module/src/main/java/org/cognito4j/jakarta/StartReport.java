package org.cognito4j.jakarta;

import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import org.cognito4j.KeyState;
import org.cognito4j.VerifierSettings;

/** What an operator is told when an application starts: whom it trusts, and where roles and keys come from. */
final class StartReport {

    private StartReport() {}

    /** A block of a few lines for each pool. */
    static String of(String headline, String authentication, List<VerifierSettings> pools, List<KeyState> keys) {
        StringJoiner block = new StringJoiner(System.lineSeparator());
        block.add(headline);
        block.add("  Callers are authenticated by: " + authentication);
        for (VerifierSettings pool : pools) {
            block.add("  User pool " + pool.userPool().id());
            block.add("    issuers: "
                    + String.join(", ", pool.issuers().stream().sorted().toList()));
            block.add("    callers: " + pool.callers().name().toLowerCase(Locale.ROOT)
                    + (pool.acceptsAnyClient() ? ", any app client of the pool" : ""));
            pool.requiredClaimsSummary().ifPresent(claims -> block.add("    required claims: " + claims));
            pool.clientSummaries().forEach(client -> block.add("    app client: " + client));
            block.add("    roles: " + roles(pool));
            block.add("    keys: " + keys(pool, keys) + ", from "
                    + pool.keySetAddresses().get(0));
        }
        return block.toString();
    }

    private static String roles(VerifierSettings pool) {
        List<String> mapped = pool.scopeRoles().mappedRoles().stream().sorted().toList();
        if (mapped.isEmpty()) {
            return "from scopes, <role> by " + pool.scopeRoles().wholeScope("<role>");
        }
        return String.join(
                "; ",
                mapped.stream()
                        .map(role -> role + " by "
                                + String.join(" or ", pool.scopeRoles().scopesFor(role)))
                        .toList());
    }

    private static String keys(VerifierSettings pool, List<KeyState> keys) {
        KeyState state = keys.stream()
                .filter(one -> one.userPool().equals(pool.userPool()))
                .findFirst()
                .orElseThrow();
        return state.status() == KeyState.Status.MISSING && state.lastError().isEmpty()
                ? "fetched for the first token"
                : state.status() + (state.lastError().isEmpty() ? "" : " (" + state.lastError() + ")");
    }
}
