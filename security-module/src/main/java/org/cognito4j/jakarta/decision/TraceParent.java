package org.cognito4j.jakarta.decision;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Enumeration;
import org.jspecify.annotations.Nullable;

/** The header {@code traceparent} of W3C Trace Context, section 3.2. */
final class TraceParent {

    private static final String HEADER = "traceparent";
    private static final int VERSION_0 = 55;
    private static final int TRACE_ID = 3;
    private static final int PARENT_ID = 36;
    private static final int FLAGS = 53;

    private TraceParent() {}

    /** Returns the trace id; empty if there is not one valid header. */
    static String traceIdOf(HttpServletRequest request) {
        if (request.getHeader(HEADER) == null) {
            return ""; // costs less, for each accepted request
        }
        Enumeration<String> headers = request.getHeaders(HEADER);
        if (headers == null || !headers.hasMoreElements()) {
            return "";
        }
        String header = headers.nextElement();
        return headers.hasMoreElements() ? "" : traceId(header);
    }

    static String traceId(@Nullable String header) {
        if (header == null
                || !hasForm(header)
                || isZero(header, TRACE_ID, PARENT_ID - 1)
                || isZero(header, PARENT_ID, FLAGS - 1)) {
            return "";
        }
        return header.substring(TRACE_ID, PARENT_ID - 1);
    }

    /** A later version may have more behind a further dash, and no version is {@code ff}. */
    private static boolean hasForm(String header) {
        boolean isOfLength = header.startsWith("00")
                ? header.length() == VERSION_0
                : header.length() >= VERSION_0 && (header.length() == VERSION_0 || header.charAt(VERSION_0) == '-');
        if (!isOfLength || header.startsWith("ff")) {
            return false;
        }
        for (int i = 0; i < VERSION_0; i++) {
            boolean isDash = i == TRACE_ID - 1 || i == PARENT_ID - 1 || i == FLAGS - 1;
            char c = header.charAt(i);
            if (isDash ? c != '-' : !(c >= '0' && c <= '9' || c >= 'a' && c <= 'f')) {
                return false;
            }
        }
        return true;
    }

    private static boolean isZero(String header, int from, int to) {
        for (int i = from; i < to; i++) {
            if (header.charAt(i) != '0') {
                return false;
            }
        }
        return true;
    }
}
