package org.cognito4j.jakarta;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.cognito4j.RequestFacts;
import org.jspecify.annotations.Nullable;

/** Copies what a check may know of a request: it may still run when the container uses the request for another caller. */
final class CheckedRequest {

    private CheckedRequest() {}

    static RequestFacts of(HttpServletRequest request) {
        Map<String, String> headers = new LinkedHashMap<>();
        Enumeration<String> names = request.getHeaderNames();
        while (names != null && names.hasMoreElements()) {
            String name = names.nextElement();
            String value = request.getHeader(name);
            if (value != null) {
                headers.put(name, value);
            }
        }
        return new RequestFacts(
                text(request.getMethod()),
                text(request.getServletPath()) + text(request.getPathInfo()),
                text(request.getRemoteAddr()),
                headers);
    }

    private static String text(@Nullable String part) {
        return part == null ? "" : part;
    }
}
