package org.cognito4j.jakarta;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The paths that a request may stand for: as the container decoded it, and as other code may read its address. A caller
 * chooses the spelling ({@code //api}, {@code /%61pi}, {@code /api;x/y}, {@code /open/..%2Fapi}), so a rule that must not
 * be evaded has to look at all of them.
 */
final class RequestPaths {

    /** Code that decodes an address once more than the container does is known; more than that is not. */
    private static final int MOST_DECODINGS = 3;

    private RequestPaths() {}

    /** Returns all paths below the context root, of the dispatch that is at work: the included one in an include. */
    static Set<String> of(HttpServletRequest request) {
        Object included = request.getAttribute(RequestDispatcher.INCLUDE_REQUEST_URI);
        if (included instanceof String address) {
            return of(
                    text(request.getAttribute(RequestDispatcher.INCLUDE_SERVLET_PATH))
                            + text(request.getAttribute(RequestDispatcher.INCLUDE_PATH_INFO)),
                    address,
                    text(request.getAttribute(RequestDispatcher.INCLUDE_CONTEXT_PATH)));
        }
        return of(
                text(request.getServletPath()) + text(request.getPathInfo()),
                text(request.getRequestURI()),
                text(request.getContextPath()));
    }

    /**
     * Returns all paths that may be meant.
     *
     * @param path servlet path and path info
     * @param address the path as it was sent, with that of the context
     * @param context the path of the context
     */
    static Set<String> of(String path, String address, String context) {
        Set<String> paths = new LinkedHashSet<>();
        paths.add(path);
        addSpellings(path, paths);
        Set<String> addresses = new LinkedHashSet<>();
        addSpellings(address, addresses);
        String root = plain(decoded(context));
        for (String one : addresses) {
            String below = root.equals("/") ? one : one.startsWith(root) ? one.substring(root.length()) : one;
            paths.add(below.isEmpty() ? "/" : below);
        }
        return paths;
    }

    private static void addSpellings(String path, Set<String> spellings) {
        String decoded = path;
        for (int i = 0; i < MOST_DECODINGS; i++) {
            spellings.add(plain(decoded));
            String next = decoded(decoded);
            if (next.equals(decoded)) {
                return;
            }
            decoded = next;
        }
    }

    /** Returns a path without empty and dotted segments, parameters and backslashes. */
    private static String plain(String path) {
        Deque<String> segments = new ArrayDeque<>();
        String[] parts = path.replace('\\', '/').split("/", -1);
        for (String part : parts) {
            int parameters = part.indexOf(';');
            String segment = parameters < 0 ? part : part.substring(0, parameters);
            if (segment.equals("..")) {
                segments.pollLast();
            } else if (!segment.isEmpty() && !segment.equals(".")) {
                segments.addLast(segment);
            }
        }
        String plain = "/" + String.join("/", segments);
        boolean isDirectory = parts[parts.length - 1].isEmpty() && !segments.isEmpty();
        return isDirectory ? plain + "/" : plain;
    }

    /** Returns a text with its percent-encoded octets decoded; an incomplete one stays as it is. */
    private static String decoded(String text) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        byte[] octets = text.getBytes(StandardCharsets.UTF_8);
        byte[] decoded = new byte[octets.length];
        int length = 0;
        for (int i = 0; i < octets.length; i++) {
            int high = i + 2 < octets.length ? Character.digit(octets[i + 1], 16) : -1;
            int low = i + 2 < octets.length ? Character.digit(octets[i + 2], 16) : -1;
            if (octets[i] == '%' && high >= 0 && low >= 0) {
                decoded[length++] = (byte) (high << 4 | low);
                i += 2;
            } else {
                decoded[length++] = octets[i];
            }
        }
        return new String(decoded, 0, length, StandardCharsets.UTF_8);
    }

    private static String text(@Nullable Object part) {
        return part == null ? "" : part.toString();
    }
}
