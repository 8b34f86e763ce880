package org.cognito4j.localpool.http;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.cognito4j.localpool.grant.TokenAnswer;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.Response;
import org.jspecify.annotations.Nullable;

/**
 * One line in the log for each request: method, path, status, client id or operation, error code.
 *
 * <p>It shows neither query nor body, and of client ids only those of the pool, since a caller may well have put its
 * secret where the id belongs.
 */
final class RequestLogLine implements RequestLog {
    private static final Logger LOG = System.getLogger("org.cognito4j.localpool.requests");
    private static final String DETAIL = RequestLogLine.class.getName();
    private static final int LONGEST_TEXT = 128;

    static void describe(Request request, TokenAnswer answer) {
        request.setAttribute(DETAIL, " client=" + answer.client() + " error=" + answer.error());
    }

    /** Tells about an operation of the control plane, whose name must be one of Cognito's. */
    static void describe(Request request, String operation, String error) {
        request.setAttribute(DETAIL, " operation=" + operation + " error=" + error);
    }

    @Override
    public void log(Request request, Response response) {
        LOG.log(Level.INFO, () -> line(request, response.getStatus()));
    }

    private static String line(Request request, int status) {
        HttpURI uri = request.getHttpURI();
        String line =
                printable(request.getMethod()) + " " + printable(uri == null ? null : uri.getPath()) + " " + status;
        return request.getAttribute(DETAIL) instanceof String detail ? line + detail : line;
    }

    /** What came from outside, cut and without anything that could end the line or steer a terminal. */
    static String printable(@Nullable String text) {
        if (text == null) {
            return "-";
        }
        return text.substring(0, Math.min(text.length(), LONGEST_TEXT)).replaceAll("[^\\x21-\\x7E]", "?");
    }

    /** A sentence of the pool's own for a header: it may repeat what came from outside. */
    static String printableText(String text) {
        return text.replaceAll("[^\\x20-\\x7E]", "?");
    }
}
