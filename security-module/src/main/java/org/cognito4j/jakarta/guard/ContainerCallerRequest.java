package org.cognito4j.jakarta.guard;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cognito4j.jakarta.BearerPrincipal;
import org.cognito4j.jakarta.CognitoPrincipal;
import org.cognito4j.jakarta.CognitoService;
import org.jspecify.annotations.Nullable;

/**
 * The request of a caller whom the container has let in, with what servers keep to themselves: that it came with a token
 * (GlassFish says {@code BASIC}, WildFly {@code JASPI}), its roles where GlassFish and Payara know none: in other threads,
 * after asynchronous dispatches and on error pages; and those that Open Liberty tells of only when asked otherwise.
 *
 * <p>It gives nobody a role: those are the ones that the container has confirmed before.
 */
final class ContainerCallerRequest extends HttpServletRequestWrapper {

    /** The role of all authenticated callers (Jakarta Servlet 6.0 section 13.3). */
    private static final String ANY_CALLER = "**";

    private static final String CONFIRMED = ContainerCallerRequest.class.getName() + ".confirmed";

    private final Predicate<String> isToldOtherwise;
    private final RoleAnswers answers = new RoleAnswers();
    private volatile boolean isAsync;

    ContainerCallerRequest(HttpServletRequest request) {
        this(request, role -> OtherRoles.of(request.getServletContext()).isCallerInRole(role, request));
    }

    /**
     * The request, and the other way to ask the container.
     *
     * @param isToldOtherwise whether the container, asked other than by the request, says that the caller has a role
     */
    ContainerCallerRequest(HttpServletRequest request, Predicate<String> isToldOtherwise) {
        super(request);
        this.isToldOtherwise = isToldOtherwise;
    }

    /** Whether another thread may be done with the request already, so that nobody may touch it here any more. */
    boolean isAsync() {
        return isAsync;
    }

    @Override
    public @Nullable String getAuthType() {
        return caller() == null ? super.getAuthType() : BearerPrincipal.AUTH_TYPE;
    }

    /** What the application has asked. */
    RoleAnswers answers() {
        return answers;
    }

    @Override
    public boolean isUserInRole(@Nullable String role) {
        boolean hasRole = answers.noted(role, isInRole(role));
        CognitoService service = hasRole ? CognitoService.in(getServletContext()) : null;
        CognitoPrincipal caller = service == null ? null : caller();
        if (service != null && caller != null && role != null) {
            service.grants().role(role, caller.accessToken(), this::getAttribute);
        }
        return hasRole;
    }

    private boolean isInRole(@Nullable String role) {
        if (!(getAttribute(CONFIRMED) instanceof Set<?> confirmed) || caller() == null) {
            return super.isUserInRole(role) || isToldToHave(role);
        }
        return role != null && confirmed.contains(role) || isUserInRoleStill(role);
    }

    /** The container may give more roles than the token does. GlassFish 8 throws where it knows none any more. */
    private boolean isUserInRoleStill(@Nullable String role) {
        try {
            return super.isUserInRole(role);
        } catch (RuntimeException e) {
            return false;
        }
    }

    @Override
    public AsyncContext startAsync() {
        confirmRoles();
        isAsync = true;
        return super.startAsync();
    }

    @Override
    public AsyncContext startAsync(ServletRequest request, ServletResponse response) {
        confirmRoles();
        isAsync = true;
        return super.startAsync(request, response);
    }

    /** Asks the container for the caller's roles while it knows them. */
    void confirmRoles() {
        CognitoPrincipal caller = caller();
        CognitoService service = CognitoService.in(getServletContext());
        if (caller == null || service == null || getAttribute(CONFIRMED) != null) {
            return; // the second time it may be another thread already
        }
        setAttribute(
                CONFIRMED,
                Stream.concat(rolesOf(caller, service).stream(), Stream.of(ANY_CALLER))
                        .filter(role -> super.isUserInRole(role) || isToldToHave(role))
                        .collect(Collectors.toUnmodifiableSet()));
    }

    /** A role that the container confirms otherwise counts only where the token gives it, too, or where all callers have it. */
    private boolean isToldToHave(@Nullable String role) {
        if (role == null || !isToldOtherwise.test(role)) {
            return false; // at once on most servers
        }
        CognitoPrincipal caller = caller();
        CognitoService service = CognitoService.in(getServletContext());
        return caller != null
                && (role.equals(ANY_CALLER)
                        || service != null && rolesOf(caller, service).contains(role));
    }

    private static Set<String> rolesOf(CognitoPrincipal caller, CognitoService service) {
        return service.rolesOf(caller.accessToken());
    }

    private @Nullable CognitoPrincipal caller() {
        return getUserPrincipal() instanceof CognitoPrincipal caller ? caller : null;
    }
}
