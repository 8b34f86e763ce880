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
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.cognito4j.AccessToken;
import org.cognito4j.ScopeRoles;
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
                                "Nobody is calling: the request has no token. Protect the resource, or ask getUserPrincipal()"));
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
        CognitoService service = CognitoService.of(request);
        if (service == null) {
            throw new IllegalStateException(
                    "@RequiresScope has no settings to go by: the application configures no user pool");
        }
        AccessToken token = callerOf(request)
                .map(CognitoPrincipal::accessToken)
                .orElseThrow(() -> new AccessRefused(service.challenge().missing()));
        ScopeRoles mapping = service.rolesFor(token);
        Set<String> scopes = new LinkedHashSet<>();
        Arrays.stream(requirement.value()).map(mapping::wholeScope).forEach(scopes::add);
        if (!suffices(mapping, token, scopes, requirement.all())) {
            throw new AccessRefused(
                    service.authentication().forbidden(useful(mapping, token, scopes, requirement.all())));
        }
    }

    /** No scope at all is nothing that a token could hold. */
    private static boolean suffices(ScopeRoles mapping, AccessToken token, Set<String> scopes, boolean all) {
        Stream<String> named = scopes.stream();
        return all
                ? !scopes.isEmpty() && named.allMatch(scope -> mapping.grants(scope, token))
                : named.anyMatch(scope -> mapping.grants(scope, token));
    }

    /** Where all are needed and the client cannot use one of them, none would help. */
    private static Collection<String> useful(ScopeRoles mapping, AccessToken token, Set<String> scopes, boolean all) {
        Set<String> usable = new LinkedHashSet<>(scopes);
        usable.removeIf(scope -> !mapping.mayUse(scope, token));
        return all && usable.size() < scopes.size() ? Set.of() : usable;
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
