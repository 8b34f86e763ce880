package org.cognito4j.jakarta.constraint;

import jakarta.servlet.annotation.HttpMethodConstraint;
import jakarta.servlet.annotation.ServletSecurity;
import jakarta.servlet.annotation.ServletSecurity.EmptyRoleSemantic;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The constraints that {@code @ServletSecurity} stands for (Jakarta Servlet 6.0 section 13.4.1.2). */
public final class AnnotatedConstraints {

    private AnnotatedConstraints() {}

    /** Returns the constraints that an annotation puts on a pattern. */
    public static List<WebConstraint> of(ServletSecurity security, UrlPattern pattern) {
        List<WebConstraint> constraints = new ArrayList<>();
        Set<String> named = new LinkedHashSet<>();
        for (HttpMethodConstraint method : security.httpMethodConstraints()) {
            named.add(method.value());
            ConstraintRule rule = rule(method.rolesAllowed(), method.emptyRoleSemantic());
            constraints.add(new WebConstraint(pattern, Set.of(method.value()), false, rule));
        }
        ConstraintRule others =
                rule(security.value().rolesAllowed(), security.value().value());
        // One that lets in everybody and says nothing of the transport stands for no constraint at all.
        boolean isStated = others.kind() != ConstraintRule.Kind.EVERYBODY
                || security.value().transportGuarantee() != ServletSecurity.TransportGuarantee.NONE;
        if (isStated || named.isEmpty()) {
            constraints.add(new WebConstraint(pattern, named, !named.isEmpty(), others));
        }
        return constraints;
    }

    private static ConstraintRule rule(String[] roles, EmptyRoleSemantic empty) {
        if (roles.length > 0) {
            return ConstraintRule.ofRoles(Set.of(roles));
        }
        return empty == EmptyRoleSemantic.DENY ? ConstraintRule.NOBODY : ConstraintRule.EVERYBODY;
    }
}
