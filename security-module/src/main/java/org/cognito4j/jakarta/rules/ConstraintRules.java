package org.cognito4j.jakarta.rules;

import jakarta.servlet.ServletContext;
import jakarta.servlet.annotation.ServletSecurity;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cognito4j.SettingFault;
import org.cognito4j.jakarta.ProtectedPaths;
import org.cognito4j.jakarta.constraint.AnnotatedConstraints;
import org.cognito4j.jakarta.constraint.ConstraintRule;
import org.cognito4j.jakarta.constraint.PatternReach;
import org.cognito4j.jakarta.constraint.PatternShape;
import org.cognito4j.jakarta.constraint.UrlPattern;
import org.cognito4j.jakarta.constraint.WebConstraint;
import org.cognito4j.jakarta.constraint.WebConstraints;
import org.cognito4j.jakarta.constraint.WebDescriptor;
import org.cognito4j.jakarta.rules.RegisteredParts.Part;

/** Finds constraints of the container and entries of {@code cognito.paths} that protect nothing, or less than they say. */
final class ConstraintRules {

    private final ServletContext application;
    private final RegisteredParts parts;
    private final WebConstraints constraints;
    private final OccupiedPaths occupied;

    ConstraintRules(ServletContext application, RegisteredParts parts) {
        this.application = application;
        this.parts = parts;
        this.constraints = WebConstraints.of(application);
        this.occupied = new OccupiedPaths(application, parts);
    }

    /**
     * Returns the faults of all constraints.
     *
     * @param descriptors by which annotations may have no effect
     */
    List<SettingFault> faults(DeploymentDescriptors descriptors) {
        Set<SettingFault> faults = new LinkedHashSet<>();
        for (WebConstraint constraint : closed()) {
            String subject = "constraint on " + constraint.pattern().text();
            PatternShape.of(subject, constraint.pattern().text()).ifPresent(faults::add);
            if (!constraint.omission()) {
                constraint.methods().stream()
                        .sorted()
                        .filter(method -> !isMethod(method))
                        .forEach(method -> faults.add(new SettingFault(
                                subject,
                                "names the HTTP method \"" + method
                                        + "\", which no caller sends, so the real one is open",
                                "Write one method in capital letters in each http-method, or name none to close all")));
            }
        }
        faults.addAll(ignoredFragments(descriptors));
        if (descriptors.areComplete()) {
            parts.servlets().forEach(servlet -> ignoredAnnotation(servlet).ifPresent(faults::add));
        }
        return List.copyOf(faults);
    }

    /** The container ignores the fragments of libraries where the descriptor says so. */
    private List<SettingFault> ignoredFragments(DeploymentDescriptors descriptors) {
        List<SettingFault> faults = new ArrayList<>();
        List<WebDescriptor> inForce = descriptors.inForce();
        descriptors.fragments().forEach((library, fragment) -> {
            if (!inForce.contains(fragment)) {
                fragment.constraints().stream()
                        .filter(constraint -> constraint.rule().kind() != ConstraintRule.Kind.EVERYBODY)
                        .map(constraint -> constraint.pattern().text())
                        .distinct()
                        .filter(this::isOpen)
                        .forEach(pattern -> faults.add(new SettingFault(
                                "constraint on " + pattern + " in web-fragment.xml of " + library,
                                "has no effect, as web.xml "
                                        + (descriptors.areComplete()
                                                ? "says metadata-complete=\"true\""
                                                : "leaves the library out by <absolute-ordering>"),
                                "Add the <security-constraint> to web.xml")));
            }
        });
        return faults;
    }

    private boolean isOpen(String pattern) {
        return closed().stream()
                .map(constraint -> constraint.pattern().text())
                .noneMatch(closed -> closed.equals("/") || new PatternReach(closed).covers(pattern));
    }

    private static boolean isMethod(String method) {
        return method.matches("[!#$%&'*+.^_`|~0-9A-Z-]+");
    }

    /** A complete descriptor takes the effect from {@code @ServletSecurity} (Jakarta Servlet 6.0 section 13.4.1). */
    private Optional<SettingFault> ignoredAnnotation(Part servlet) {
        boolean isAnnotated = parts.load(servlet.className())
                .map(type -> type.getAnnotation(ServletSecurity.class))
                .filter(annotation -> AnnotatedConstraints.of(annotation, new UrlPattern("/*")).stream()
                        .anyMatch(constraint -> constraint.rule().kind() != ConstraintRule.Kind.EVERYBODY))
                .isPresent();
        List<String> open = servlet.patterns().stream().filter(this::isOpen).toList();
        return isAnnotated && !open.isEmpty()
                ? Optional.of(new SettingFault(
                        "@ServletSecurity on " + servlet.className(),
                        "has no effect on " + String.join(", ", open) + ", as web.xml says metadata-complete=\"true\"",
                        "Add a <security-constraint> to web.xml, or remove metadata-complete"))
                : Optional.empty();
    }

    /**
     * Returns a warning for each constraint on a path where nothing lies.
     *
     * @param paths where the module authenticates
     * @param required where every request needs a token
     */
    List<SettingFault> warnings(ProtectedPaths paths, ProtectedPaths required) {
        Set<SettingFault> warnings = new LinkedHashSet<>();
        for (WebConstraint constraint : closed()) {
            String pattern = constraint.pattern().text();
            if (!occupied.include(pattern) && !occupied.mayHaveEndpoints()) {
                warnings.add(new SettingFault(
                        "constraint on " + pattern,
                        "protects nothing: no servlet or file of the application has such a path",
                        "Correct the url-pattern, which is relative to the context path "
                                + application.getContextPath()));
            }
            if (isHalfIn(pattern, paths)) {
                warnings.add(new SettingFault(
                        "cognito.paths",
                        String.join(", ", paths.patterns()) + " does not include all paths of the constraint on "
                                + pattern + ", and no token is judged on the others",
                        "Add " + pattern));
            }
        }
        addIdle("cognito.paths", paths, warnings);
        addIdle("cognito.require-token", required, warnings);
        return List.copyOf(warnings);
    }

    private void addIdle(String key, ProtectedPaths paths, Set<SettingFault> warnings) {
        for (String path : paths.patterns()) {
            if (!occupied.include(path) && !occupied.mayHaveEndpoints()) {
                warnings.add(new SettingFault(
                        key, path + " includes no servlet or file of the application", "Correct or remove it"));
            }
        }
    }

    private static boolean isHalfIn(String pattern, ProtectedPaths paths) {
        PatternReach reach = new PatternReach(pattern);
        List<String> entries = paths.patterns();
        return !pattern.equals("/*")
                && entries.stream().noneMatch(entry -> new PatternReach(entry).covers(pattern))
                && entries.stream().anyMatch(entry -> reach.meets(entry));
    }

    /** Returns the constraints that ask for a caller or let nobody in. */
    private List<WebConstraint> closed() {
        return constraints.all().stream()
                .filter(constraint -> constraint.rule().kind() != ConstraintRule.Kind.EVERYBODY)
                .toList();
    }
}
