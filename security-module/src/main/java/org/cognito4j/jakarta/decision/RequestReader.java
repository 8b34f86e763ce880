package org.cognito4j.jakarta.decision;

import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletMapping;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import java.util.function.Supplier;
import org.cognito4j.net.VisibleText;
import org.jspecify.annotations.Nullable;

/** Reads from requests what a record has of them. A container that fails to tell one thing leaves that one out. Thread-safe. */
public final class RequestReader {

    private static final int LONGEST_PATH = 256;
    private static final Set<String> METHODS =
            Set.of("GET", "HEAD", "POST", "PUT", "DELETE", "CONNECT", "OPTIONS", "TRACE", "PATCH");

    private final boolean readsPaths;
    private final ClientAddress address;

    /** Of the last request that was read. */
    private volatile @Nullable Route lastRoute;

    /** A pattern of an application, and the text for it. */
    private record Route(String context, String pattern, String text) {}

    /**
     * A reader.
     *
     * @param readsPaths whether records have the path as the caller sent it
     * @param addressHeader the header with the caller's address that a proxy writes; null if there is no proxy
     */
    public RequestReader(boolean readsPaths, @Nullable String addressHeader) {
        this.readsPaths = readsPaths;
        this.address = new ClientAddress(addressHeader);
    }

    /**
     * Reads a request.
     *
     * @param request null where a decision is made without one at hand
     * @param form who decides
     * @return the facts
     */
    public DecidedRequest read(@Nullable HttpServletRequest request, DecisionForm form) {
        if (request == null) {
            return new DecidedRequest("", form, "", "", "", "", "");
        }
        try {
            return readAtOnce(request, form);
        } catch (Throwable e) { // an Error as well: a record is not worth a request
            return readOneByOne(request, form);
        }
    }

    /** For each accepted request, so without an object more than the record has. */
    private DecidedRequest readAtOnce(HttpServletRequest request, DecisionForm form) {
        String context = orEmpty(contextPath(request));
        return new DecidedRequest(
                context.isEmpty() ? "/" : context,
                form,
                method(request),
                route(context, request),
                readsPaths ? path(request) : "",
                address.of(request),
                TraceParent.traceIdOf(request));
    }

    private DecidedRequest readOneByOne(HttpServletRequest request, DecisionForm form) {
        String context = safely(() -> contextPath(request));
        return new DecidedRequest(
                context.isEmpty() ? "/" : context,
                form,
                safely(() -> method(request)),
                safely(() -> route(context, request)),
                readsPaths ? safely(() -> path(request)) : "",
                safely(() -> address.of(request)),
                safely(() -> TraceParent.traceIdOf(request)));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static @Nullable String contextPath(HttpServletRequest request) {
        ServletContext application = request.getServletContext();
        return application == null ? "" : application.getContextPath();
    }

    private static String method(HttpServletRequest request) {
        return METHODS.contains(request.getMethod()) ? request.getMethod() : DecidedRequest.OTHER_METHOD;
    }

    private String route(String context, HttpServletRequest request) {
        HttpServletMapping mapping = request.getHttpServletMapping();
        String pattern = mapping == null ? null : mapping.getPattern();
        if (pattern == null) {
            return "";
        }
        Route known = lastRoute; // most applications have one servlet that most requests are for
        if (known == null || !known.pattern.equals(pattern) || !known.context.equals(context)) {
            known = new Route(
                    context,
                    pattern,
                    context + (pattern.startsWith("/") || pattern.isEmpty() ? pattern : "/" + pattern));
            lastRoute = known;
        }
        return known.text;
    }

    private static String path(HttpServletRequest request) {
        String path = request.getRequestURI();
        if (path == null) {
            return "";
        }
        String visible = VisibleText.of(path.length() > LONGEST_PATH ? path.substring(0, LONGEST_PATH) : path);
        return visible.length() > LONGEST_PATH ? visible.substring(0, LONGEST_PATH) : visible;
    }

    /** Some containers throw where a request is over, or not that far yet. */
    private static String safely(Supplier<@Nullable String> question) {
        try {
            String answer = question.get();
            return answer == null ? "" : answer;
        } catch (Throwable e) { // an Error as well: a record is not worth a request
            return "";
        }
    }
}
