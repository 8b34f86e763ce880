package org.cognito4j.jakarta.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.cognito4j.jakarta.CognitoPrincipal;
import org.cognito4j.jakarta.CognitoService;
import org.cognito4j.jakarta.FilteredRequest;
import org.cognito4j.jakarta.decision.DecisionForm;
import org.jspecify.annotations.Nullable;

/**
 * The caller of the request that the current thread works for, for beans. Keeps nothing between two questions, so that no
 * caller is taken for another one.
 */
@ApplicationScoped
public class CurrentCaller {

    private static final String NO_SETTINGS =
            "The application configures no user pool, so requests have no Cognito caller. Set cognito.user-pool-id";

    private final @Nullable Instance<HttpServletRequest> requests;
    private final Map<Called, ScopeRequirement> requirements = new ConcurrentHashMap<>();
    private final Map<Called, Optional<ClaimRequirement>> claims = new ConcurrentHashMap<>();
    private final Map<Called, Optional<RoleRequirement>> roles = new ConcurrentHashMap<>();

    /** For the container's proxy. */
    CurrentCaller() {
        this.requests = null;
    }

    @Inject
    CurrentCaller(Instance<HttpServletRequest> requests) {
        this.requests = requests;
    }

    /**
     * The caller of the current request.
     *
     * @throws AccessRefused with 401 and the challenge if the request has no caller with a token
     * @throws IllegalStateException if the current thread works for no HTTP request
     */
    CognitoPrincipal principal() {
        HttpServletRequest request = request();
        if (request.getUserPrincipal() instanceof CognitoPrincipal caller) {
            return caller;
        }
        CognitoService service = FilteredRequest.serviceOf(request);
        if (service == null) {
            throw new IllegalStateException(NO_SETTINGS);
        }
        throw new AccessRefused(service.refusals().missing(request));
    }

    /**
     * Refuses a caller without the scopes that a method asks for.
     *
     * @param bean the class that the method is called on
     * @throws AccessRefused with the answer
     */
    public void requireScope(Method method, Class<?> bean) {
        ScopeRequirement requirement = requirements.computeIfAbsent(new Called(method, bean), Called::requirement);
        HttpServletRequest request = request();
        requirement.check(
                request.getUserPrincipal(),
                FilteredRequest.serviceOf(request),
                DecisionForm.BEAN,
                JudgedRequest.of(request));
    }

    /**
     * Refuses a caller without the claims that a method asks for.
     *
     * @param bean the class that the method is called on
     * @throws AccessRefused with the answer
     */
    public void requireClaims(Method method, Class<?> bean) {
        ClaimRequirement requirement = claims.computeIfAbsent(
                        new Called(method, bean), called -> ClaimRequirement.of(method, bean))
                .orElseThrow(() -> new IllegalStateException(
                        "@RequiresClaim of " + method + " cannot be found. Put it on the method"));
        HttpServletRequest request = request();
        @SuppressWarnings("unchecked") // only the filter of the module sets it
        Map<String, List<String>> parameters =
                (Map<String, List<String>>) request.getAttribute(ClaimRequirement.PATH_PARAMETERS);
        requirement.check(
                request.getUserPrincipal(),
                FilteredRequest.serviceOf(request),
                parameters,
                DecisionForm.BEAN,
                JudgedRequest.of(request));
    }

    /**
     * Refuses a caller without the roles that a method asks for, where the application has settings that give roles.
     *
     * @param bean the class that the method is called on
     * @throws AccessRefused with the answer
     */
    public void requireRoles(Method method, Class<?> bean) {
        Optional<RoleRequirement> requirement =
                roles.computeIfAbsent(new Called(method, bean), called -> RoleRequirement.of(method, bean));
        if (requirement.isPresent()) {
            HttpServletRequest request = request();
            CognitoService service = FilteredRequest.serviceOf(request);
            if (service != null) {
                requirement.get().check(request, service);
            }
        }
    }

    /** A method of a bean that asks for scopes or roles. */
    private record Called(Method method, Class<?> bean) {

        ScopeRequirement requirement() {
            return ScopeRequirement.of(method, bean)
                    .orElseThrow(() -> new IllegalStateException(
                            "@RequiresScope of " + method + " cannot be found. Put it on the method"));
        }
    }

    private HttpServletRequest request() {
        try {
            HttpServletRequest request = requests.get();
            return FilteredRequest.of(request); // a proxy only notices now that there is no request
        } catch (ContextNotActiveException | IllegalStateException e) {
            throw new IllegalStateException(
                    "There is no HTTP request in this thread, so there is no caller. Ask for the caller in the thread"
                            + " of the request and hand on what is needed; in a WebSocket endpoint ask"
                            + " Session.getUserPrincipal()",
                    e);
        }
    }
}
