package org.cognito4j.jakarta.access;

import java.lang.reflect.AnnotatedElement;
import java.util.Arrays;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A type and the methods that it declares, as places of annotations. Those that it inherits are not among them. */
final class AnnotatedMembers {

    private AnnotatedMembers() {}

    /**
     * Returns whether one of them requires something of callers.
     *
     * @param type any type; the platform's own require nothing
     * @param requires whether an element declares a requirement
     */
    static boolean anyOf(Class<?> type, Predicate<AnnotatedElement> requires) {
        if (type.getClassLoader() == null) {
            return false; // the platform's own
        }
        try {
            return Stream.concat(Stream.of(type), Arrays.stream(type.getDeclaredMethods()))
                    .anyMatch(requires);
        } catch (LinkageError e) {
            return false; // it names classes that are not there, and cannot be told to require anything
        }
    }
}
