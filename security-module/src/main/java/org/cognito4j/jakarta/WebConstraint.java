package org.cognito4j.jakarta;

import java.util.Set;

/**
 * Who may call what is at a pattern.
 *
 * @param pattern where it holds
 * @param methods the HTTP methods that it names, by their exact names
 * @param omission whether it holds for all methods but those; with no method named, it holds for all
 * @param rule who may call
 */
record WebConstraint(UrlPattern pattern, Set<String> methods, boolean omission, AccessRule rule) {

    WebConstraint {
        methods = Set.copyOf(methods);
    }

    boolean holdsFor(String method) {
        return methods.isEmpty() || methods.contains(method) != omission;
    }
}
