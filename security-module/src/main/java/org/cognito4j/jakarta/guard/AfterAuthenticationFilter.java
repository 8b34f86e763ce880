package org.cognito4j.jakarta.guard;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.EnumSet;
import org.cognito4j.jakarta.CognitoService;

/**
 * The first filter behind the container's authentication, on servers that do not leave a refusal and a 403 to us alone.
 *
 * <p>Ends what was refused, though the server runs it on (Open Liberty does on open paths). Takes back the challenge that
 * a 403 of the container would have carried, and gives it to a 403 of the application. Shows a caller as all servers should.
 */
public final class AfterAuthenticationFilter implements Filter {

    private final UnjudgedToken unjudged = new UnjudgedToken();

    /** Puts the guard in front of all filters, those of {@code web.xml} included. */
    public static void addTo(ServletContext application) {
        FirstInChain.add(
                application,
                new AfterAuthenticationFilter(),
                EnumSet.of(DispatcherType.REQUEST, DispatcherType.ASYNC, DispatcherType.ERROR));
        PendingChallenge.expectWithdrawalIn(application);
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request instanceof HttpServletRequest http && response instanceof HttpServletResponse answer) {
            guard(http, answer, chain);
        } else {
            chain.doFilter(request, response);
        }
    }

    private void guard(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String challenge = PendingChallenge.of(request);
        if (request.getDispatcherType() == DispatcherType.ERROR) {
            chain.doFilter(challenge == null ? request : new ContainerCallerRequest(request), response);
            return;
        }
        if (PendingChallenge.isRefused(request)) {
            PendingChallenge.repeatRefusal(request, response);
            return;
        }
        PendingChallenge.letIn(request, response);
        if (isRefusedByAnother(request, response) || unjudged.isRefused(request, response)) {
            return;
        }
        if (challenge == null) {
            chain.doFilter(request, response);
        } else {
            ContainerCallerRequest guarded = new ContainerCallerRequest(request);
            serve(guarded, new ChallengedResponse(response, guarded.answers(), challenge), chain);
        }
    }

    /** Whether a mechanism of the application has answered: nobody else has had the response before the first filter. */
    private static boolean isRefusedByAnother(HttpServletRequest request, HttpServletResponse response) {
        return request.getDispatcherType() == DispatcherType.REQUEST
                && response.getStatus() >= HttpServletResponse.SC_BAD_REQUEST
                && request.getUserPrincipal() == null;
    }

    private static void serve(ContainerCallerRequest request, ChallengedResponse response, FilterChain chain)
            throws IOException, ServletException {
        CognitoService service = CognitoService.in(request.getServletContext());
        boolean isServed = false;
        try {
            chain.doFilter(request, response);
            isServed = true;
        } finally {
            if (service != null) {
                response.isServed(role -> service.refusals().noteMissingRole(request, role));
            }
            if (!request.isAsync() && (!isServed || response.getStatus() >= HttpServletResponse.SC_BAD_REQUEST)) {
                request.confirmRoles(); // there may be an error page
            }
        }
    }
}
