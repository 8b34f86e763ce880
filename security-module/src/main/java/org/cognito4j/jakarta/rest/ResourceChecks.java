package org.cognito4j.jakarta.rest;

import jakarta.servlet.ServletContext;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cognito4j.jakarta.access.RolesAnnotation;
import org.cognito4j.jakarta.application.AnnotationLookup;
import org.jspecify.annotations.Nullable;

/**
 * All that annotations ask for before one method of a resource is called, a locator or one that answers.
 *
 * @param isAnnotated whether there is an annotation at all, {@code @PermitAll} among them
 * @param checks in the order in which they are made
 */
record ResourceChecks(boolean isAnnotated, List<ResourceCheck> checks) {

    /** Jersey's own answers to OPTIONS, which describe the methods of a resource. */
    private static final String AUTOMATIC_OPTIONS = "org.glassfish.jersey.server.wadl.processor.";

    /**
     * The checks for a method.
     *
     * @param resource the class that it is called on
     * @param further who may call it by another reading, too
     */
    static ResourceChecks of(
            Method method, Class<?> resource, Set<RolesAnnotation> further, @Nullable ServletContext application) {
        if (resource.getName().startsWith(AUTOMATIC_OPTIONS)) {
            return new ResourceChecks(true, List.of());
        }
        AnnotationLookup elements = new AnnotationLookup(method, resource);
        Set<RolesAnnotation> own = RolesAnnotation.to(elements, resource);
        Set<RolesAnnotation> all = new LinkedHashSet<>(own);
        all.addAll(further);
        List<ResourceCheck> checks = new ArrayList<>();
        all.stream()
                .filter(access -> !access.toAll())
                .forEach(access -> checks.add(new RolesCheck(access.roles(), application)));
        RequiresScopeFilter.of(elements, application).ifPresent(checks::add);
        RequiresClaimFilter.of(elements, application).ifPresent(checks::add);
        return new ResourceChecks(!all.isEmpty() || !checks.isEmpty(), List.copyOf(checks));
    }

    /** Whether not every caller may. */
    boolean restricts() {
        return !checks.isEmpty();
    }

    /** The first answer of a check that does not let a request pass. */
    Optional<Response> refusal(ContainerRequestContext request) {
        for (ResourceCheck check : checks) {
            Optional<Response> refusal = check.refusal(request);
            if (refusal.isPresent()) {
                return refusal;
            }
        }
        return Optional.empty();
    }
}
