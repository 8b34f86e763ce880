package org.cognito4j.jakarta.rest;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Set;
import org.cognito4j.jakarta.access.RolesAnnotation;
import org.glassfish.jersey.model.AnnotatedMethod;
import org.jspecify.annotations.Nullable;

/**
 * Who may call a resource method by the reading of the JAX-RS implementation's own feature, which {@link RolesAllowedFeature}
 * replaces. A caller has to pass both, so that the module makes no application more open than it was.
 */
final class ServerAccess {

    private static final RolesAnnotation TO_NONE = new RolesAnnotation(false, List.of());

    private ServerAccess() {}

    /**
     * What the implementation's own feature would ask for; empty if nothing.
     *
     * @param configuration of the implementation, which is recognised by it
     */
    static Set<RolesAnnotation> to(ResourceInfo resource, FeatureContext configuration) {
        String implementation = configuration.getClass().getName();
        if (implementation.startsWith("org.glassfish.jersey.")) {
            return byJersey(resource);
        }
        return implementation.startsWith("org.jboss.resteasy.") ? byResteasy(resource) : Set.of();
    }

    /** As {@code org.glassfish.jersey.server.filter.RolesAllowedDynamicFeature}: only methods inherit. */
    static Set<RolesAnnotation> byJersey(ResourceInfo resource) {
        try {
            Set<RolesAnnotation> ofMethod = Jersey.access(resource.getResourceMethod());
            return ofMethod.isEmpty()
                    ? ofRoles(resource.getResourceClass().getAnnotation(RolesAllowed.class))
                    : ofMethod;
        } catch (LinkageError e) {
            return Set.of(); // of a server that hides its Jersey from applications, and has that feature on itself
        }
    }

    /** As {@code org.jboss.resteasy.plugins.interceptors.RoleBasedSecurityFeature}: nothing is inherited. */
    static Set<RolesAnnotation> byResteasy(ResourceInfo resource) {
        Method method = resource.getResourceMethod();
        Class<?> type = resource.getResourceClass();
        boolean hasRoles = method.isAnnotationPresent(RolesAllowed.class);
        boolean isOpen = method.isAnnotationPresent(PermitAll.class);
        if (method.isAnnotationPresent(DenyAll.class)
                || type.isAnnotationPresent(DenyAll.class) && !hasRoles && !isOpen) {
            return Set.of(TO_NONE);
        }
        if (isOpen || type.isAnnotationPresent(PermitAll.class) && !hasRoles) {
            return Set.of();
        }
        return ofRoles(hasRoles ? method.getAnnotation(RolesAllowed.class) : type.getAnnotation(RolesAllowed.class));
    }

    private static Set<RolesAnnotation> ofRoles(@Nullable RolesAllowed roles) {
        return roles == null ? Set.of() : Set.of(new RolesAnnotation(false, List.of(roles.value())));
    }

    /** Apart, so that nothing of Jersey is linked elsewhere. */
    private static final class Jersey {

        private Jersey() {}

        static Set<RolesAnnotation> access(Method method) {
            return RolesAnnotation.by(new AnnotatedMethod(method));
        }
    }
}
