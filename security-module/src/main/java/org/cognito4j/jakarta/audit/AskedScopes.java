package org.cognito4j.jakarta.audit;

import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.cognito4j.jakarta.application.ClassFile;
import org.cognito4j.jakarta.application.ClassFile.Marker;
import org.cognito4j.jakarta.application.DeployedFiles;
import org.cognito4j.jakarta.application.ScannedClasses;
import org.cognito4j.jakarta.constraint.ConstraintRule;
import org.cognito4j.jakarta.constraint.WebConstraint;
import org.cognito4j.jakarta.constraint.WebConstraints;
import org.cognito4j.jakarta.metadata.ScopeNeed;
import org.cognito4j.jakarta.metadata.ScopeNeeds;

/**
 * Finds what an application asks of its callers, and on which paths: in constraints, filters and annotations. For the metadata of
 * the API, so that it names no scope that nothing asks for. What the code of the application asks by {@code isUserInRole} is not
 * seen.
 */
public final class AskedScopes {

    private static final String ROLES_ALLOWED = "jakarta.annotation.security.RolesAllowed";
    private static final String REQUIRES_SCOPE = "org.cognito4j.jakarta.access.RequiresScope";
    private static final String SERVER_ENDPOINT = "jakarta.websocket.server.ServerEndpoint";

    /** Annotations that stand instead of those of the class, and ask for no role. */
    private static final Set<String> WITHOUT_ROLES =
            Set.of("jakarta.annotation.security.PermitAll", "jakarta.annotation.security.DenyAll");

    private final ServletContext application;
    private final ScannedClasses classes;
    private final Map<String, Set<String>> servlets;
    private final RestPaths rest;
    private final List<ScopeNeed> needs = new ArrayList<>();

    /**
     * A search in one application.
     *
     * @param servlets URL patterns by the class or the name of the servlet
     */
    AskedScopes(ServletContext application, ScannedClasses classes, Map<String, Set<String>> servlets) {
        this.application = application;
        this.classes = classes;
        this.servlets = servlets;
        this.rest = new RestPaths(classes, servlets);
    }

    /** Finds out what an application asks for, when the first request for its metadata comes, unless that is known by then. */
    public static void findLaterIn(ServletContext application) {
        ScopeNeeds.publishLater(
                application,
                () -> new AskedScopes(
                                application,
                                ScannedClasses.in(DeployedFiles.of(application)),
                                ServletPatterns.of(application))
                        .find());
    }

    ScopeNeeds find() {
        WebConstraints constraints = WebConstraints.of(application);
        constraints.all().forEach(constraint -> addConstraint(constraint, constraints.declaredRoles()));
        application.getFilterRegistrations().values().forEach(this::addFilter);
        for (ClassFile type : classes.byName().values()) {
            if (!type.isAbstract()) {
                addClass(type);
            }
        }
        return new ScopeNeeds(needs);
    }

    private void addConstraint(WebConstraint constraint, Set<String> declared) {
        ConstraintRule rule = constraint.rule();
        Set<String> roles = rule.kind() == ConstraintRule.Kind.ANY_ROLE ? declared : rule.roles();
        add(Set.of(constraint.pattern().text()), roles, Set.of());
    }

    private void addFilter(FilterRegistration filter) {
        List<String> scopes = FilterScopes.elementsOf(filter.getInitParameter(FilterScopes.REQUIRED_SCOPES));
        add(FilterPatterns.of(filter, application), Set.of(), new TreeSet<>(scopes));
    }

    private void addClass(ClassFile type) {
        Asked ofClass = classes.lineage(type).stream()
                .map(one -> asked(one.annotations()))
                .filter(asked -> !asked.isNothing())
                .findFirst()
                .orElse(Asked.NOTHING);
        Optional<Marker> path = rest.inherited(type, RestPaths.PATH);
        if (servlets.containsKey(type.name())) {
            add(patterns(type), ofClass.roles(), ofClass.scopes()); // its methods may be those of its superclass
        }
        rest.methods(type).forEach((signature, annotations) -> {
            boolean isCalled = path.isEmpty()
                    ? !signature.startsWith("<") && !signature.startsWith("lambda$")
                    : rest.verb(annotations).isPresent() || annotations.containsKey(RestPaths.PATH);
            if (isCalled) {
                Set<String> patterns =
                        path.map(ofType -> patterns(ofType, annotations)).orElseGet(() -> patterns(type));
                Asked ofMethod = asked(annotations);
                add(
                        patterns,
                        ofMethod.isForRoles() ? ofMethod.roles() : ofClass.roles(),
                        ofMethod.scopes().isEmpty() ? ofClass.scopes() : ofMethod.scopes());
            }
        });
    }

    /** What follows a parameter of the template is left out: no pattern could name it. */
    private Set<String> patterns(Marker path, Map<String, Marker> annotations) {
        return rest.templates(path, annotations).stream()
                .map(template -> "/" + template.replaceAll("(^|/)[^/]*\\{.*", ""))
                .map(prefix -> prefix.equals("/") ? "/*" : prefix + "/*")
                .collect(Collectors.toSet());
    }

    /** The patterns of a servlet or an endpoint; none for other classes, which may be called on any path. */
    private Set<String> patterns(ClassFile type) {
        Set<String> patterns = new TreeSet<>(servlets.getOrDefault(type.name(), Set.of()));
        type.annotation(SERVER_ENDPOINT)
                .ifPresent(endpoint -> endpoint.texts("value")
                        .forEach(template -> patterns.add(template.replaceAll("/[^/]*\\{.*", "") + "/*")));
        return patterns;
    }

    private void add(Set<String> patterns, Set<String> roles, Set<String> scopes) {
        ScopeNeed need = new ScopeNeed(patterns, roles, scopes);
        if ((!roles.isEmpty() || !scopes.isEmpty()) && !needs.contains(need)) {
            needs.add(need);
        }
    }

    /** Returns what annotations ask for: themselves, or as stereotypes do. */
    private Asked asked(Map<String, Marker> annotations) {
        Set<String> roles = new TreeSet<>();
        Set<String> scopes = new TreeSet<>();
        collect(annotations, roles, scopes, new HashSet<>());
        boolean isForRoles = !roles.isEmpty() || annotations.keySet().stream().anyMatch(WITHOUT_ROLES::contains);
        return new Asked(roles, scopes, isForRoles);
    }

    private void collect(Map<String, Marker> annotations, Set<String> roles, Set<String> scopes, Set<String> seen) {
        annotations.forEach((name, marker) -> {
            if (name.equals(ROLES_ALLOWED)) {
                roles.addAll(marker.texts("value"));
            } else if (name.equals(REQUIRES_SCOPE)) {
                scopes.addAll(marker.texts("value"));
            } else if (classes.byName().containsKey(name) && seen.add(name)) {
                collect(classes.byName().get(name).annotations(), roles, scopes, seen);
            }
        });
    }

    /**
     * What the annotations of one place ask for.
     *
     * @param isForRoles whether they say anything about roles
     */
    private record Asked(Set<String> roles, Set<String> scopes, boolean isForRoles) {

        private static final Asked NOTHING = new Asked(Set.of(), Set.of(), false);

        boolean isNothing() {
            return scopes.isEmpty() && !isForRoles;
        }
    }
}
