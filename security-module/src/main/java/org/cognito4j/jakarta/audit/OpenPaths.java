package org.cognito4j.jakarta.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.cognito4j.jakarta.ProtectedPaths;
import org.cognito4j.jakarta.constraint.ConstraintRule;
import org.cognito4j.jakarta.constraint.UrlPattern;
import org.cognito4j.jakarta.constraint.WebConstraints;
import org.cognito4j.jakarta.filter.CognitoFilter;

/**
 * Tells which paths a request without a token reaches: neither a constraint, nor a {@link CognitoFilter}, nor {@code
 * cognito.require-token} stands before them.
 *
 * @param constraints of descriptors and annotations
 * @param filters the patterns of filters that need a token for every method
 * @param required the patterns under which every request needs a token
 */
record OpenPaths(WebConstraints constraints, List<UrlPattern> filters, ProtectedPaths required) {

    private static final List<String> METHODS =
            List.of("GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "ANY-OTHER");

    /** A name that no resource has, so that it stands for all that a pattern matches. */
    private static final String ANY = "any-other-resource";

    /** Returns whether any request for what a pattern matches, of any method, needs no token. */
    boolean isOpen(String pattern) {
        return isOpenPath(sample(pattern));
    }

    boolean isOpenPath(String path) {
        return METHODS.stream().anyMatch(method -> isOpen(method, path));
    }

    /** Returns whether a request of a method needs no token. */
    boolean isOpen(String method, String path) {
        return constraints.ruleFor(method, path).kind() == ConstraintRule.Kind.EVERYBODY
                && !required.include(path)
                && filters.stream().noneMatch(filter -> filter.fit(path) != UrlPattern.NONE);
    }

    private static String sample(String pattern) {
        if (pattern.isEmpty()) {
            return "/";
        }
        if (pattern.equals("/")) {
            return "/" + ANY;
        }
        return pattern.endsWith("/*")
                ? pattern.substring(0, pattern.length() - 1) + ANY
                : pattern.startsWith("*.") ? "/" + ANY + pattern.substring(1) : pattern;
    }

    /** Returns the first segments of all that is protected, such as {@code /orders}. */
    Set<String> protectedRoots() {
        Set<String> roots = new TreeSet<>();
        constraints.all().stream()
                .filter(constraint -> constraint.rule().kind() != ConstraintRule.Kind.EVERYBODY)
                .forEach(constraint -> addRoot(constraint.pattern().text(), roots));
        filters.forEach(filter -> addRoot(filter.text(), roots));
        required.patterns().forEach(pattern -> addRoot(pattern, roots));
        return roots;
    }

    private static void addRoot(String pattern, Set<String> roots) {
        if (pattern.startsWith("/") && pattern.length() > 1 && pattern.charAt(1) != '*') {
            int end = pattern.indexOf('/', 1);
            roots.add(end < 0 ? pattern : pattern.substring(0, end));
        }
    }

    /** Returns a line for each constraint whose pattern leaves methods open. */
    List<String> uncovered() {
        List<String> lines = new ArrayList<>();
        constraints.all().stream()
                .filter(constraint -> constraint.rule().kind() != ConstraintRule.Kind.EVERYBODY)
                .map(constraint -> constraint.pattern().text())
                .distinct()
                .sorted()
                .forEach(pattern -> {
                    String path = sample(pattern);
                    String open = METHODS.stream()
                            .filter(method -> isOpen(method, path))
                            .map(method -> method.equals("ANY-OTHER") ? "other" : method)
                            .collect(Collectors.joining(", "));
                    if (!open.isEmpty()) {
                        lines.add("methods " + open + " of the constraint of " + pattern);
                    }
                });
        return lines;
    }
}
