package org.cognito4j.jakarta;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.servlet.ServletContext;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.AnnotatedElement;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Enforces {@code @RolesAllowed}, {@code @DenyAll} and {@code @PermitAll} on JAX-RS resources: several servers ignore
 * them there. An annotation on the method comes before one on its class. Found by the JAX-RS implementation.
 */
@Provider
public final class RolesAllowedFeature implements DynamicFeature {

    @Context
    private @Nullable ServletContext application;

    /** Called by the JAX-RS implementation. */
    public RolesAllowedFeature() {}

    /**
     * Puts a check in front of a resource method that is annotated.
     *
     * @param resource the method
     * @param configuration takes the check
     */
    @Override
    public void configure(ResourceInfo resource, FeatureContext configuration) {
        rolesAllowed(resource.getResourceMethod())
                .or(() -> rolesAllowed(resource.getResourceClass()))
                .filter(access -> !access.toAll())
                .ifPresent(access -> configuration.register(new RolesAllowedFilter(access.roles(), application)));
    }

    /** Who may call: all, or those in one of the roles. */
    private record Access(boolean toAll, List<String> roles) {}

    private static Optional<Access> rolesAllowed(AnnotatedElement element) {
        if (element.isAnnotationPresent(DenyAll.class)) {
            return Optional.of(new Access(false, List.of()));
        }
        RolesAllowed roles = element.getAnnotation(RolesAllowed.class);
        if (roles != null) {
            return Optional.of(new Access(false, List.of(roles.value())));
        }
        return element.isAnnotationPresent(PermitAll.class)
                ? Optional.of(new Access(true, List.of()))
                : Optional.empty();
    }
}
