package org.cognito4j.jakarta.metadata;

import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * The path of a request, decoded.
 *
 * @param context the path of the application; empty for the root
 * @param path what follows it
 */
public record RequestedPath(String context, String path) {

    /** The path of a request of which nothing is known. */
    public static final RequestedPath UNKNOWN = new RequestedPath("", "");

    /** Returns the path of a request, as its container has decoded it; {@link #UNKNOWN} if there is no request. */
    public static RequestedPath of(@Nullable HttpServletRequest request) {
        return request == null
                ? UNKNOWN
                : new RequestedPath(
                        text(request.getContextPath()),
                        request.getPathInfo() == null
                                ? text(request.getServletPath())
                                : text(request.getServletPath()) + request.getPathInfo());
    }

    /**
     * Returns the path of a request of which the whole is known.
     *
     * @param whole the decoded path with that of the application
     * @param application null if it is not known
     */
    public static RequestedPath of(String whole, @Nullable ServletContext application) {
        String context = application == null ? "" : text(application.getContextPath());
        return whole.startsWith(context + "/") || whole.equals(context)
                ? new RequestedPath(context, whole.substring(context.length()))
                : new RequestedPath("", whole);
    }

    private static String text(@Nullable String part) {
        return part == null ? "" : part;
    }
}
