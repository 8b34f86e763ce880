package org.cognito4j.jakarta.filter;

import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The HTTP methods for which a filter asks for a token: all but a few. What an application makes of a method that nobody
 * has named is not known, so only names that mean something can be left out.
 */
final class CheckedMethods {

    static final CheckedMethods ALL = new CheckedMethods(Set.of());

    /**
     * The methods that an application tells apart (RFC 9110 section 9.3, RFC 5789). {@code CONNECT} opens a WebSocket over
     * HTTP/2 (RFC 8441), and {@code TRACE} shows the request, with whatever a proxy put into it.
     */
    private static final Set<String> USUAL = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    private final Set<String> open;

    private CheckedMethods(Set<String> open) {
        this.open = open;
    }

    static CheckedMethods only(Collection<String> methods) {
        Set<String> open = new HashSet<>(USUAL);
        open.removeAll(withHead(methods));
        return new CheckedMethods(open);
    }

    static CheckedMethods allBut(Collection<String> methods) {
        return new CheckedMethods(withHead(methods));
    }

    /** Returns whether at least one of the usual methods needs a token. */
    boolean includeUsual() {
        return !open.containsAll(USUAL);
    }

    /**
     * Returns the usual method that a name is a misspelling of. To name an unusual method has no effect, as it needs a token
     * anyway, so this would leave the usual one open.
     */
    static Optional<String> meantBy(String method) {
        return USUAL.contains(method)
                ? Optional.empty()
                : USUAL.stream().filter(usual -> isSlip(method, usual)).findFirst();
    }

    /** One letter more, less or other, or two that have changed places. */
    private static boolean isSlip(String text, String usual) {
        int common = 0;
        int shorter = Math.min(text.length(), usual.length());
        while (common < shorter && text.charAt(common) == usual.charAt(common)) {
            common++;
        }
        String left = text.substring(common);
        String usualLeft = usual.substring(common);
        boolean isSwapped = left.length() == usualLeft.length()
                && left.length() > 1
                && left.charAt(0) == usualLeft.charAt(1)
                && left.charAt(1) == usualLeft.charAt(0)
                && left.substring(2).equals(usualLeft.substring(2));
        return isSwapped
                || withoutFirst(left).equals(withoutFirst(usualLeft))
                || withoutFirst(left).equals(usualLeft)
                || left.equals(withoutFirst(usualLeft));
    }

    private static String withoutFirst(String text) {
        return text.isEmpty() ? text : text.substring(1);
    }

    /** Names are compared exactly: to HTTP {@code get} is another method than {@code GET} (RFC 9110 section 9.1). */
    boolean include(@Nullable String method) {
        return method == null || !open.contains(method);
    }

    /** A HEAD is answered by what answers a GET. */
    private static Set<String> withHead(Collection<String> methods) {
        Set<String> all = new HashSet<>(methods);
        if (all.contains("GET")) {
            all.add("HEAD");
        }
        return all;
    }
}
