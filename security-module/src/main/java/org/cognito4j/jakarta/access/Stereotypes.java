package org.cognito4j.jakarta.access;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Finds what an element declares by itself, or by its annotations, as stereotypes do. */
final class Stereotypes {

    private Stereotypes() {}

    /**
     * Returns what an element says itself; if it says nothing, what each of its annotations says, at any depth.
     *
     * @param own returns what an element or an annotation says itself
     */
    static <T> Set<T> declared(AnnotatedElement element, Function<AnnotatedElement, Optional<T>> own) {
        Set<T> found = new LinkedHashSet<>();
        collect(element, own, found, new HashSet<>());
        return found;
    }

    /** Annotations may have each other, or themselves: each is looked at once. */
    private static <T> void collect(
            AnnotatedElement element,
            Function<AnnotatedElement, Optional<T>> own,
            Set<T> found,
            Set<Class<? extends Annotation>> seen) {
        Optional<T> said = own.apply(element);
        said.ifPresent(found::add);
        if (said.isEmpty()) {
            for (Annotation annotation : element.getAnnotations()) {
                if (seen.add(annotation.annotationType())) {
                    collect(annotation.annotationType(), own, found, seen);
                }
            }
        }
    }
}
