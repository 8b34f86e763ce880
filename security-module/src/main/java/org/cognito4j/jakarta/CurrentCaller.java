package org.cognito4j.jakarta;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.cognito4j.AccessToken;
import org.jspecify.annotations.Nullable;

/** The caller of the request that the current thread works for, for beans. */
@ApplicationScoped
class CurrentCaller {

    private final @Nullable Instance<HttpServletRequest> requests;

    /** For the container's proxy. */
    CurrentCaller() {
        this.requests = null;
    }

    @Inject
    CurrentCaller(Instance<HttpServletRequest> requests) {
        this.requests = requests;
    }

    /** Not to be taken for the container's own {@code Principal}. */
    @Produces
    @RequestScoped
    @Typed(CognitoPrincipal.class)
    CognitoPrincipal principal() {
        return callerOf(request())
                .orElseThrow(
                        () -> new IllegalStateException(
                                "Nobody is calling: the request has no token. Protect the resource, inject a Provider, or ask getUserPrincipal()"));
    }

    /** Not of the request's scope, since nothing can stand in for a final class: {@link InjectedTokens} sees where it goes. */
    @Produces
    @Dependent
    AccessToken accessToken() {
        return principal().accessToken();
    }

    /**
     * Refuses a caller without the scope.
     *
     * @throws AccessRefused with the answer
     */
    void requireScope(RequiresScope requirement) {
        HttpServletRequest request = request();
        new ScopeRequirement(requirement).check(request.getUserPrincipal(), CognitoService.of(request));
    }

    private static Optional<CognitoPrincipal> callerOf(HttpServletRequest request) {
        return request.getUserPrincipal() instanceof CognitoPrincipal caller ? Optional.of(caller) : Optional.empty();
    }

    private HttpServletRequest request() {
        try {
            HttpServletRequest request = requests.get();
            return FilteredRequest.of(request); // a proxy only notices now that there is no request
        } catch (ContextNotActiveException | IllegalStateException e) {
            throw new IllegalStateException(
                    "There is no HTTP request in this thread, so there is no caller. Ask for the caller in the thread of"
                            + " the request and hand on what is needed",
                    e);
        }
    }
}
