package org.cognito4j.jakarta.filter;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.Set;
import org.cognito4j.AccessToken;
import org.cognito4j.jakarta.BearerPrincipal;
import org.cognito4j.jakarta.CognitoPrincipal;
import org.cognito4j.jakarta.CognitoService;
import org.cognito4j.jakarta.FilteredRequest;
import org.cognito4j.jakarta.constraint.RoleLinks;
import org.cognito4j.jakarta.guard.ChallengedResponse;
import org.cognito4j.jakarta.guard.RoleAnswers;
import org.jspecify.annotations.Nullable;

/** A request with the holder of a token as its caller, for applications whose container has not been told of one. */
final class CallerRequest extends HttpServletRequestWrapper implements FilteredRequest {

    private static final String ANY_CALLER = "**";
    private static final String ANY_DECLARED_ROLE = "*";

    private final CognitoService service;
    private final RoleLinks links;
    private final AccessToken token;
    private final CognitoPrincipal principal;
    private final RoleAnswers answers = new RoleAnswers();
    private volatile @Nullable Set<String> roles;
    private volatile boolean loggedOut;

    CallerRequest(HttpServletRequest request, AccessToken token, CognitoService service, RoleLinks links) {
        super(request);
        this.service = service;
        this.links = links;
        this.token = token;
        this.principal = BearerPrincipal.of(token);
    }

    @Override
    public CognitoService service() {
        return service;
    }

    @Override
    public @Nullable Principal getUserPrincipal() {
        return loggedOut ? null : principal;
    }

    @Override
    public @Nullable String getRemoteUser() {
        return loggedOut ? null : principal.getName();
    }

    @Override
    public @Nullable String getAuthType() {
        return loggedOut ? null : BearerPrincipal.AUTH_TYPE;
    }

    /**
     * {@code **} stands for every caller and {@code *} is no role one can ask for (Jakarta Servlet 6.0, {@code
     * HttpServletRequest.isUserInRole}).
     */
    @Override
    public boolean isUserInRole(@Nullable String role) {
        boolean hasRole = answers.noted(role, isInRole(role));
        if (hasRole && role != null) {
            service.grants().role(links.roleFor(this, role), token, this::getAttribute);
        }
        return hasRole;
    }

    /** The response to this caller: a 403 for a role that it lacks gets the challenge. */
    ChallengedResponse respond(HttpServletResponse response) {
        return new ChallengedResponse(response, answers, service.insufficientScope(this));
    }

    private boolean isInRole(@Nullable String role) {
        if (loggedOut || role == null || role.equals(ANY_DECLARED_ROLE)) {
            return false;
        }
        return roles().contains(links.roleFor(this, role)) || role.equals(ANY_CALLER);
    }

    /** Most requests are never asked for a role, so they are worked out for the first question. */
    private Set<String> roles() {
        Set<String> known = roles;
        if (known == null) {
            known = service.rolesOf(token);
            roles = known;
        }
        return known;
    }

    @Override
    public boolean authenticate(HttpServletResponse response) {
        if (loggedOut) {
            service.refusals().missing(this).writeTo(response);
        }
        return !loggedOut;
    }

    @Override
    public void login(String username, String password) throws ServletException {
        if (!loggedOut) {
            throw new ServletException("the request has a caller, known by its token");
        }
        super.login(username, password);
    }

    /** Forgets the caller for the rest of this request; the next one with the token has it again. */
    @Override
    public void logout() throws ServletException {
        loggedOut = true;
        service.forget(this);
        if (super.getUserPrincipal() != null) {
            super.logout(); // of nobody, some containers take that for an error
        }
    }
}
