package org.cognito4j.jakarta.application;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The places where annotations can be that concern a method of a resource or bean: the method itself, the methods that it
 * overrides or implements, its class, and the classes and interfaces that its class inherits from.
 *
 * <p>{@link #mostSpecific} decides by the most specific declaration: one on a method before one on a type, and among each of
 * these one of a type before those of its supertypes. Declarations of which neither is more specific all count, as those of a
 * superclass and of an interface that it does not implement.
 */
public final class AnnotationLookup {

    private final Class<?> written;
    private final TypeArguments arguments;
    private final Set<Method> methods = new LinkedHashSet<>();

    /**
     * The places for a method.
     *
     * @param resource the class that it is called on, which may have inherited it
     */
    public AnnotationLookup(Method method, Class<?> resource) {
        this.written = written(resource);
        this.arguments = new TypeArguments(written);
        Method called = written == resource ? method : written(method, written);
        addMethod(called);
    }

    /** A method that the compiler made leads to another one, whose annotations count as well. */
    private void addMethod(Method called) {
        if (called.isBridge()) {
            Arrays.stream(called.getDeclaringClass().getDeclaredMethods())
                    .filter(method -> !method.isBridge() && leadsTo(called, method))
                    .forEach(methods::add);
        }
        methods.add(called);
    }

    private static boolean leadsTo(Method bridge, Method method) {
        Class<?>[] general = bridge.getParameterTypes();
        Class<?>[] exact = method.getParameterTypes();
        if (!bridge.getName().equals(method.getName()) || general.length != exact.length) {
            return false;
        }
        for (int i = 0; i < general.length; i++) {
            if (!general[i].isAssignableFrom(exact[i])) {
                return false;
            }
        }
        return true;
    }

    /**
     * Returns everything that the most specific declarations say.
     *
     * @param declared returns what one place says, empty if it says nothing
     * @return empty if no place says anything
     */
    public <T> Set<T> mostSpecific(Function<AnnotatedElement, ? extends Collection<T>> declared) {
        Set<T> ofMethods = nearest(type -> Arrays.stream(type.getDeclaredMethods())
                .filter(this::stands)
                .flatMap(method -> declared.apply(method).stream())
                .toList());
        return ofMethods.isEmpty() ? nearest(type -> declared.apply(new OfItself(type))) : ofMethods;
    }

    private <T> Set<T> nearest(Function<Class<?>, Collection<T>> declaredIn) {
        Map<Class<?>, Collection<T>> found = new LinkedHashMap<>();
        collect(written, declaredIn, found);
        methods.forEach(method -> {
            if (!method.getDeclaringClass().isAssignableFrom(written)) {
                collect(method.getDeclaringClass(), declaredIn, found);
            }
        });
        Set<T> all = new LinkedHashSet<>();
        found.forEach((type, here) -> {
            if (found.keySet().stream().noneMatch(other -> other != type && type.isAssignableFrom(other))) {
                all.addAll(here);
            }
        });
        return all;
    }

    private static <T> void collect(
            Class<?> type, Function<Class<?>, Collection<T>> declaredIn, Map<Class<?>, Collection<T>> found) {
        Collection<T> here = declaredIn.apply(type);
        if (!here.isEmpty()) {
            found.put(type, here);
            return;
        }
        Class<?> parent = type.getSuperclass();
        if (parent != null && parent != Object.class) {
            collect(parent, declaredIn, found);
        }
        Arrays.stream(type.getInterfaces()).forEach(each -> collect(each, declaredIn, found));
    }

    /** The class that somebody wrote, where CDI has put one in its place that has none of its annotations. */
    private static Class<?> written(Class<?> resource) {
        Class<?> parent = resource.getSuperclass();
        boolean standsIn = resource.isSynthetic() && parent != null && parent != Object.class;
        return standsIn ? written(parent) : resource;
    }

    private static Method written(Method standIn, Class<?> resource) {
        for (Class<?> type = resource; type != null; type = type.getSuperclass()) {
            try {
                return type.getDeclaredMethod(standIn.getName(), standIn.getParameterTypes());
            } catch (NoSuchMethodException e) {
                // A superclass may have it.
            }
        }
        return standIn; // of what stands in alone, or of an interface
    }

    /** The class itself, then its superclasses from the nearest on, then the interfaces of all. */
    public static Set<Class<?>> lineage(Class<?> type) {
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

    /** Whether the method is one of those in question, or one of these stands in place of it. */
    private boolean stands(Method other) {
        boolean isInherited = !Modifier.isPrivate(other.getModifiers()) && !Modifier.isStatic(other.getModifiers());
        return methods.contains(other) || (isInherited && methods.stream().anyMatch(method -> isSame(method, other)));
    }

    private boolean isSame(Method method, Method other) {
        return method.getName().equals(other.getName())
                && method.getParameterCount() == other.getParameterCount()
                && (Arrays.equals(method.getParameterTypes(), other.getParameterTypes())
                        || Arrays.equals(arguments.parameters(method), arguments.parameters(other)));
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
