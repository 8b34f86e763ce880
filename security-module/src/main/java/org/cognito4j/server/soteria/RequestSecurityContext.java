package org.cognito4j.server.soteria;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.SecurityContext;
import jakarta.security.enterprise.authentication.mechanism.http.AuthenticationParameters;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.Set;
import org.glassfish.soteria.mechanisms.jaspic.Jaspic;
import org.jspecify.annotations.Nullable;

/**
 * The {@code SecurityContext} on Jetty and Tomcat: answers from the current request.
 *
 * <p>Soteria's own asks Jakarta Authorization, which neither has. For the same reason this one cannot tell about
 * the access to other resources.
 */
@Alternative
@Priority(Interceptor.Priority.LIBRARY_BEFORE)
@ApplicationScoped
class RequestSecurityContext implements SecurityContext {

    /** The request attribute in which a {@code CognitoFilter} leaves its request. */
    private static final String FILTERED_REQUEST = "org.cognito4j.jakarta.FilteredRequest";

    @Inject
    HttpServletRequest request;

    @Override
    public @Nullable Principal getCallerPrincipal() {
        return current().getUserPrincipal();
    }

    @Override
    public <T extends Principal> Set<T> getPrincipalsByType(Class<T> type) {
        Principal caller = current().getUserPrincipal();
        return type.isInstance(caller) ? Set.of(type.cast(caller)) : Set.of();
    }

    @Override
    public boolean isCallerInRole(String role) {
        return current().isUserInRole(role);
    }

    /** Behind a {@code CognitoFilter} only the filter's request knows the caller; CDI injects the container's request. */
    private HttpServletRequest current() {
        return request.getAttribute(FILTERED_REQUEST) instanceof HttpServletRequest filtered ? filtered : request;
    }

    /** Unsupported: needs Jakarta Authorization. */
    @Override
    public boolean hasAccessToWebResource(String resource, String... methods) {
        throw new UnsupportedOperationException("This server has no Jakarta Authorization");
    }

    /** Unsupported: needs Jakarta Authorization. A method of Jakarta Security 4.0. */
    public Set<String> getAllDeclaredCallerRoles() {
        throw new UnsupportedOperationException("This server has no Jakarta Authorization");
    }

    @Override
    public AuthenticationStatus authenticate(
            HttpServletRequest request, HttpServletResponse response, AuthenticationParameters parameters) {
        return Jaspic.authenticate(request, response, parameters)
                ? AuthenticationStatus.SUCCESS
                : Jaspic.getLastAuthenticationStatus(request);
    }
}
