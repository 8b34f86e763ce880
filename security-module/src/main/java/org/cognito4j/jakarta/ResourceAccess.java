package org.cognito4j.jakarta;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.TypeVariable;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Who may call a resource method, as annotations say: those on the method, then those on the methods it overrides or
 * implements, then those on its class and on the classes and interfaces that this inherits from. Where JAX-RS takes its own
 * annotations from an interface (Jakarta RESTful Web Services 3.1 section 3.6), these must not get lost.
 *
 * @param toAll whether everybody may
 * @param roles any one of which is enough, unless everybody may; none if nobody may
 */
record ResourceAccess(boolean toAll, List<String> roles) {

    /**
     * What annotations say of a method.
     *
     * @param resource the class that it is called on, which may have inherited it
     * @return empty if there are none
     */
    static Optional<ResourceAccess> to(Method method, Class<?> resource) {
        Set<Class<?>> types = new LinkedHashSet<>();
        addLineage(types, resource);
        addLineage(types, method.getDeclaringClass());
        Stream<Method> overridden = types.stream()
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(other -> isSame(method, other));
        return Stream.of(Stream.of(method), overridden, types.stream())
                .flatMap(elements -> elements)
                .flatMap(element -> by(element).stream())
                .findFirst();
    }

    /** The class itself, then its superclasses from the nearest on, then the interfaces of all. */
    private static void addLineage(Set<Class<?>> types, Class<?> type) {
        for (Class<?> each = type; each != null && each != Object.class; each = each.getSuperclass()) {
            types.add(each);
        }
        for (Class<?> each = type; each != null; each = each.getSuperclass()) {
            Arrays.stream(each.getInterfaces()).forEach(parent -> addLineage(types, parent));
        }
    }

    /** Whether a class that has both has one in place of the other. */
    private static boolean isSame(Method method, Method other) {
        Class<?>[] types = method.getParameterTypes();
        Class<?>[] others = other.getParameterTypes();
        if (!method.getName().equals(other.getName()) || types.length != others.length) {
            return false;
        }
        for (int i = 0; i < types.length; i++) {
            boolean isVariable = other.getGenericParameterTypes()[i] instanceof TypeVariable;
            if (types[i] != others[i] && !(isVariable && others[i].isAssignableFrom(types[i]))) {
                return false;
            }
        }
        return true;
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
