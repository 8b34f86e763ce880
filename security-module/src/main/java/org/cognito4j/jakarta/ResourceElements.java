package org.cognito4j.jakarta;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Where annotations can stand that concern a method of a resource or bean: on the method, then on the methods it overrides
 * or implements, then on its class and on the classes and interfaces that this inherits from. Where JAX-RS takes its own annotations from an
 * interface (Jakarta RESTful Web Services 3.1 section 3.6), others must not get lost.
 */
final class ResourceElements {

    private final Method method;
    private final Set<Class<?>> types = new LinkedHashSet<>();

    /**
     * The places for a method.
     *
     * @param resource the class that it is called on, which may have inherited it
     */
    ResourceElements(Method method, Class<?> resource) {
        this.method = method;
        addLineage(resource, types);
        addLineage(method.getDeclaringClass(), types);
    }

    /** What the first place says that says anything. */
    <T> Optional<T> first(Function<AnnotatedElement, Optional<T>> saying) {
        Stream<Method> overridden = types.stream()
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(this::stands);
        return Stream.of(Stream.of(method), overridden, types.stream())
                .flatMap(elements -> elements)
                .flatMap(element -> saying.apply(element).stream())
                .findFirst();
    }

    /** The class itself, then its superclasses from the nearest on, then the interfaces of all. */
    static Set<Class<?>> lineage(Class<?> type) {
        Set<Class<?>> types = new LinkedHashSet<>();
        addLineage(type, types);
        return types;
    }

    private static void addLineage(Class<?> type, Set<Class<?>> types) {
        for (Class<?> each = type; each != null && each != Object.class; each = each.getSuperclass()) {
            types.add(each);
        }
        for (Class<?> each = type; each != null; each = each.getSuperclass()) {
            Arrays.stream(each.getInterfaces()).forEach(parent -> addLineage(parent, types));
        }
    }

    /** Whether the method stands in place of another one in a class that has both. */
    private boolean stands(Method other) {
        Class<?>[] own = method.getParameterTypes();
        Class<?>[] others = other.getParameterTypes();
        if (!method.getName().equals(other.getName()) || own.length != others.length) {
            return false;
        }
        for (int i = 0; i < own.length; i++) {
            boolean isVariable = isVariable(other.getGenericParameterTypes()[i]);
            if (own[i] != others[i] && !(isVariable && others[i].isAssignableFrom(own[i]))) {
                return false;
            }
        }
        return true;
    }

    /** Whether a subclass may have put another type there: {@code T}, {@code T[]}. */
    private static boolean isVariable(Type parameter) {
        return parameter instanceof TypeVariable || parameter instanceof GenericArrayType;
    }
}
