package org.cognito4j.jakarta.access;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cognito4j.jakarta.application.AnnotationLookup;

/**
 * Who may call a resource method, as annotations say.
 *
 * @param toAll whether every caller may
 * @param roles any one of which is enough, unless every caller may; none if no caller may
 */
public record RolesAnnotation(boolean toAll, List<String> roles) {

    /**
     * What the most specific annotations say of those that concern a method, which all count; empty if there are none. {@code
     * @PermitAll} of an interface or an overridden method does not open what a class closes that implements or overrides it
     * (Jakarta Annotations 3.0 section 2.1).
     *
     * @param resource the class that the method is called on
     */
    public static Set<RolesAnnotation> to(AnnotationLookup elements, Class<?> resource) {
        Set<Class<?>> opening = new LinkedHashSet<>();
        Set<RolesAnnotation> nearest = elements.mostSpecific(element -> {
            Set<RolesAnnotation> declared = by(element);
            if (element instanceof Method method && declared.stream().anyMatch(RolesAnnotation::toAll)) {
                opening.add(method.getDeclaringClass());
            }
            return declared;
        });
        if (opening.isEmpty() || !nearest.stream().allMatch(RolesAnnotation::toAll)) {
            return nearest;
        }
        Set<RolesAnnotation> ofTypes =
                elements.mostSpecific(element -> element instanceof Method ? Set.<RolesAnnotation>of() : by(element));
        boolean isClosed = AnnotationLookup.lineage(resource).stream()
                .filter(type -> by(type).stream().anyMatch(access -> !access.toAll() && ofTypes.contains(access)))
                .anyMatch(type -> opening.stream().allMatch(open -> open != type && open.isAssignableFrom(type)));
        return isClosed ? ofTypes : nearest;
    }

    /** What one element says; empty if it says nothing. The strictest of its annotations counts. */
    public static Set<RolesAnnotation> by(AnnotatedElement element) {
        return read(element).map(Set::of).orElse(Set.of());
    }

    private static Optional<RolesAnnotation> read(AnnotatedElement element) {
        if (element.getAnnotation(DenyAll.class) != null) {
            return Optional.of(new RolesAnnotation(false, List.of()));
        }
        RolesAllowed roles = element.getAnnotation(RolesAllowed.class);
        if (roles != null) {
            return Optional.of(new RolesAnnotation(false, List.of(roles.value())));
        }
        return element.getAnnotation(PermitAll.class) == null
                ? Optional.empty()
                : Optional.of(new RolesAnnotation(true, List.of()));
    }
}
