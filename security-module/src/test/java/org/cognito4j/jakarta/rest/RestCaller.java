package org.cognito4j.jakarta.rest;

import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A caller as JAX-RS knows it: in some roles, or anonymous. */
record RestCaller(@Nullable Principal principal, Set<String> roles) implements SecurityContext {

    static RestCaller in(String... roles) {
        return in(Set.of(roles));
    }

    static RestCaller in(Set<String> roles) {
        return new RestCaller(() -> "caller", roles);
    }

    static RestCaller anonymous() {
        return new RestCaller(null, Set.of());
    }

    @Override
    public @Nullable Principal getUserPrincipal() {
        return principal;
    }

    @Override
    public boolean isUserInRole(String role) {
        return roles.contains(role);
    }

    @Override
    public boolean isSecure() {
        return true;
    }

    @Override
    public String getAuthenticationScheme() {
        return "Bearer";
    }
}
