package org.cognito4j.jakarta;

import jakarta.annotation.Priority;
import jakarta.servlet.ServletContext;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import org.jspecify.annotations.Nullable;

/**
 * Enforces {@link RequiresScope} on one resource method. Where resources are no CDI beans nobody else would: there are
 * JAX-RS implementations that make them themselves.
 */
@Priority(Priorities.AUTHORIZATION)
final class RequiresScopeFilter implements ContainerRequestFilter {

    private final ScopeRequirement requirement;
    private final @Nullable ServletContext application;

    RequiresScopeFilter(RequiresScope annotation, @Nullable ServletContext application) {
        this.requirement = new ScopeRequirement(annotation);
        this.application = application;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        try {
            CognitoService service = CognitoService.of(request.getProperty(FilteredRequest.ATTRIBUTE), application);
            requirement.check(request.getSecurityContext().getUserPrincipal(), service);
        } catch (AccessRefused refused) {
            request.abortWith(new AccessRefusedMapper().toResponse(refused));
        }
    }
}
