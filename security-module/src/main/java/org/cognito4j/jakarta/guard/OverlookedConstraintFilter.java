package org.cognito4j.jakarta.guard;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRegistration;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.ServletSecurity;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.cognito4j.jakarta.Authentication.Refusal;
import org.cognito4j.jakarta.CognitoService;
import org.cognito4j.jakarta.constraint.ConstraintRule;
import org.cognito4j.jakarta.constraint.WebConstraints;
import org.cognito4j.jakarta.constraint.WelcomeFiles;
import org.cognito4j.jakarta.decision.DecisionForm;
import org.cognito4j.jakarta.decision.Requirement;
import org.cognito4j.jakarta.metadata.RequestedPath;
import org.cognito4j.jakarta.platform.ApplicationLoader;
import org.cognito4j.jakarta.platform.ServerKind;

/**
 * Enforces constraints that servers overlook. Jetty ignores {@code @ServletSecurity} on servlet classes within other
 * classes, as it compares their canonical names, serves the welcome file of a directory by the directory's constraint, and
 * unites a constraint on {@code /} with the open one of its {@code webdefault.xml}. Open Liberty does not apply a constraint
 * on {@code /} to every path that has no other.
 * WildFly ignores {@code @ServletSecurity} that a servlet class inherits, as it looks at the class file alone.
 */
public final class OverlookedConstraintFilter implements Filter {

    /** By the class of the servlet: loading it for each request would take long. */
    private final Map<String, Boolean> overlooked = new ConcurrentHashMap<>();

    /** Registers the filter in an application that is starting. */
    public static void addTo(ServletContext application) {
        FirstInChain.add(application, new OverlookedConstraintFilter(), EnumSet.of(DispatcherType.REQUEST));
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Optional<Refusal> refusal = request instanceof HttpServletRequest http ? refusalOf(http) : Optional.empty();
        if (refusal.isEmpty()) {
            chain.doFilter(request, response);
        } else {
            refusal.get().writeTo((HttpServletResponse) response);
        }
    }

    private Optional<Refusal> refusalOf(HttpServletRequest request) {
        CognitoService service = CognitoService.in(request.getServletContext());
        if (service == null) {
            return Optional.empty(); // the module is not configured
        }
        try {
            WebConstraints constraints = WebConstraints.of(request.getServletContext());
            ConstraintRule rule = ruleFor(request, constraints);
            if (isMetBy(request, rule, constraints.declaredRoles())) {
                return Optional.empty();
            }
            return Optional.of(
                    request.getUserPrincipal() == null && rule.kind() != ConstraintRule.Kind.NOBODY
                            ? service.refusals().missingRoles(request, RequestedPath.of(request), rule.roles())
                            : service.refusals()
                                    .forbidden(
                                            request,
                                            DecisionForm.CONSTRAINT,
                                            Requirement.ofRoles(rule.roles(), Set.of())));
        } catch (Throwable failure) { // whatever it is, the request must not pass
            return Optional.of(service.refusals().failed(request, DecisionForm.CONSTRAINT, failure));
        }
    }

    private ConstraintRule ruleFor(HttpServletRequest request, WebConstraints constraints) {
        String path = request.getServletPath() + (request.getPathInfo() == null ? "" : request.getPathInfo());
        boolean isAsked = isOverlooked(request) || constraints.areByDefault(path);
        ConstraintRule rule = isAsked ? constraints.ruleFor(request.getMethod(), path) : ConstraintRule.EVERYBODY;
        if (path.endsWith("/")
                && constraints.ruleFor(request.getMethod(), path).kind() == ConstraintRule.Kind.EVERYBODY) {
            return WelcomeFiles.shownFor(path, request.getServletContext()).stream()
                    .map(page -> constraints.ruleFor(request.getMethod(), page))
                    .filter(ofPage -> ofPage.kind() != ConstraintRule.Kind.EVERYBODY)
                    .findFirst()
                    .orElse(rule);
        }
        return rule;
    }

    private boolean isOverlooked(HttpServletRequest request) {
        ServletContext application = request.getServletContext();
        if (request.getHttpServletMapping() == null) {
            return false;
        }
        ServletRegistration servlet = application.getServletRegistration(
                request.getHttpServletMapping().getServletName());
        String type = servlet == null ? null : servlet.getClassName();
        return type != null && overlooked.computeIfAbsent(type, name -> isOverlooked(name, application));
    }

    /** Those that the server does know, after all, lose nothing by a second look. */
    private static boolean isOverlooked(String type, ServletContext application) {
        try {
            Class<?> servlet = Class.forName(type, false, ApplicationLoader.of(application));
            boolean isInherited = servlet.getDeclaredAnnotation(ServletSecurity.class) == null;
            boolean isInner = ServerKind.isJetty(application) && type.indexOf('$') >= 0;
            return servlet.isAnnotationPresent(ServletSecurity.class) && (isInherited || isInner);
        } catch (ClassNotFoundException e) {
            return false; // a servlet of the server itself
        }
    }

    private static boolean isMetBy(HttpServletRequest request, ConstraintRule rule, Set<String> declaredRoles) {
        return switch (rule.kind()) {
            case EVERYBODY -> true;
            case ANY_CALLER -> request.getUserPrincipal() != null;
            case ANY_ROLE -> declaredRoles.stream().anyMatch(request::isUserInRole);
            case ROLES -> rule.roles().stream().anyMatch(request::isUserInRole);
            case NOBODY -> false;
        };
    }
}
