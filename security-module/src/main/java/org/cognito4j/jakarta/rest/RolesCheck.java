package org.cognito4j.jakarta.rest;

import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.Optional;
import org.cognito4j.jakarta.Authentication.Refusal;
import org.cognito4j.jakarta.CognitoPrincipal;
import org.cognito4j.jakarta.CognitoService;
import org.cognito4j.jakarta.FilteredRequest;
import org.cognito4j.jakarta.Refusals;
import org.cognito4j.jakarta.decision.DecisionForm;
import org.jspecify.annotations.Nullable;

/** Lets callers in one of the roles pass to a resource method or locator. */
final class RolesCheck implements ResourceCheck {

    private final List<String> roles;
    private final @Nullable ServletContext application;

    RolesCheck(List<String> roles, @Nullable ServletContext application) {
        this.roles = roles;
        this.application = application;
    }

    @Override
    public Optional<Response> refusal(ContainerRequestContext request) {
        SecurityContext security = request.getSecurityContext();
        if (security.getUserPrincipal() == null) {
            return Optional.of(unauthenticated(serviceOf(request), request));
        }
        CognitoService service = serviceOf(request);
        if (roles.stream().noneMatch(security::isUserInRole)) {
            return Optional.of(forbidden(service, request));
        }
        if (service != null && security.getUserPrincipal() instanceof CognitoPrincipal caller) {
            service.grants().roles(roles, caller.accessToken(), request::getProperty);
        }
        return Optional.empty();
    }

    /** The properties of a request are the servlet request's attributes. */
    private @Nullable CognitoService serviceOf(ContainerRequestContext request) {
        return FilteredRequest.serviceOf(request.getProperty(FilteredRequest.ATTRIBUTE), application);
    }

    private Response unauthenticated(@Nullable CognitoService service, ContainerRequestContext request) {
        return service == null
                ? Response.status(Status.FORBIDDEN).build()
                : answer(service.refusals().missingRoles(null, new RestRequest(request, application).path(), roles));
    }

    private Response forbidden(@Nullable CognitoService service, ContainerRequestContext request) {
        if (service != null) {
            Refusals refusals = service.refusals();
            HttpServletRequest known = refusals.requestWith(request::getProperty);
            if (request.getSecurityContext().getUserPrincipal() instanceof CognitoPrincipal caller) {
                return answer(refusals.forbidden(known, DecisionForm.RESOURCE, roles, caller.accessToken()));
            }
            refusals.noteOther(known, DecisionForm.RESOURCE, roles);
        }
        return Response.status(Status.FORBIDDEN)
                .header("Cache-Control", "no-store")
                .build();
    }

    private static Response answer(Refusal refusal) {
        return AccessRefusedMapper.response(refusal.status(), refusal.headers());
    }
}
