package org.cognito4j.jakarta;

import jakarta.annotation.Priority;
import jakarta.servlet.ServletContext;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.SecurityContext;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.cognito4j.jakarta.Authentication.Refusal;
import org.jspecify.annotations.Nullable;

/** Lets callers in one of the roles pass to one resource method. */
@Priority(RolesAllowedFeature.PRIORITY)
final class RolesAllowedFilter implements ContainerRequestFilter {

    private final List<String> roles;
    private final @Nullable ServletContext application;

    RolesAllowedFilter(List<String> roles, @Nullable ServletContext application) {
        this.roles = roles;
        this.application = application;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        SecurityContext security = request.getSecurityContext();
        if (security.getUserPrincipal() == null) {
            request.abortWith(unauthenticated(serviceOf(request)));
        } else if (roles.stream().noneMatch(security::isUserInRole)) {
            request.abortWith(forbidden(serviceOf(request), security));
        }
    }

    /** The properties of a request are the servlet request's attributes. */
    private @Nullable CognitoService serviceOf(ContainerRequestContext request) {
        return CognitoService.of(request.getProperty(FilteredRequest.ATTRIBUTE), application);
    }

    private static Response unauthenticated(@Nullable CognitoService service) {
        return service == null
                ? Response.status(Status.FORBIDDEN).build()
                : answer(service.challenge().missing());
    }

    private Response forbidden(@Nullable CognitoService service, SecurityContext security) {
        if (service == null || !(security.getUserPrincipal() instanceof CognitoPrincipal caller)) {
            return Response.status(Status.FORBIDDEN)
                    .header("Cache-Control", "no-store")
                    .build();
        }
        Set<String> scopes = new LinkedHashSet<>();
        roles.forEach(
                role -> scopes.addAll(service.rolesFor(caller.accessToken()).scopesFor(role, caller.accessToken())));
        return answer(service.authentication().forbidden(scopes));
    }

    private static Response answer(Refusal refusal) {
        return new AccessRefusedMapper().toResponse(new AccessRefused(refusal));
    }
}
