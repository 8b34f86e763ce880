package org.cognito4j.jakarta;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.lang.reflect.AnnotatedElement;
import java.util.List;
import java.util.Optional;

/**
 * Who may call a resource method, as annotations say.
 *
 * @param toAll whether everybody may
 * @param roles any one of which is enough, unless everybody may; none if nobody may
 */
record ResourceAccess(boolean toAll, List<String> roles) {

    /** What the annotations say that concern a method; empty if there are none. */
    static Optional<ResourceAccess> to(ResourceElements elements) {
        return elements.first(ResourceAccess::by);
    }

    private static Optional<ResourceAccess> by(AnnotatedElement element) {
        if (element.isAnnotationPresent(DenyAll.class)) {
            return Optional.of(new ResourceAccess(false, List.of()));
        }
        RolesAllowed roles = element.getAnnotation(RolesAllowed.class);
        if (roles != null) {
            return Optional.of(new ResourceAccess(false, List.of(roles.value())));
        }
        return element.isAnnotationPresent(PermitAll.class)
                ? Optional.of(new ResourceAccess(true, List.of()))
                : Optional.empty();
    }
}
