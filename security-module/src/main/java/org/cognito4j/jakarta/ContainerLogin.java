package org.cognito4j.jakarta;

import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.Set;
import org.cognito4j.AccessToken;
import org.cognito4j.jakarta.Authentication.Caller;
import org.cognito4j.jakarta.Authentication.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * What a container is told about one request in an application without CDI. For the adapters of servers alone, not for
 * applications. Immutable.
 */
public final class ContainerLogin {

    /** The three ways in which a request can go on. */
    public enum Outcome {
        /** There is no caller, and the container decides whether one is needed. */
        ANONYMOUS,
        /** There is a caller. */
        CALLER,
        /** The response is the answer; the request must go no further. */
        ANSWERED
    }

    /** For what breaks down before there is a service, which would have a log of its own. */
    private static final RefusalLog NOT_STARTED = new RefusalLog(System::nanoTime);

    private final Outcome outcome;
    private final @Nullable CognitoPrincipal principal;
    private final Set<String> roles;

    private ContainerLogin(Outcome outcome, @Nullable CognitoPrincipal principal, Set<String> roles) {
        this.outcome = outcome;
        this.principal = principal;
        this.roles = roles;
    }

    /**
     * Finds out who sends a request. Fails closed: whatever is thrown on the way ends in a refusal.
     *
     * @param request the request
     * @param response takes a refusal
     * @param isProtected whether the request cannot go on without a caller
     * @return the outcome; {@link Outcome#ANONYMOUS} if the application has no settings that say whom to trust
     */
    public static ContainerLogin of(HttpServletRequest request, HttpServletResponse response, boolean isProtected) {
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
                    ? refused(BearerChallenge.closed(), request, response)
                    : anonymous();
        } catch (Throwable failure) { // an Error as well: nothing may get past this point undecided
            return refused(service.authentication().failed(failure), request, response);
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
     * @param failure what failed; only its class is logged
     * @param request the request, which must go no further
     * @param response takes the refusal, a 503
     */
    public static void refuse(Throwable failure, HttpServletRequest request, HttpServletResponse response) {
        CognitoService service = CognitoService.in(request.getServletContext());
        if (service == null) {
            NOT_STARTED.failed(failure);
            Admission.refuse(BearerChallenge.failed(), request, response);
        } else {
            Admission.refuse(service.authentication().failed(failure), request, response);
        }
    }

    /**
     * Notes that a caller was refused with 403 because it lacks a role, for counters, observers and the log.
     *
     * @param application the application
     */
    public static void noteMissingRole(ServletContext application) {
        CognitoService service = CognitoService.in(application);
        if (service != null) {
            service.authentication().noteMissingRole();
        }
    }

    private static ContainerLogin of(
            CognitoService service, HttpServletRequest request, HttpServletResponse response, boolean isProtected) {
        Authentication authentication = service.authentication().authenticateOnce(request, service.verifier()::verify);
        if (authentication instanceof Caller caller) {
            AccessToken token = caller.token();
            ContainerLogin login = new ContainerLogin(
                    Outcome.CALLER,
                    principalOf(token, request),
                    service.rolesFor(token).rolesOf(token));
            Admission.grant(service.challengeFor(request, token), request, response);
            return login;
        }
        if (authentication instanceof Refusal refusal) {
            return refused(refusal, request, response);
        }
        return isProtected ? refused(service.challenge().missing(), request, response) : anonymous();
    }

    /** The one that the request has already, if it is for the same token: Tomcat takes another object for a new login. */
    private static CognitoPrincipal principalOf(AccessToken token, HttpServletRequest request) {
        return request.getUserPrincipal() instanceof CognitoPrincipal known && known.accessToken() == token
                ? known
                : BearerPrincipal.of(token);
    }

    private static ContainerLogin anonymous() {
        return new ContainerLogin(Outcome.ANONYMOUS, null, Set.of());
    }

    private static ContainerLogin refused(Refusal refusal, HttpServletRequest request, HttpServletResponse response) {
        Admission.refuse(refusal, request, response);
        return answered();
    }

    private static ContainerLogin answered() {
        return new ContainerLogin(Outcome.ANSWERED, null, Set.of());
    }

    /**
     * How the request goes on.
     *
     * @return one of the three ways
     */
    public Outcome outcome() {
        return outcome;
    }

    /**
     * The caller.
     *
     * @return the caller, empty unless the outcome is {@link Outcome#CALLER}
     */
    public Optional<CognitoPrincipal> principal() {
        return Optional.ofNullable(principal);
    }

    /**
     * The roles that the caller's token gives.
     *
     * @return the roles, possibly none
     */
    public Set<String> roles() {
        return roles;
    }
}
