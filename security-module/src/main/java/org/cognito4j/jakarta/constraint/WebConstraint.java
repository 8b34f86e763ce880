package org.cognito4j.jakarta.constraint;

import java.util.Set;

/**
 * Who may call what is at a pattern.
 *
 * @param pattern where it holds
 * @param methods the HTTP methods that it names, by their exact names
 * @param omission whether it holds for all methods but those; with no method named, it holds for all
 * @param rule who may call
 */
public record WebConstraint(UrlPattern pattern, Set<String> methods, boolean omission, ConstraintRule rule) {

    public WebConstraint {
        methods = Set.copyOf(methods);
    }

    boolean holdsFor(String method) {
        return methods.isEmpty() || methods.contains(method) != omission;
    }
}
