package org.cognito4j.jakarta.rest;

import jakarta.annotation.Priority;
import jakarta.servlet.ServletContext;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.cognito4j.jakarta.CognitoService;
import org.cognito4j.jakarta.FilteredRequest;
import org.jspecify.annotations.Nullable;

/** Lets requests pass to one resource method that pass its checks, and those of the locators on the way to it. */
@Priority(RolesAllowedFeature.PRIORITY)
final class ResourceFilter implements ContainerRequestFilter {

    private final ResourceChecks method;
    private final boolean hasPath;
    private final ResourceLocators locators;
    private final @Nullable ServletContext application;

    ResourceFilter(
            ResourceChecks method, boolean hasPath, ResourceLocators locators, @Nullable ServletContext application) {
        this.method = method;
        this.hasPath = hasPath;
        this.locators = locators;
        this.application = application;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        decide(request, locators.on(request.getUriInfo(), hasPath), method, application);
    }

    /**
     * Answers a request that may not pass.
     *
     * @param way what the locators ask for
     * @param method what the method asks for that answers
     */
    static void decide(
            ContainerRequestContext request,
            List<ResourceChecks> way,
            ResourceChecks method,
            @Nullable ServletContext application) {
        Optional<Response> refusal = Stream.concat(way.stream(), Stream.of(method))
                .flatMap(checks -> checks.refusal(request).stream())
                .findFirst();
        refusal.or(() -> isDenied(way, method) ? unannotated(request, application) : Optional.empty())
                .ifPresent(request::abortWith);
    }

    /** Unless something was asked for already, as on a locator. */
    private static boolean isDenied(List<ResourceChecks> way, ResourceChecks method) {
        return !method.isAnnotated() && way.stream().noneMatch(ResourceChecks::restricts);
    }

    private static Optional<Response> unannotated(
            ContainerRequestContext request, @Nullable ServletContext application) {
        CognitoService service = FilteredRequest.serviceOf(request.getProperty(FilteredRequest.ATTRIBUTE), application);
        return service != null && service.deniesUnannotated()
                ? new RolesCheck(List.of(), application).refusal(request)
                : Optional.empty();
    }
}
