package org.cognito4j.jakarta;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a request says with its {@code Authorization} header (RFC 6750 section 2.1). Form parameters, the query and
 * cookies are not looked at: they end up in logs and histories.
 */
public sealed interface BearerToken {

    /** The request has no bearer token. */
    record Absent() implements BearerToken {}

    /** The request tries to send one but not in the form that RFC 6750 has for it, or sends two. */
    record Malformed() implements BearerToken {}

    /** The request has exactly one. */
    record Present(String text) implements BearerToken {

        /** Leaves the token out, so that it cannot get into a log by accident. */
        @Override
        public String toString() {
            return "Present";
        }
    }

    /** The scheme alone or before what cannot belong to its name (RFC 9110 section 11.1), also where lists are joined. */
    Pattern SCHEME = Pattern.compile("(?:.*,\\s*)?(?i:Bearer)(?:[^!#$%&'*+.^_`|~0-9A-Za-z-].*)?", Pattern.DOTALL);

    static BearerToken of(HttpServletRequest request) {
        List<String> headers = Collections.list(request.getHeaders("Authorization"));
        String token = headers.size() == 1 ? BearerCredentials.tokenOf(headers.get(0)) : null;
        if (token != null) {
            return new Present(token);
        }
        return headers.stream().anyMatch(header -> SCHEME.matcher(header).matches()) ? new Malformed() : new Absent();
    }
}
