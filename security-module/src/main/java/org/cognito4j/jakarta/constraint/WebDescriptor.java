package org.cognito4j.jakarta.constraint;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a {@code web.xml} or {@code web-fragment.xml} says of constraints and roles. */
public final class WebDescriptor {

    private final XmlElement root;

    /** Reads a descriptor from its root element. */
    public WebDescriptor(XmlElement root) {
        this.root = root;
    }

    /** Whether annotations, and in the case of {@code web.xml} fragments, do not count. */
    public boolean isComplete() {
        return root.attribute("metadata-complete").filter("true"::equals).isPresent();
    }

    /** Returns whether an absolute ordering leaves out the libraries that it does not name. */
    public boolean leavesOthersOut() {
        return root.children("absolute-ordering").anyMatch(ordering -> !ordering.has("others"));
    }

    /** Returns the names of the fragments that an absolute ordering lists. */
    public Set<String> orderedFragments() {
        return root.children("absolute-ordering")
                .flatMap(ordering -> ordering.texts("name").stream())
                .collect(Collectors.toSet());
    }

    /** Returns the name of a {@code web-fragment.xml}, by which an ordering lists it. */
    public Optional<String> fragmentName() {
        return root.texts("name").stream().findFirst();
    }

    /** Returns whether HTTP methods that no constraint covers are denied (Jakarta Servlet 6.0 section 13.8.4.2). */
    public boolean deniesUncovered() {
        return root.has("deny-uncovered-http-methods");
    }

    /** Returns the security constraints, one for each pattern and set of methods. */
    public List<WebConstraint> constraints() {
        List<WebConstraint> constraints = new ArrayList<>();
        root.children("security-constraint").forEach(element -> {
            ConstraintRule rule = rule(element);
            element.children("web-resource-collection").forEach(collection -> add(collection, rule, constraints));
        });
        return constraints;
    }

    /** Returns the files that a directory stands for, in their order. */
    List<String> welcomeFiles() {
        return root.children("welcome-file-list")
                .flatMap(list -> list.texts("welcome-file").stream())
                .toList();
    }

    /** Returns whether a filter of a name is declared here. */
    public boolean declaresFilter(String name) {
        return root.children("filter")
                .anyMatch(filter -> filter.texts("filter-name").contains(name));
    }

    /** Returns the classes of the filters that it declares, by their names. */
    public Map<String, String> filters() {
        Map<String, String> filters = new LinkedHashMap<>();
        root.children("filter")
                .forEach(filter -> filter.texts("filter-name")
                        .forEach(name -> filters.put(name, String.join("", filter.texts("filter-class")))));
        return filters;
    }

    /** Returns the mappings of filters in their order, which is that of the filters for a request. */
    public List<FilterMapping> filterMappings() {
        return root.children("filter-mapping")
                .map(mapping -> new FilterMapping(
                        String.join("", mapping.texts("filter-name")),
                        mapping.texts("url-pattern"),
                        mapping.texts("servlet-name"),
                        mapping.texts("dispatcher")))
                .toList();
    }

    /** Returns where the container finds the bodies of errors. */
    public List<String> errorPages() {
        return root.children("error-page")
                .flatMap(page -> page.texts("location").stream())
                .toList();
    }

    /** Returns the locations of error pages that are shown where the application has nothing. */
    public List<String> pagesForMissing() {
        return root.children("error-page")
                .filter(page -> page.texts("exception-type").isEmpty())
                .filter(page -> page.texts("error-code").stream().allMatch("404"::equals))
                .flatMap(page -> page.texts("location").stream())
                .toList();
    }

    Set<String> declaredRoles() {
        Set<String> roles = new LinkedHashSet<>();
        root.children("security-role").forEach(element -> roles.addAll(element.texts("role-name")));
        return roles;
    }

    private static ConstraintRule rule(XmlElement constraint) {
        if (!constraint.has("auth-constraint")) {
            return ConstraintRule.EVERYBODY; // it is about the transport alone
        }
        Set<String> roles = new LinkedHashSet<>();
        constraint.children("auth-constraint").forEach(element -> roles.addAll(element.texts("role-name")));
        return ConstraintRule.ofRoles(roles);
    }

    private static void add(XmlElement collection, ConstraintRule rule, List<WebConstraint> constraints) {
        List<String> named = collection.texts("http-method");
        List<String> omitted = collection.texts("http-method-omission");
        boolean omission = named.isEmpty() && !omitted.isEmpty();
        Set<String> methods = new LinkedHashSet<>(omission ? omitted : named);
        for (String pattern : collection.texts("url-pattern")) {
            constraints.add(new WebConstraint(new UrlPattern(pattern), methods, omission, rule));
        }
    }
}
