package org.cognito4j.config;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cognito4j.DeclaredPoolSettings;

/** The keys of what is set for single app clients of a pool, as in {@code clients."<id>".denied}. */
final class ClientPolicyKeys {

    static final String START = "clients.";

    /** What can be set for an app client. */
    static final Set<String> ATTRIBUTES = DeclaredPoolSettings.ALL.attributes(START);

    private static final Pattern CLAIM_KEY = Pattern.compile(
            "clients\\.(?:\"([^\"]+)\"|([^\".]+))\\." + Pattern.quote(RequiredClaimKeys.START) + "(.+)");

    private static final Pattern KEY = Pattern.compile("clients\\.(?:\"([^\"]+)\"|([^\".]+))\\.([a-z-]+)");

    private ClientPolicyKeys() {}

    /** Whether a key, without its prefix, is one of them. */
    static boolean isKey(String key) {
        Matcher parts = KEY.matcher(key);
        return parts.matches() && ATTRIBUTES.contains(parts.group(3))
                || CLAIM_KEY.matcher(key).matches();
    }

    /** The app client of a key, without its prefix, whatever is set for it. */
    static Optional<String> clientOf(String key) {
        Matcher parts = KEY.matcher(key);
        Matcher claim = CLAIM_KEY.matcher(key);
        return parts.matches() ? clientOf(parts) : claim.matches() ? clientOf(claim) : Optional.empty();
    }

    private static Optional<String> clientOf(Matcher parts) {
        return Optional.of(parts.group(1) == null ? parts.group(2) : parts.group(1));
    }

    /** The keys that a key, which is none of ours, may have meant. */
    static List<String> alike(String key) {
        Matcher parts = KEY.matcher(key.substring(Math.max(0, key.indexOf(START))));
        return parts.matches()
                ? ATTRIBUTES.stream()
                        .map(attribute ->
                                key.substring(0, key.length() - parts.group(3).length()) + attribute)
                        .toList()
                : List.of();
    }
}
