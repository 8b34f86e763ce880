package org.cognito4j.jakarta.audit;

import jakarta.annotation.security.DeclareRoles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.inject.spi.Annotated;
import jakarta.enterprise.inject.spi.AnnotatedMethod;
import jakarta.enterprise.inject.spi.AnnotatedType;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.cognito4j.jakarta.access.RequiresScope;
import org.cognito4j.jakarta.constraint.WebConstraints;

/**
 * The roles and scopes that an application names, each that it asks for with one place that does. To declare a role is not
 * to ask for it: a server's other means may give it.
 */
public final class NamedRoles {

    private final Map<String, String> asked = new TreeMap<>();
    private final Map<String, String> scopes = new TreeMap<>();
    private final Set<String> declared = new TreeSet<>();

    /** Adds those of the constraints and descriptors. */
    void findIn(WebConstraints constraints) {
        constraints
                .all()
                .forEach(constraint -> ask(
                        "the constraint of " + constraint.pattern().text(),
                        constraint.rule().roles()));
        declared.addAll(constraints.declaredRoles());
    }

    /** Adds those of a servlet filter's parameters. */
    void findIn(FilterScopes filters) {
        filters.all().forEach(scope -> scopes.putIfAbsent(scope, "a filter"));
    }

    /** Adds all that stand elsewhere. */
    void add(NamedRoles others) {
        others.asked.forEach(asked::putIfAbsent);
        others.scopes.forEach(scopes::putIfAbsent);
        declared.addAll(others.declared);
    }

    /** The part that needs CDI, so that nothing of it is linked where there is none. */
    public static final class Annotations {

        private Annotations() {}

        /** Adds those of a class and its methods. */
        public static void addTo(NamedRoles roles, AnnotatedType<?> type) {
            String place = type.getJavaClass().getName();
            find(roles, type, place);
            for (AnnotatedMethod<?> method : type.getMethods()) {
                find(roles, method, place + "." + method.getJavaMember().getName());
            }
        }

        private static void find(NamedRoles roles, Annotated element, String place) {
            RolesAllowed allowed = element.getAnnotation(RolesAllowed.class);
            if (allowed != null) {
                roles.ask("@RolesAllowed on " + place, List.of(allowed.value()));
            }
            RequiresScope required = element.getAnnotation(RequiresScope.class);
            if (required != null) {
                List.of(required.value())
                        .forEach(scope -> roles.scopes.putIfAbsent(scope, "@RequiresScope on " + place));
            }
            DeclareRoles declared = element.getAnnotation(DeclareRoles.class);
            if (declared != null) {
                roles.declared.addAll(List.of(declared.value()));
            }
        }
    }

    /** Those that every caller has mean no role. */
    private void ask(String place, Collection<String> roles) {
        roles.stream()
                .filter(role -> !role.equals("*") && !role.equals("**"))
                .forEach(role -> asked.putIfAbsent(role, place));
    }

    /** The roles that are asked for, with one place for each. */
    Map<String, String> asked() {
        return Collections.unmodifiableMap(asked);
    }

    /** The scopes that are asked for, as they are written, with one place for each. */
    Map<String, String> scopes() {
        return Collections.unmodifiableMap(scopes);
    }

    /** Whether the application has a use for the role. */
    boolean knows(String role) {
        return asked.containsKey(role) || declared.contains(role);
    }
}
