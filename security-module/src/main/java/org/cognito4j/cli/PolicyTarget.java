package org.cognito4j.cli;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.cognito4j.config.PolicyFileEdit;
import org.cognito4j.config.PolicyRules;
import org.cognito4j.config.PolicyText;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The app client, the token or the pool that a command changes. */
final class PolicyTarget {

    static final String PREFIX = "cognito.";

    private static final Pattern POOL_KEY = Pattern.compile("(cognito\\.pool\\.[^.]+\\.).+");
    private static final Pattern UNNAMED_KEY = Pattern.compile("cognito\\.(?:client-ids|clients\\..+|roles\\..+)");

    @Option(names = "--client", paramLabel = "<id>", description = "An app client.")
    private @Nullable String client;

    @Option(names = "--token-id", paramLabel = "<jti>", description = "A single token, by its jti.")
    private @Nullable String tokenId;

    @Option(
            names = "--pool",
            paramLabel = "<name>",
            description = "The name of the pool, as in cognito.pool.<name>, where pools have names.")
    private @Nullable String pool;

    PolicyTarget() {}

    Optional<String> client() {
        return Optional.ofNullable(client);
    }

    Optional<String> tokenId() {
        return Optional.ofNullable(tokenId);
    }

    void check(PolicyOptions options) {
        client().ifPresent(id -> options.requireNoToken(id, "--client"));
        tokenId().ifPresent(id -> options.requireNoToken(id, "--token-id"));
        if (client().filter(id -> !id.matches("[\\w+]{1,128}")).isPresent()) {
            throw options.mistake("What is given to --client is no app client id, which has letters, digits, _ and +.");
        }
        if (tokenId()
                .filter(id -> !id.matches("[\\x21-\\x7E&&[^,@\\\\]]{1,256}"))
                .isPresent()) {
            throw options.mistake("What is given to --token-id is no token id: the jti, for example"
                    + " 5e5c7b2a-0d0f-4c43-9d0e-1f2a3b4c5d6e.");
        }
        if (pool != null && !pool.matches("[\\w-]+")) {
            throw options.mistake(
                    "What is given to --pool is no name of a pool, as in cognito.pool.<name>.user-pool-id.");
        }
        if (client != null && tokenId != null) {
            throw options.mistake("Name a client or a token: a token id is the same for all clients.");
        }
    }

    /** Returns the prefix of the keys of the client's pool. */
    String clientPrefix(PolicyOptions options, PolicyText policy, PolicyRules rules) {
        if (pool != null) {
            return named(pool);
        }
        Set<String> mentioning = prefixes(policy).stream()
                .filter(prefix -> mentions(policy, prefix))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (mentioning.size() == 1) {
            return mentioning.iterator().next();
        }
        Optional<String> owner = rules.prefixOf(policy.sealed(), client().orElseThrow());
        boolean isUnclear = mentioning.size() > 1
                || !rules.knowApplication() && !prefixes(policy).equals(Set.of(PREFIX));
        if (owner.isEmpty() && isUnclear) {
            throw options.mistake("The policy has named pools, and does not say of which of them the client is."
                    + " Name it with --pool, or give the application's settings with --config.");
        }
        return owner.orElse(PREFIX);
    }

    /**
     * Returns the prefixes of a key that applies to all app clients. The value of a pool replaces the one for all pools, so each that is set has
     * to be changed.
     */
    Set<String> prefixesOf(String key, PolicyText policy) {
        if (pool != null) {
            return Set.of(named(pool));
        }
        Set<String> all = new LinkedHashSet<>(Set.of(PREFIX));
        prefixes(policy).stream()
                .filter(prefix -> policy.value(prefix + key).isPresent())
                .forEach(all::add);
        return all;
    }

    private static String named(String name) {
        return PREFIX + "pool." + name + ".";
    }

    private boolean mentions(PolicyText policy, String prefix) {
        String id = client().orElseThrow();
        boolean isListed = policy.value(prefix + "client-ids").stream()
                .flatMap(ids -> Pattern.compile(",").splitAsStream(ids))
                .anyMatch(listed -> listed.trim().equals(id));
        return isListed
                || policy.keys().stream()
                        .map(key -> key.replace("\"", ""))
                        .anyMatch(key -> key.startsWith(prefix + "clients." + id + "."));
    }

    /** Returns the prefix of the keys of each pool that the policy names. */
    private static Set<String> prefixes(PolicyText policy) {
        Set<String> prefixes = new LinkedHashSet<>();
        for (String key : policy.keys()) {
            Matcher named = POOL_KEY.matcher(key);
            if (named.matches()) {
                prefixes.add(named.group(1));
            } else if (UNNAMED_KEY.matcher(key).matches()) {
                prefixes.add(PREFIX);
            }
        }
        return prefixes.isEmpty() ? Set.of(PREFIX) : prefixes;
    }

    /** The next whole second: until then tokens of the old secret have the same {@code iat}. */
    static Instant endOfSecond(Instant now) {
        Instant second = now.truncatedTo(ChronoUnit.SECONDS);
        return second.equals(now) ? now : second.plusSeconds(1);
    }

    /** Why a policy file cannot be changed, without a stack trace. */
    static int print(PolicyFileEdit.Refused refusal, Terminal terminal) {
        terminal.err().println(refusal.getMessage() + ".");
        return ExitCodes.FAULT;
    }
}
