package org.cognito4j.jakarta;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Removes a header from a response that has no body yet. Servlet containers before 6.1 have no common way to do that. */
final class HeaderRemoval {

    private HeaderRemoval() {}

    static void remove(String header, HttpServletResponse response) {
        response.setHeader(header, null); // removes it from Jakarta Servlet 6.1 on, and in some earlier containers
        if (response.containsHeader(header) && !response.isCommitted()) {
            allBut(header, response);
        }
    }

    private static void allBut(String header, HttpServletResponse response) {
        Map<String, List<String>> kept = new LinkedHashMap<>();
        for (String name : response.getHeaderNames()) {
            if (!name.equalsIgnoreCase(header)) {
                kept.put(name, new ArrayList<>(response.getHeaders(name)));
            }
        }
        int status = response.getStatus();
        @Nullable String contentType = response.getContentType();
        response.reset();
        response.setStatus(status);
        kept.forEach((name, values) -> {
            response.setHeader(name, values.get(0));
            values.stream().skip(1).forEach(value -> response.addHeader(name, value));
        });
        if (contentType != null) {
            response.setContentType(contentType);
        }
    }
}
