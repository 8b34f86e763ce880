package org.cognito4j.jakarta.filter;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.function.Function;
import org.cognito4j.AccessToken;
import org.cognito4j.Verification;
import org.cognito4j.jakarta.Authentication;
import org.cognito4j.jakarta.Authentication.Anonymous;
import org.cognito4j.jakarta.Authentication.Caller;
import org.cognito4j.jakarta.Authentication.Refusal;
import org.cognito4j.jakarta.CognitoPrincipal;
import org.cognito4j.jakarta.CognitoService;
import org.cognito4j.jakarta.constraint.RoleLinks;
import org.cognito4j.jakarta.decision.DecisionForm;
import org.cognito4j.jakarta.decision.Requirement;
import org.cognito4j.jakarta.metadata.RequestedPath;

/**
 * Decides which requests pass a filter. Fails closed: a request passes only after everything about it has been decided.
 */
final class RequestGate {

    private final CognitoService service;
    private final RequiredScopes required;
    private final CheckedMethods methods;
    private final boolean optional;
    private final RoleLinks links;
    private final Function<String, Verification> judge;

    /**
     * A gate.
     *
     * @param optional whether requests without a token may pass
     * @param links what the application's servlets call roles
     * @param judge verifies a token
     */
    RequestGate(
            CognitoService service,
            RequiredScopes required,
            CheckedMethods methods,
            boolean optional,
            RoleLinks links,
            Function<String, Verification> judge) {
        this.service = service;
        this.required = required;
        this.methods = methods;
        this.optional = optional;
        this.links = links;
        this.judge = judge;
    }

    CognitoService service() {
        return service;
    }

    /**
     * Judges a request.
     *
     * @param response takes the refusal
     * @return the request as the application is to see it; empty if it is refused
     */
    Optional<HttpServletRequest> admit(HttpServletRequest request, HttpServletResponse response) {
        Refusal refusal;
        try {
            Authentication decision = decide(request);
            if (!(decision instanceof Refusal refused)) {
                return Optional.of(asSeenBehind(request, decision));
            }
            refusal = refused;
        } catch (Throwable failure) { // whatever it is, the request must not pass
            refusal = service.refusals().failed(request, DecisionForm.FILTER, failure);
        }
        refuse(refusal, request, response);
        return Optional.empty();
    }

    private Authentication decide(HttpServletRequest request) {
        Authentication authentication = service.authenticateOnce(request, DecisionForm.FILTER, judge);
        boolean isChecked = methods.include(request.getMethod());
        if (authentication instanceof Refusal refusal) {
            return isChecked ? service.refusals().refusalOf(refusal, required.asSet()) : refusal;
        }
        if (!isChecked) {
            return authentication;
        }
        if (authentication instanceof Caller caller) {
            return required.areHeldBy(caller.token()) ? granted(request, caller) : forbidden(request, caller.token());
        }
        return optional
                ? authentication
                : service.refusals().missingScopes(request, RequestedPath.of(request), required.asSet());
    }

    private Caller granted(HttpServletRequest request, Caller caller) {
        service.grants().scopes(required.of(caller.token()), caller.token(), request::getAttribute);
        return caller;
    }

    private Refusal forbidden(HttpServletRequest request, AccessToken token) {
        Requirement requirement = Requirement.ofScopes(required.of(token), required.helpful(token));
        return service.refusals().forbidden(request, DecisionForm.FILTER, requirement, token);
    }

    private HttpServletRequest asSeenBehind(HttpServletRequest request, Authentication decision) {
        if (decision instanceof Anonymous) {
            boolean isOurs = request instanceof AnonymousRequest anonymous && anonymous.service() == service;
            return isOurs ? request : new AnonymousRequest(request, service);
        }
        Caller caller = (Caller) decision;
        boolean isKnown = request.getUserPrincipal() instanceof CognitoPrincipal principal
                && principal.accessToken() == caller.token();
        // The container's own word for the same token is as good as ours, and an outer filter's is ours.
        return isKnown ? request : new CallerRequest(request, caller.token(), service, links);
    }

    /** An error keeps its status and its headers: what is refused then is the page that tells of it. */
    private static void refuse(Refusal refusal, HttpServletRequest request, HttpServletResponse response) {
        if (request.getDispatcherType() == DispatcherType.ERROR) {
            response.setHeader("Cache-Control", "no-store");
        } else {
            refusal.writeTo(response);
        }
    }
}
