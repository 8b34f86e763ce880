package org.cognito4j.server.jetty;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.security.Principal;
import java.util.Set;
import org.cognito4j.jakarta.container.ContainerOutcome.Caller;
import org.jspecify.annotations.Nullable;

/**
 * A caller whom a mechanism wants to be remembered by the session: a person who has logged in (Jakarta Authentication
 * 3.0 section 3.8.4). The module's own mechanism never wants that, so machines get no session.
 *
 * @param principal the caller
 * @param roles the roles
 */
record SessionCaller(Principal principal, Set<String> roles) implements Serializable {

    /** The key by which a mechanism asks for it. */
    static final String REGISTER = "jakarta.servlet.http.registerSession";

    static final String ATTRIBUTE = SessionCaller.class.getName();

    /** The caller of the request's session, if it has one. Begins none. */
    static @Nullable SessionCaller of(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(ATTRIBUTE) instanceof SessionCaller caller ? caller : null;
    }

    /** Remembers a caller from now on, under an id that nobody knew before the login. */
    static void remember(Caller caller, HttpServletRequest request) {
        request.getSession();
        request.changeSessionId();
        request.getSession().setAttribute(ATTRIBUTE, new SessionCaller(caller.principal(), caller.roles()));
    }

    /** The request as a mechanism sees it: it asks there whom the session remembers, and decides whether that counts. */
    HttpServletRequest presentedIn(HttpServletRequest request) {
        return new HttpServletRequestWrapper(request) {
            @Override
            public Principal getUserPrincipal() {
                return principal;
            }
        };
    }
}
