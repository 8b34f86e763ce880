package org.cognito4j.jakarta.rules;

import jakarta.servlet.ServletContext;
import jakarta.servlet.annotation.WebFilter;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cognito4j.SettingFault;
import org.cognito4j.jakarta.BearerFilter;
import org.cognito4j.jakarta.constraint.WebDescriptor;

/**
 * Finds filters of this module that an application has and its container does not run, because a descriptor switches the scan
 * for annotations or fragments off.
 */
final class IgnoredFilters {

    private final RegisteredParts parts;
    private final DeploymentDescriptors descriptors;
    private final Map<String, Class<?>> candidates = new LinkedHashMap<>();

    /**
     * Prepares the search.
     *
     * @param subclasses the classes of the application that extend {@code CognitoFilter}, as the container found them
     */
    IgnoredFilters(
            ServletContext application,
            RegisteredParts parts,
            DeploymentDescriptors descriptors,
            Collection<Class<?>> subclasses) {
        this.parts = parts;
        this.descriptors = descriptors;
        subclasses.forEach(this::addCandidate);
        AnnotatedFilters annotated = new AnnotatedFilters(application, parts);
        descriptors
                .excludedLibraries()
                .forEach(library -> annotated.inLibrary(library).forEach(this::addCandidate));
        if (descriptors.areComplete() && subclasses.isEmpty()) {
            annotated.inClasses().forEach(this::addCandidate); // no initializer was run, so nothing was handed over
        }
    }

    /** Returns a fault for each filter that its author has declared. */
    List<SettingFault> faults() {
        List<SettingFault> faults = new ArrayList<>();
        candidates.values().stream()
                .filter(type -> type.isAnnotationPresent(WebFilter.class) && isUnregistered(type))
                .forEach(type -> faults.add(new SettingFault(
                        "@WebFilter on " + type.getName(),
                        "the container has not registered this filter, so it protects nothing" + reason(),
                        "Declare the class as <filter> with a <filter-mapping> in web.xml" + otherRemedy())));
        descriptors.fragments().forEach((library, fragment) -> {
            if (!descriptors.inForce().contains(fragment)) {
                addFaults(library, fragment, faults);
            }
        });
        return faults;
    }

    /** Returns a fault for each class that is declared nowhere: it may be a leftover, or a filter without its registration. */
    List<SettingFault> warnings() {
        return candidates.values().stream()
                .filter(type -> !type.isAnnotationPresent(WebFilter.class) && isUnregistered(type) && parts.areAll())
                .map(type -> new SettingFault(
                        type.getName(),
                        "extends CognitoFilter but is not registered, so it protects nothing",
                        "Add @WebFilter or a <filter> in web.xml, or remove the class"))
                .toList();
    }

    private void addFaults(String library, WebDescriptor fragment, List<SettingFault> faults) {
        fragment.filters().forEach((name, className) -> {
            if (parts.isOwn(className)
                    && parts.filters().stream()
                            .noneMatch(filter -> filter.name().equals(name))) {
                faults.add(new SettingFault(
                        "filter " + name + " in web-fragment.xml of " + library,
                        "the container has not registered this filter, so it protects nothing" + reason(),
                        "Declare it as <filter> with a <filter-mapping> in web.xml" + otherRemedy()));
            }
        });
    }

    private String reason() {
        if (descriptors.areComplete()) {
            return ": web.xml says metadata-complete=\"true\"";
        }
        return descriptors.excludedLibraries().isEmpty()
                ? ""
                : ": <absolute-ordering> in web.xml leaves out " + String.join(", ", descriptors.excludedLibraries());
    }

    private String otherRemedy() {
        if (descriptors.areComplete()) {
            return ", or remove metadata-complete";
        }
        return descriptors.excludedLibraries().isEmpty() ? "" : ", or add <others/> to <absolute-ordering>";
    }

    /** A filter of the {@code web.xml} is registered, even where the container does not list it now. */
    private boolean isUnregistered(Class<?> type) {
        return !parts.hasFilterOf(type.getName())
                && descriptors.inForce().stream()
                        .noneMatch(descriptor -> descriptor.filters().containsValue(type.getName()));
    }

    private void addCandidate(Class<?> type) {
        boolean isFilter = BearerFilter.isExtendedBy(type) && !Modifier.isAbstract(type.getModifiers());
        if (isFilter) {
            candidates.put(type.getName(), type);
        }
    }
}
