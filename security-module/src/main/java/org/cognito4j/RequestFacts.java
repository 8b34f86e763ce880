package org.cognito4j;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The facts of a request that a {@link TokenCheck} receives. A copy, which stays valid when the request is over. Holds no
 * credentials. Immutable and thread-safe.
 *
 * @param method the HTTP method; empty if no request is known
 * @param path the path within the application, decoded by the server, beginning with a slash; empty if no request is known
 * @param remoteAddress the address that the server names, behind a proxy that of the proxy; empty if no request is known
 * @param headers the first value of each header by its name in small letters; at most 100, those of more than 4096 characters left out, and
 *     never {@code authorization}, {@code proxy-authorization} and {@code cookie}
 */
public record RequestFacts(String method, String path, String remoteAddress, Map<String, String> headers) {

    /** Where no request is known. */
    public static final RequestFacts NONE = new RequestFacts("", "", "", Map.of());

    private static final int MOST_HEADERS = 100;
    private static final int LONGEST_VALUE = 4_096;
    private static final Set<String> SECRET = Set.of("authorization", "proxy-authorization", "cookie");

    /**
     * Copies what is known of a request.
     *
     * @param method the HTTP method
     * @param path the path within the application
     * @param remoteAddress the address of the caller or of a proxy
     * @param headers by their names, of which any case will do; what is too much is left out
     */
    public RequestFacts {
        Objects.requireNonNull(method, "method");
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(remoteAddress, "remoteAddress");
        Map<String, String> kept = new LinkedHashMap<>();
        headers.forEach((name, value) -> {
            String small = name.toLowerCase(Locale.ROOT);
            if (kept.size() < MOST_HEADERS && value.length() <= LONGEST_VALUE && !SECRET.contains(small)) {
                kept.putIfAbsent(small, value);
            }
        });
        headers = Collections.unmodifiableMap(kept);
    }

    /**
     * The first value of a header.
     *
     * @param name in any case
     * @return empty if the request has no such header, or it was left out
     */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    /**
     * A description without headers.
     *
     * @return method and path as the caller wrote them: escape it for a log
     */
    @Override
    public String toString() {
        return "RequestFacts[" + method + " " + path + "]";
    }
}
