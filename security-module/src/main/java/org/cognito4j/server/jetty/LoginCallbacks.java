package org.cognito4j.server.jetty;

import jakarta.security.auth.message.callback.CallerPrincipalCallback;
import jakarta.security.auth.message.callback.GroupPrincipalCallback;
import jakarta.security.enterprise.CallerPrincipal;
import java.security.Principal;
import java.util.Arrays;
import java.util.Set;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.CallbackHandler;
import javax.security.auth.callback.UnsupportedCallbackException;
import org.cognito4j.jakarta.container.ContainerOutcome;
import org.cognito4j.jakarta.container.ContainerOutcome.Anonymous;
import org.cognito4j.jakarta.container.ContainerOutcome.Caller;
import org.jspecify.annotations.Nullable;

/**
 * Listens to what a mechanism tells the container about the caller. The last word counts; groups are roles. A mechanism
 * that names the very caller whom the session remembers need not repeat the groups.
 */
final class LoginCallbacks implements CallbackHandler {

    private final @Nullable SessionCaller remembered;
    private @Nullable Principal principal;
    private Set<String> groups = Set.of();

    LoginCallbacks(@Nullable SessionCaller remembered) {
        this.remembered = remembered;
    }

    @Override
    public void handle(Callback[] callbacks) throws UnsupportedCallbackException {
        for (Callback callback : callbacks) {
            if (callback instanceof CallerPrincipalCallback caller) {
                principal = principalOf(caller);
                groups = isRemembered() ? remembered.roles() : Set.of();
            } else if (callback instanceof GroupPrincipalCallback group) {
                groups = group.getGroups() == null ? Set.of() : Set.copyOf(Arrays.asList(group.getGroups()));
            } else {
                throw new UnsupportedCallbackException(callback);
            }
        }
    }

    /** The caller, or nobody if the mechanism named none. */
    ContainerOutcome outcome() {
        return principal == null ? new Anonymous() : new Caller(principal, groups);
    }

    /** The same object, as another caller may have the same name. */
    boolean isRemembered() {
        return remembered != null && remembered.principal() == principal;
    }

    private static @Nullable Principal principalOf(CallerPrincipalCallback caller) {
        if (caller.getPrincipal() != null) {
            return caller.getPrincipal();
        }
        return caller.getName() == null ? null : new CallerPrincipal(caller.getName());
    }
}
