package org.cognito4j.jakarta;

import jakarta.annotation.Priority;
import jakarta.servlet.ServletContext;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Enforces {@link RequiresScope} on one resource method. Where resources are no CDI beans nobody else would: there are
 * JAX-RS implementations that make them themselves.
 */
@Priority(RolesAllowedFeature.PRIORITY)
final class RequiresScopeFilter implements ContainerRequestFilter {

    private final ScopeRequirement requirement;
    private final @Nullable ServletContext application;

    private RequiresScopeFilter(ScopeRequirement requirement, @Nullable ServletContext application) {
        this.requirement = requirement;
        this.application = application;
    }

    /** The filter for a method; empty if nothing is required. */
    static Optional<RequiresScopeFilter> of(ResourceElements elements, @Nullable ServletContext application) {
        return ScopeRequirement.of(elements).map(requirement -> new RequiresScopeFilter(requirement, application));
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
