package org.cognito4j.jakarta;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequestWrapper;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A request as the application sees it behind one of our filters. Beans get the container's request injected, which knows
 * nothing of a filter's caller: they find this one by it.
 */
public interface FilteredRequest extends HttpServletRequest {

    /** The request attribute that holds the request behind the innermost filter. */
    String ATTRIBUTE = FilteredRequest.class.getName();

    /** Who judged the request, by settings that may be the filter's own. */
    CognitoService service();

    /** Returns the service that a request was judged by: a filter's own, or the application's. */
    static @Nullable CognitoService serviceOf(HttpServletRequest request) {
        return serviceOf(request.getAttribute(ATTRIBUTE), request.getServletContext());
    }

    /**
     * Returns the service that a request was judged by, for those who have no servlet request.
     *
     * @param filtered its attribute {@link #ATTRIBUTE}
     */
    static @Nullable CognitoService serviceOf(@Nullable Object filtered, @Nullable ServletContext application) {
        return filtered instanceof FilteredRequest request ? request.service() : CognitoService.in(application);
    }

    /** Lets a request pass, and beans find it for as long as what is behind the filter works on it. */
    static void pass(HttpServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Object outer = request.getAttribute(ATTRIBUTE);
        if (outer == null && !(request instanceof ServletRequestWrapper)) {
            chain.doFilter(request, response); // the container's own request, which is the one that beans get
            return;
        }
        request.setAttribute(ATTRIBUTE, request);
        try {
            chain.doFilter(request, response);
        } finally {
            if (!request.isAsyncStarted()) {
                request.setAttribute(ATTRIBUTE, outer);
            }
        }
    }

    /** A request as the innermost filter lets the application see it; the same if it has passed none. */
    static HttpServletRequest of(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof HttpServletRequest filtered ? filtered : request;
    }
}
