package org.cognito4j.jakarta;

import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cognito4j.AccessToken;
import org.cognito4j.ScopeRoles;
import org.jspecify.annotations.Nullable;

/**
 * What the container lets whom do, as the application was deployed. It is the container that decides; this only tells a
 * caller which scope it lacks.
 *
 * @param all constraints of descriptors and annotations
 * @param denyUncovered whether methods that no constraint of a pattern names are closed
 * @param declaredRoles the roles that the application declares
 */
record WebConstraints(List<WebConstraint> all, boolean denyUncovered, Set<String> declaredRoles) {

    static final WebConstraints UNKNOWN = new WebConstraints(List.of(), false, Set.of());

    private static final String ATTRIBUTE = WebConstraints.class.getName();

    WebConstraints {
        all = List.copyOf(all);
        declaredRoles = Set.copyOf(declaredRoles);
    }

    static WebConstraints of(@Nullable ServletContext application) {
        Object known = application == null ? null : application.getAttribute(ATTRIBUTE);
        return known instanceof WebConstraints constraints ? constraints : UNKNOWN;
    }

    void publishIn(ServletContext application) {
        application.setAttribute(ATTRIBUTE, this);
    }

    /**
     * The rule for a request: of the best pattern alone, and there of all constraints that hold for the method.
     *
     * @param path servlet path and path info
     */
    AccessRule ruleFor(String method, String path) {
        Optional<UrlPattern> best = all.stream()
                .map(WebConstraint::pattern)
                .filter(pattern -> pattern.fit(path) != UrlPattern.NONE)
                .max(Comparator.comparingInt(pattern -> pattern.fit(path)));
        if (best.isEmpty()) {
            return AccessRule.EVERYBODY;
        }
        return all.stream()
                .filter(constraint -> constraint.pattern().equals(best.get()) && constraint.holdsFor(method))
                .map(WebConstraint::rule)
                .reduce(AccessRule::and)
                .orElse(denyUncovered ? AccessRule.NOBODY : AccessRule.EVERYBODY);
    }

    /**
     * The scopes that the container will miss in a caller's token.
     *
     * @return any one of which would do; empty if the caller lacks nothing, or if what it lacks is not known for sure
     */
    Set<String> missingScopes(HttpServletRequest request, AccessToken token, ScopeRoles mapping) {
        AccessRule rule = ruleFor(request.getMethod(), pathOf(request));
        Set<String> had = mapping.rolesOf(token);
        if (rule.kind() != AccessRule.Kind.ROLES || rule.roles().stream().anyMatch(had::contains)) {
            return Set.of();
        }
        Set<String> scopes = new LinkedHashSet<>();
        rule.roles().stream().sorted().forEach(role -> scopes.addAll(mapping.scopesFor(role, token)));
        return scopes;
    }

    private static String pathOf(HttpServletRequest request) {
        String path = request.getServletPath();
        return request.getPathInfo() == null ? path : path + request.getPathInfo();
    }
}
