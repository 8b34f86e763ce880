package org.cognito4j.jakarta.fake;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.security.Principal;
import org.cognito4j.AccessToken;
import org.cognito4j.jakarta.BearerPrincipal;
import org.cognito4j.jakarta.CognitoService;
import org.cognito4j.jakarta.FilteredRequest;
import org.jspecify.annotations.Nullable;

/** Requests as applications see them behind a filter of the module. */
public final class FilteredRequests {

    private FilteredRequests() {}

    /** Returns a request without a caller. */
    public static FilteredRequest anonymous(HttpServletRequest request, CognitoService service) {
        return new Seen(request, service, null);
    }

    /** Returns a request of a caller. */
    public static FilteredRequest of(HttpServletRequest request, CognitoService service, AccessToken caller) {
        return new Seen(request, service, caller);
    }

    private static final class Seen extends HttpServletRequestWrapper implements FilteredRequest {

        private final CognitoService service;
        private final @Nullable AccessToken caller;

        Seen(HttpServletRequest request, CognitoService service, @Nullable AccessToken caller) {
            super(request);
            this.service = service;
            this.caller = caller;
        }

        @Override
        public CognitoService service() {
            return service;
        }

        @Override
        public @Nullable Principal getUserPrincipal() {
            return caller == null ? null : BearerPrincipal.of(caller);
        }

        @Override
        public boolean isUserInRole(String role) {
            return caller != null && service.rolesOf(caller).contains(role);
        }
    }
}
