package org.cognito4j.jakarta.container;

import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import org.cognito4j.AccessToken;
import org.cognito4j.jakarta.Authentication;
import org.cognito4j.jakarta.Authentication.Caller;
import org.cognito4j.jakarta.Authentication.Refusal;
import org.cognito4j.jakarta.AuthenticatorFinding;
import org.cognito4j.jakarta.BearerPrincipal;
import org.cognito4j.jakarta.CognitoPrincipal;
import org.cognito4j.jakarta.CognitoService;
import org.cognito4j.jakarta.container.ContainerOutcome.Anonymous;
import org.cognito4j.jakarta.container.ContainerOutcome.Answered;
import org.cognito4j.jakarta.decision.DecisionForm;
import org.cognito4j.jakarta.filter.CognitoFilter;
import org.cognito4j.jakarta.guard.PendingChallenge;
import org.cognito4j.jakarta.guard.RequestEnd;
import org.jspecify.annotations.Nullable;

/**
 * Authenticates the caller of a request for a container, in an application without Jakarta Security. For the adapters of
 * servers alone, not for applications.
 */
public final class ContainerAuthentication {

    private ContainerAuthentication() {}

    /**
     * Finds out who sends a request. Fails closed: whatever is thrown on the way ends in a refusal.
     *
     * @param request the request
     * @param response takes a refusal
     * @param isProtected whether the request cannot go on without a caller
     * @return the outcome; {@link Anonymous} if the application has no settings that say whom to trust
     */
    public static ContainerOutcome of(HttpServletRequest request, HttpServletResponse response, boolean isProtected) {
        CognitoService service = CognitoService.in(request.getServletContext());
        if (service == null) {
            return anonymous(); // nobody is trusted, so what is protected stays closed
        }
        try {
            if (service.answersAtOnce(request, response)) {
                return answered();
            }
            boolean isRequired = service.requiresToken(request);
            if (service.authenticatesForContainer()
                    && (isRequired || service.paths().include(request))) {
                return of(service, request, response, isProtected || isRequired);
            }
            return isProtected && service.authenticatesForContainer()
                    ? refused(service.refusals().closed(request, DecisionForm.BARE_JAR), request, response)
                    : anonymous();
        } catch (Throwable failure) { // an Error as well: nothing may get past this point undecided
            return refused(service.refusals().failed(request, DecisionForm.BARE_JAR, failure), request, response);
        }
    }

    /**
     * Notes that a server has an authentication of its own for an application, so that the module would not be asked.
     *
     * @param application the application
     * @param words what it is, for a message
     */
    public static void noteServerAuthentication(ServletContext application, String words) {
        application.setAttribute(DeclaredLogin.OF_SERVER, words);
    }

    /**
     * Returns whether callers of an application are authenticated with the help of this module.
     *
     * @param application an application whose listeners have been started
     * @return false if it only calls others, uses {@link CognitoFilter} alone, or has a mechanism that knows nothing of this
     *     module
     */
    public static boolean hasCallersIn(ServletContext application) {
        return AuthenticatorFinding.hasCallersIn(application);
    }

    /**
     * Refuses a request because the module, the container or another collaborator failed.
     *
     * @param failure what failed; only its class is logged, and the stack trace without messages
     * @param form who was asked
     * @param request the request, which must go no further
     * @param response takes the refusal, a 503
     */
    public static void refuse(
            Throwable failure, DecisionForm form, HttpServletRequest request, HttpServletResponse response) {
        PendingChallenge.refuse(
                CognitoService.refusalsIn(request.getServletContext()).failed(request, form, failure),
                request,
                response);
    }

    /**
     * Notes that a server refuses a request because something failed while it was decided about.
     *
     * @param failure what failed; only its class is logged, and the stack trace without messages
     * @param form who was asked
     * @param request null if it is not at hand
     */
    public static void noteFailure(
            Throwable failure, DecisionForm form, @Nullable HttpServletRequest request, ServletContext application) {
        CognitoService.refusalsIn(application).failed(request, form, failure);
    }

    /** Notes that a server refuses a request for a resource that needs a caller, of which the mechanism has named none. */
    public static void noteClosed(HttpServletRequest request) {
        RequestEnd.noteClosed(request);
    }

    /**
     * Notes that a caller was refused with 403 because it lacks a role, for counters, observers and the log.
     *
     * @param request the request
     * @param role the role that the caller was asked for last; null if it is not known
     */
    public static void noteMissingRole(HttpServletRequest request, @Nullable String role) {
        CognitoService service = CognitoService.in(request.getServletContext());
        if (service != null) {
            service.refusals().noteConstraintOrRole(request, role);
        }
    }

    /**
     * Notes that a server has confirmed a role of a caller, for the scopes that calls need.
     *
     * @param request the request
     * @param caller the caller
     * @param role the role, for a constraint or the application
     */
    public static void noteRole(HttpServletRequest request, Principal caller, String role) {
        CognitoService service = CognitoService.in(request.getServletContext());
        if (service != null && caller instanceof CognitoPrincipal known) {
            service.grants().role(role, known.accessToken(), request::getAttribute);
        }
    }

    private static ContainerOutcome of(
            CognitoService service, HttpServletRequest request, HttpServletResponse response, boolean isProtected) {
        Authentication authentication = service.authenticateOnce(request, DecisionForm.BARE_JAR);
        if (authentication instanceof Caller caller) {
            AccessToken token = caller.token();
            ContainerOutcome.Caller known =
                    new ContainerOutcome.Caller(principalOf(token, request), service.rolesOf(token));
            PendingChallenge.announce(service.challengeFor(request, token), request, response);
            return known;
        }
        if (authentication instanceof Refusal refusal) {
            return refused(refusal, request, response);
        }
        return isProtected ? refused(service.refusals().missing(request), request, response) : anonymous();
    }

    /** The one that the request has already, if it is for the same token: Tomcat takes another object for a new login. */
    private static CognitoPrincipal principalOf(AccessToken token, HttpServletRequest request) {
        return request.getUserPrincipal() instanceof CognitoPrincipal known && known.accessToken() == token
                ? known
                : BearerPrincipal.of(token);
    }

    private static ContainerOutcome anonymous() {
        return new Anonymous();
    }

    private static ContainerOutcome refused(Refusal refusal, HttpServletRequest request, HttpServletResponse response) {
        PendingChallenge.refuse(refusal, request, response);
        return answered();
    }

    private static ContainerOutcome answered() {
        return new Answered();
    }
}
