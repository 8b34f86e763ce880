package org.cognito4j.jakarta.rules;

import jakarta.servlet.ServletContext;
import jakarta.servlet.annotation.WebFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.cognito4j.SettingFault;
import org.cognito4j.jakarta.constraint.FilterMapping;
import org.cognito4j.jakarta.constraint.PatternReach;
import org.cognito4j.jakarta.filter.CognitoFilter;
import org.cognito4j.jakarta.platform.ApplicationLoader;
import org.cognito4j.jakarta.rules.RegisteredParts.Part;

/**
 * Finds filters of the application that run before one of this module: what such a filter answers by itself is answered to
 * everybody. Jakarta Servlet orders the mappings of descriptors alone (section 6.2.4), so that for others the order is not
 * known.
 */
final class FilterOrder {

    private static final int NOT_DESCRIBED = -1;

    private final ServletContext application;
    private final RegisteredParts parts;
    private final FilterRules rules;
    private final List<FilterMapping> described = new ArrayList<>();

    FilterOrder(
            ServletContext application, RegisteredParts parts, DeploymentDescriptors descriptors, FilterRules rules) {
        this.application = application;
        this.parts = parts;
        this.rules = rules;
        descriptors.inForce().forEach(descriptor -> described.addAll(descriptor.filterMappings()));
    }

    /** Returns a warning for each pair of filters. */
    List<SettingFault> warnings() {
        List<SettingFault> warnings = new ArrayList<>();
        for (Part own : parts.ownFilters()) {
            for (Part other : parts.filters()) {
                if (isOfApplication(other)) {
                    addWarning(own, other, warnings);
                }
            }
        }
        return warnings;
    }

    private void addWarning(Part own, Part other, List<SettingFault> warnings) {
        Set<String> patterns = rules.patterns(other);
        List<String> common = common(rules.patterns(own), patterns);
        if (common.isEmpty()) {
            addBeforeServlet(own, other, common(rules.patternsOfServlets(own), patterns), warnings);
            return;
        }
        boolean isBefore = described(other) != NOT_DESCRIBED
                && (isAnnotated(own) || described(own) != NOT_DESCRIBED && described(other) < described(own));
        if (isBefore || mayBeBefore(own, other)) {
            warnings.add(warning(own, other, isBefore, common, "map " + own.name() + " before it in web.xml"));
        }
    }

    /** Containers run the filters that are mapped to a path before those that are mapped to a servlet's name. */
    private static void addBeforeServlet(Part own, Part other, List<String> common, List<SettingFault> warnings) {
        if (!common.isEmpty()) {
            warnings.add(warning(own, other, true, common, "map " + own.name() + " to url-patterns before it"));
        }
    }

    private static List<String> common(Set<String> own, Set<String> others) {
        return own.stream()
                .filter(pattern -> others.stream().anyMatch(new PatternReach(pattern)::meets))
                .toList();
    }

    private static SettingFault warning(Part own, Part other, boolean isBefore, List<String> common, String remedy) {
        return new SettingFault(
                other.title(),
                (isBefore ? "runs" : "may run") + " before " + own.title() + " on " + String.join(", ", common)
                        + ", so what it answers by itself is not protected",
                "If it answers requests by itself, " + remedy);
    }

    /** A filter that {@link CognitoFilter#register} has added precedes declared ones. */
    private boolean mayBeBefore(Part own, Part other) {
        if (described(other) != NOT_DESCRIBED) {
            return false;
        }
        return isAnnotated(other) ? isAnnotated(own) : true;
    }

    private int described(Part filter) {
        for (int i = 0; i < described.size(); i++) {
            if (described.get(i).filter().equals(filter.name())) {
                return i;
            }
        }
        return NOT_DESCRIBED;
    }

    private boolean isAnnotated(Part filter) {
        return described(filter) == NOT_DESCRIBED
                && parts.load(filter.className())
                        .filter(type -> type.isAnnotationPresent(WebFilter.class))
                        .isPresent();
    }

    /** Filters of the server have other class loaders, those of this jar another protection domain. */
    private boolean isOfApplication(Part filter) {
        return !parts.isOwn(filter.className())
                && parts.load(filter.className())
                        .filter(type -> ApplicationLoader.defines(type, application)
                                && !type.getProtectionDomain().equals(FilterOrder.class.getProtectionDomain()))
                        .isPresent();
    }
}
