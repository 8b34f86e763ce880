package org.cognito4j.jakarta;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Collection;
import java.util.Enumeration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The origins whose scripts may read the answers to their requests (CORS protocol of the Fetch standard). A container
 * authenticates before any filter of the application, so refusals and preflights get their headers here. An origin is
 * echoed only if it is configured; cookies are never allowed, as a token is sent in a header. Immutable and thread-safe.
 */
public final class CorsPolicy {

    private static final String ANY = "*";
    private static final String ALLOWED_ORIGIN = "Access-Control-Allow-Origin";
    private static final String REQUESTED_METHOD = "Access-Control-Request-Method";
    private static final String REQUESTED_HEADERS = "Access-Control-Request-Headers";

    /** RFC 9110 section 5.6.2. */
    private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]{1,64}";

    private static final Pattern METHOD = Pattern.compile(TOKEN);
    private static final Pattern HEADERS = Pattern.compile(TOKEN + "(?:[ \\t]*,[ \\t]*" + TOKEN + "){0,63}");

    /** How long a browser may remember the answer to a preflight, in seconds. */
    private static final String MAX_AGE = "600";

    private final Set<String> origins;

    /**
     * Makes a policy.
     *
     * @param origins {@code *}, or origins as browsers send them; none switches the policy off
     */
    CorsPolicy(Collection<String> origins) {
        this.origins = Set.copyOf(origins);
    }

    /** Returns whether a request is a preflight that {@link #answers} would answer. */
    boolean hasAnswerTo(HttpServletRequest request) {
        return !origins.isEmpty()
                && "OPTIONS".equals(request.getMethod())
                && request.getDispatcherType() == DispatcherType.REQUEST
                && request.getHeader(REQUESTED_METHOD) != null
                && allowed(request).isPresent();
    }

    /**
     * Adds the headers for the origin of a request, and answers a preflight.
     *
     * @return whether the request is answered and goes no further
     */
    public boolean answers(HttpServletRequest request, HttpServletResponse response) {
        if (origins.isEmpty() || request.getDispatcherType() != DispatcherType.REQUEST) {
            return false;
        }
        boolean isPreflight = hasAnswerTo(request);
        if (!origins.contains(ANY)) {
            addVary("Origin", response);
        }
        allowed(request).ifPresent(origin -> {
            response.setHeader(ALLOWED_ORIGIN, origin);
            response.setHeader("Access-Control-Expose-Headers", "WWW-Authenticate, Retry-After");
        });
        if (isPreflight) {
            answerPreflight(request, response);
        }
        return isPreflight;
    }

    private static void answerPreflight(HttpServletRequest request, HttpServletResponse response) {
        addVary(REQUESTED_METHOD, response);
        addVary(REQUESTED_HEADERS, response);
        requested(REQUESTED_METHOD, METHOD, request)
                .ifPresent(method -> response.setHeader("Access-Control-Allow-Methods", method));
        requested(REQUESTED_HEADERS, HEADERS, request)
                .ifPresent(headers -> response.setHeader("Access-Control-Allow-Headers", headers));
        response.setHeader("Access-Control-Max-Age", MAX_AGE);
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }

    /** Returns the value of the header that allows the origin of a request; empty for other origins, or without one. */
    private Optional<String> allowed(HttpServletRequest request) {
        Enumeration<String> sent = request.getHeaders("Origin");
        if (sent == null || !sent.hasMoreElements()) {
            return Optional.empty();
        }
        String origin = sent.nextElement();
        if (sent.hasMoreElements()) {
            return Optional.empty(); // a browser sends one
        }
        return origins.contains(ANY) ? Optional.of(ANY) : Optional.of(origin).filter(origins::contains);
    }

    private static Optional<String> requested(String header, Pattern form, HttpServletRequest request) {
        @Nullable String text = request.getHeader(header);
        return Optional.ofNullable(text).filter(sent -> form.matcher(sent).matches());
    }

    private static void addVary(String name, HttpServletResponse response) {
        boolean isThere = response.getHeaders("Vary").stream()
                .flatMap(value -> Arrays.stream(value.toLowerCase(Locale.ROOT).split("\\s*,\\s*")))
                .anyMatch(value -> value.equals(name.toLowerCase(Locale.ROOT)) || value.equals(ANY));
        if (!isThere) {
            response.addHeader("Vary", name);
        }
    }
}
