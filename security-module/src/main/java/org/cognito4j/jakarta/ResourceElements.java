package org.cognito4j.jakarta;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where annotations can stand that concern a method of a resource or bean: on the method, then on its class, then on the
 * methods that it overrides or implements, then on the classes and interfaces that the class inherits from. Where JAX-RS takes
 * its own annotations from an interface (Jakarta RESTful Web Services 3.1 section 3.6), others must not get lost; but what a class
 * says itself is not for an interface to undo (Jakarta Annotations 3.0 section 2.1).
 */
final class ResourceElements {

    private final Method method;
    private final List<AnnotatedElement> own;
    private final Set<Class<?>> types = new LinkedHashSet<>();

    /**
     * The places for a method.
     *
     * @param resource the class that it is called on, which may have inherited it
     */
    ResourceElements(Method method, Class<?> resource) {
        Class<?> written = written(resource);
        this.method = written == resource ? method : written(method, written);
        this.own = List.of(this.method, new OfItself(written), new OfItself(this.method.getDeclaringClass()));
        addLineage(written, types);
        addLineage(this.method.getDeclaringClass(), types);
    }

    /** What the first place says that says anything. */
    <T> Optional<T> first(Function<AnnotatedElement, Optional<T>> saying) {
        Stream<Method> overridden = types.stream()
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(this::stands);
        return Stream.of(own.stream(), overridden, types.stream())
                .flatMap(elements -> elements)
                .flatMap(element -> saying.apply(element).stream())
                .findFirst();
    }

    /** The class that somebody wrote, where CDI has put one in its place that has none of its annotations. */
    private static Class<?> written(Class<?> resource) {
        Class<?> parent = resource.getSuperclass();
        boolean standsIn = resource.isSynthetic() && parent != null && parent != Object.class;
        return standsIn ? written(parent) : resource;
    }

    private static Method written(Method standIn, Class<?> resource) {
        try {
            return resource.getMethod(standIn.getName(), standIn.getParameterTypes());
        } catch (NoSuchMethodException e) {
            return standIn; // of what stands in alone
        }
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

    /** A class with the annotations that stand on it, but none that it inherits: those come later. */
    private record OfItself(Class<?> type) implements AnnotatedElement {

        @Override
        public <A extends Annotation> @Nullable A getAnnotation(Class<A> annotation) {
            return type.getDeclaredAnnotation(annotation);
        }

        @Override
        public Annotation[] getAnnotations() {
            return type.getDeclaredAnnotations();
        }

        @Override
        public Annotation[] getDeclaredAnnotations() {
            return type.getDeclaredAnnotations();
        }
    }
}
