package org.cognito4j.jakarta.rest;

import jakarta.servlet.ServletContext;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.cognito4j.jakarta.CognitoService;
import org.cognito4j.jakarta.FilteredRequest;
import org.cognito4j.jakarta.access.AccessRefused;
import org.cognito4j.jakarta.access.RequiresScope;
import org.cognito4j.jakarta.access.ScopeRequirement;
import org.cognito4j.jakarta.application.AnnotationLookup;
import org.cognito4j.jakarta.decision.DecisionForm;
import org.jspecify.annotations.Nullable;

/**
 * Enforces {@link RequiresScope} on one resource method. Where resources are no CDI beans nobody else would: there are
 * JAX-RS implementations that make them themselves.
 */
final class RequiresScopeFilter implements ResourceCheck {

    private final ScopeRequirement requirement;
    private final @Nullable ServletContext application;

    private RequiresScopeFilter(ScopeRequirement requirement, @Nullable ServletContext application) {
        this.requirement = requirement;
        this.application = application;
    }

    /** The filter for a method; empty if nothing is required. */
    static Optional<RequiresScopeFilter> of(AnnotationLookup elements, @Nullable ServletContext application) {
        return ScopeRequirement.of(elements).map(requirement -> new RequiresScopeFilter(requirement, application));
    }

    @Override
    public Optional<Response> refusal(ContainerRequestContext request) {
        try {
            CognitoService service =
                    FilteredRequest.serviceOf(request.getProperty(FilteredRequest.ATTRIBUTE), application);
            requirement.check(
                    request.getSecurityContext().getUserPrincipal(),
                    service,
                    DecisionForm.RESOURCE,
                    new RestRequest(request, application));
            return Optional.empty();
        } catch (AccessRefused refused) {
            return Optional.of(new AccessRefusedMapper().toResponse(refused));
        }
    }
}
