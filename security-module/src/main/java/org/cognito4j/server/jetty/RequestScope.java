package org.cognito4j.server.jetty;

import jakarta.servlet.http.HttpServletRequest;
import org.jboss.weld.context.http.HttpRequestContext;

/**
 * The CDI request scope for as long as a mechanism runs.
 *
 * <p>Weld opens it when the servlet layer enters the request, which is after the authentication. Beans of this scope end
 * with it: the servlet later gets new ones.
 */
final class RequestScope {

    private final HttpRequestContext context;
    private final HttpServletRequest request;
    private final boolean owned;

    private RequestScope(HttpRequestContext context, HttpServletRequest request, boolean owned) {
        this.context = context;
        this.request = request;
        this.owned = owned;
    }

    /** Opens the scope, or joins the one that is open because a servlet asked for the authentication. */
    static RequestScope enter(HttpRequestContext context, HttpServletRequest request) {
        boolean owned = !context.isActive();
        if (owned) {
            context.associate(request);
            context.activate();
        }
        return new RequestScope(context, request, owned);
    }

    void leave() {
        if (owned) {
            try {
                context.invalidate();
                context.deactivate();
            } finally {
                context.dissociate(request);
            }
        }
    }
}
