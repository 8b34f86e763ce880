package org.cognito4j.jakarta.rest;

import jakarta.servlet.ServletContext;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.cognito4j.jakarta.CognitoService;
import org.cognito4j.jakarta.FilteredRequest;
import org.cognito4j.jakarta.access.AccessRefused;
import org.cognito4j.jakarta.access.ClaimRequirement;
import org.cognito4j.jakarta.access.RequiresClaim;
import org.cognito4j.jakarta.application.AnnotationLookup;
import org.cognito4j.jakarta.decision.DecisionForm;
import org.jspecify.annotations.Nullable;

/** Enforces {@link RequiresClaim} on one resource method, as {@link RequiresScopeFilter} does for scopes. */
final class RequiresClaimFilter implements ResourceCheck {

    private final ClaimRequirement requirement;
    private final @Nullable ServletContext application;

    private RequiresClaimFilter(ClaimRequirement requirement, @Nullable ServletContext application) {
        this.requirement = requirement;
        this.application = application;
    }

    /** The filter for a method; empty if nothing is required. */
    static Optional<RequiresClaimFilter> of(AnnotationLookup elements, @Nullable ServletContext application) {
        return ClaimRequirement.of(elements).map(requirement -> new RequiresClaimFilter(requirement, application));
    }

    @Override
    public Optional<Response> refusal(ContainerRequestContext request) {
        MultivaluedMap<String, String> parameters = request.getUriInfo().getPathParameters(true);
        try {
            CognitoService service =
                    FilteredRequest.serviceOf(request.getProperty(FilteredRequest.ATTRIBUTE), application);
            requirement.check(
                    request.getSecurityContext().getUserPrincipal(),
                    service,
                    parameters,
                    DecisionForm.RESOURCE,
                    new RestRequest(request, application));
        } catch (AccessRefused refused) {
            return Optional.of(new AccessRefusedMapper().toResponse(refused));
        }
        if (requirement.asksForPath()) {
            // The interceptor of a resource that is a bean asks once more, and knows no path.
            request.setProperty(ClaimRequirement.PATH_PARAMETERS, parameters);
        }
        return Optional.empty();
    }
}
