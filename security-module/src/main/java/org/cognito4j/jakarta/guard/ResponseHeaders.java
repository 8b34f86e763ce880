package org.cognito4j.jakarta.guard;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Removes a header from a response that has no body yet. Servlet containers before 6.1 have no common way to do that. */
public final class ResponseHeaders {

    /** Headers that hold for any answer, so that they tell nothing of the resource. All of CORS are among them. */
    private static final Set<String> OF_ANY_ANSWER = Set.of(
            "vary",
            "strict-transport-security",
            "content-security-policy",
            "content-security-policy-report-only",
            "x-content-type-options",
            "x-frame-options",
            "referrer-policy",
            "permissions-policy",
            "cross-origin-opener-policy",
            "cross-origin-embedder-policy",
            "cross-origin-resource-policy",
            "timing-allow-origin",
            "x-request-id",
            "x-correlation-id",
            "traceparent");

    private ResponseHeaders() {}

    static void remove(String header, HttpServletResponse response) {
        response.setHeader(header, null); // removes it from Jakarta Servlet 6.1 on, and in some earlier containers
        if (response.containsHeader(header) && !response.isCommitted()) {
            allBut(header, response);
        }
    }

    /**
     * Removes the body and all headers that may tell of it. Those stay that a filter of the application sets for whatever the
     * answer is, as the ones of CORS.
     */
    public static void removeBody(HttpServletResponse response) {
        Map<String, List<String>> kept = headers(response);
        kept.keySet().removeIf(name -> !isOfAnyAnswer(name));
        response.reset();
        restore(kept, response);
    }

    private static void allBut(String header, HttpServletResponse response) {
        Map<String, List<String>> kept = headers(response);
        kept.keySet().removeIf(header::equalsIgnoreCase);
        int status = response.getStatus();
        @Nullable String contentType = response.getContentType();
        response.reset();
        response.setStatus(status);
        restore(kept, response);
        if (contentType != null) {
            response.setContentType(contentType);
        }
    }

    private static boolean isOfAnyAnswer(String header) {
        String name = header.toLowerCase(Locale.ROOT);
        return name.startsWith("access-control-") || OF_ANY_ANSWER.contains(name);
    }

    private static Map<String, List<String>> headers(HttpServletResponse response) {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        response.getHeaderNames().forEach(name -> headers.put(name, new ArrayList<>(response.getHeaders(name))));
        return headers;
    }

    private static void restore(Map<String, List<String>> headers, HttpServletResponse response) {
        headers.forEach((name, values) -> {
            response.setHeader(name, values.get(0));
            values.stream().skip(1).forEach(value -> response.addHeader(name, value));
        });
    }
}
