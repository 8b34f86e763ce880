package org.cognito4j;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.cognito4j.setting.SettingType;

/** How single tokens are named that are refused: {@code <jti>@<instant>}, separated by commas. */
final class DeniedTokens {

    /** Until when each token is refused, by its {@code jti}. */
    static final SettingType<Map<String, Instant>> TYPE = SettingType.of(
            DeniedTokens::read,
            DeniedTokens::write,
            "is not a list of <jti>@<instant>",
            "Name each token by its jti and when it has expired, for example"
                    + " 5e5c7b2a-0d0f-4c43-9d0e-1f2a3b4c5d6e@2026-12-02T09:30:00Z, separated by commas");

    /** Cognito writes UUIDs; no space, comma or {@code @} can be in one. */
    private static final Pattern TOKEN_ID = Pattern.compile("[\\x21-\\x7E&&[^,@\\\\]]{1,256}");

    private DeniedTokens() {}

    private static Map<String, Instant> read(String text) {
        Map<String, Instant> tokens = new LinkedHashMap<>();
        for (String element : SettingType.elements(text)) {
            int at = element.lastIndexOf('@');
            if (at < 0 || !TOKEN_ID.matcher(element.substring(0, at)).matches()) {
                throw new IllegalArgumentException("No token id and instant");
            }
            tokens.merge(element.substring(0, at), Instant.parse(element.substring(at + 1)), DeniedTokens::later);
        }
        return tokens;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static String write(Map<String, Instant> tokens) {
        return tokens.entrySet().stream()
                .map(token -> token.getKey() + "@" + token.getValue())
                .collect(Collectors.joining(","));
    }

    /** Whether an id that was not read from a text can be a token's. */
    static boolean isTokenId(String text) {
        return TOKEN_ID.matcher(text).matches();
    }
}
