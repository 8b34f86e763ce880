package org.cognito4j.jakarta.constraint;

import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
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
public record WebConstraints(List<WebConstraint> all, boolean denyUncovered, Set<String> declaredRoles) {

    /** The constraints of an application whose descriptors cannot be read. */
    public static final WebConstraints UNKNOWN = new WebConstraints(List.of(), false, Set.of());

    private static final String ATTRIBUTE = WebConstraints.class.getName();

    public WebConstraints {
        all = List.copyOf(all);
        declaredRoles = Set.copyOf(declaredRoles);
    }

    /** Returns the constraints of an application; {@link #UNKNOWN} before it has been read. */
    public static WebConstraints of(@Nullable ServletContext application) {
        Object known = application == null ? null : application.getAttribute(ATTRIBUTE);
        return known instanceof WebConstraints constraints ? constraints : UNKNOWN;
    }

    /** Keeps these constraints in an application, for {@link #of}. */
    public void publishIn(ServletContext application) {
        application.setAttribute(ATTRIBUTE, this);
    }

    /**
     * The rule for a request: of the best pattern alone, and there of all constraints that hold for the method.
     *
     * @param path servlet path and path info
     */
    public ConstraintRule ruleFor(String method, String path) {
        UrlPattern best = bestPatternFor(path);
        if (best == null) {
            return ConstraintRule.EVERYBODY;
        }
        ConstraintRule rule = null;
        for (WebConstraint constraint : all) { // no streams here: it is asked for each request that has a caller
            if (constraint.pattern().equals(best) && constraint.holdsFor(method)) {
                rule = rule == null ? constraint.rule() : rule.and(constraint.rule());
            }
        }
        ConstraintRule uncovered = denyUncovered ? ConstraintRule.NOBODY : ConstraintRule.EVERYBODY;
        return rule == null ? uncovered : rule;
    }

    /** Returns the rule for a request. */
    public ConstraintRule ruleFor(HttpServletRequest request) {
        return ruleFor(request.getMethod(), pathOf(request));
    }

    /**
     * Returns whether the constraints of the pattern {@code /} decide about a path, and not those of a better one.
     *
     * @param path servlet path and path info
     */
    public boolean areByDefault(String path) {
        UrlPattern best = bestPatternFor(path);
        return best != null && best.isDefault();
    }

    private @Nullable UrlPattern bestPatternFor(String path) {
        UrlPattern best = null;
        int fit = UrlPattern.NONE;
        for (WebConstraint constraint : all) {
            int other = constraint.pattern().fit(path);
            if (other > fit) {
                best = constraint.pattern();
                fit = other;
            }
        }
        return best;
    }

    /**
     * The scopes that the container will miss in a caller's token.
     *
     * @return any one of which would do; empty if the caller lacks nothing, or if what it lacks is not known for sure
     */
    public Set<String> missingScopes(HttpServletRequest request, AccessToken token, ScopeRoles mapping) {
        ConstraintRule rule = ruleFor(request);
        if (rule.kind() != ConstraintRule.Kind.ROLES || !Collections.disjoint(rule.roles(), mapping.rolesOf(token))) {
            return Set.of();
        }
        Set<String> scopes = new LinkedHashSet<>();
        rule.roles().stream().sorted().forEach(role -> scopes.addAll(mapping.scopesFor(role, token)));
        return scopes;
    }

    /**
     * Returns the roles that the constraints name for a request.
     *
     * @return any one of which would do, in alphabetical order; empty if they name none
     */
    public Set<String> rolesFor(HttpServletRequest request) {
        return new TreeSet<>(ruleFor(request).roles());
    }

    private static String pathOf(HttpServletRequest request) {
        String path = request.getServletPath();
        return request.getPathInfo() == null ? path : path + request.getPathInfo();
    }
}
