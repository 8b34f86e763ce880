package org.cognito4j;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.cognito4j.net.VisibleText;

/** Parts of one token as they may be shown to people: never its signature, and nothing that is not printable. */
final class PrintableToken {

    /** Shorter ones occur anywhere by chance, and sign nothing. */
    private static final int LEAST_SIGNATURE = 16;

    private final String token;

    PrintableToken(String token) {
        this.token = token;
    }

    String length() {
        return token.length() + " characters";
    }

    /** What a token that has not the right form looks like, by numbers alone. */
    String form() {
        int parts = token.split("\\.", -1).length;
        boolean strange = token.chars().anyMatch(c -> !isBase64Url(c));
        boolean scheme = token.regionMatches(true, 0, "Bearer", 0, "Bearer".length());
        return (parts == 1 ? "one part" : parts + " parts")
                + (scheme ? ", with the word Bearer before it" : "")
                + (!scheme && strange ? ", with characters that are not base64url" : "");
    }

    private static boolean isBase64Url(int c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || c == '-'
                || c == '_'
                || c == '.';
    }

    /** A member of the header or a claim. */
    String member(Map<String, Object> members, String name) {
        return name + (members.containsKey(name) ? " = " + value(members.get(name)) : " is missing");
    }

    /** Some names. */
    String names(Collection<String> names) {
        return text(names.stream().sorted().collect(Collectors.joining(", ")));
    }

    /** A time with the number it comes from, if it is one. */
    String time(Claims claims, String name) {
        return claims.instant(name).map(time -> name + " = " + time).orElseGet(() -> member(claims.values(), name));
    }

    private String value(Object value) {
        if (value instanceof String text) {
            return text(text);
        }
        if (value instanceof List<?> list) {
            boolean texts = list.stream().allMatch(String.class::isInstance);
            return texts
                    ? "the list " + text(list.stream().map(Object::toString).collect(Collectors.joining(", ")))
                    : "a list";
        }
        if (value instanceof Map<?, ?>) {
            return "an object";
        }
        return Optional.ofNullable(value)
                .map(Object::toString)
                .map(VisibleText::of)
                .orElse("null, a list or an object");
    }

    private String text(String text) {
        String signature = token.substring(token.lastIndexOf('.') + 1);
        boolean shows = signature.length() >= LEAST_SIGNATURE && text.contains(signature);
        return shows ? "(not shown: it holds the signature)" : VisibleText.quoted(text);
    }
}
