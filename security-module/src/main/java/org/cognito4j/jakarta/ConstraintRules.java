package org.cognito4j.jakarta;

import jakarta.servlet.ServletContext;
import jakarta.servlet.annotation.ServletSecurity;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cognito4j.SettingFault;
import org.cognito4j.jakarta.RegisteredParts.Part;

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
        if (descriptors.areComplete()) {
            parts.servlets().forEach(servlet -> ignoredAnnotation(servlet).ifPresent(faults::add));
        }
        return List.copyOf(faults);
    }

    private static boolean isMethod(String method) {
        return method.matches("[!#$%&'*+.^_`|~0-9A-Z-]+");
    }

    /** A complete descriptor takes the effect from {@code @ServletSecurity} (Jakarta Servlet 6.0 section 13.4.1). */
    private Optional<SettingFault> ignoredAnnotation(Part servlet) {
        boolean isAnnotated = parts.load(servlet.className())
                .map(type -> type.getAnnotation(ServletSecurity.class))
                .filter(annotation -> AnnotatedConstraints.of(annotation, new UrlPattern("/*")).stream()
                        .anyMatch(constraint -> constraint.rule().kind() != AccessRule.Kind.EVERYBODY))
                .isPresent();
        List<String> open = servlet.patterns().stream()
                .filter(pattern -> closed().stream()
                        .map(constraint -> constraint.pattern().text())
                        .noneMatch(closed -> closed.equals("/") || new PatternReach(closed).covers(pattern)))
                .toList();
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
     */
    List<SettingFault> warnings(MechanismPaths paths) {
        Set<SettingFault> warnings = new LinkedHashSet<>();
        for (WebConstraint constraint : closed()) {
            String pattern = constraint.pattern().text();
            if (!occupied.include(pattern) && !occupied.haveEndpoints()) {
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
        for (String path : paths.patterns()) {
            if (!occupied.include(path)) {
                warnings.add(new SettingFault(
                        "cognito.paths",
                        path + " includes no servlet or file of the application",
                        "Correct or remove it"));
            }
        }
        return List.copyOf(warnings);
    }

    private static boolean isHalfIn(String pattern, MechanismPaths paths) {
        PatternReach reach = new PatternReach(pattern);
        List<String> entries = paths.patterns();
        return !pattern.equals("/*")
                && entries.stream().noneMatch(entry -> new PatternReach(entry).covers(pattern))
                && entries.stream().anyMatch(entry -> reach.meets(entry));
    }

    /** Returns the constraints that ask for a caller or let nobody in. */
    private List<WebConstraint> closed() {
        return constraints.all().stream()
                .filter(constraint -> constraint.rule().kind() != AccessRule.Kind.EVERYBODY)
                .toList();
    }
}
