package org.cognito4j.jakarta.access;

import java.io.Serializable;
import org.cognito4j.AccessToken;
import org.cognito4j.jakarta.CognitoPrincipal;
import org.jspecify.annotations.Nullable;

/** A view of the caller of the current request. Holds no caller itself, so it cannot be another one. */
final class InjectedPrincipal implements CognitoPrincipal, Serializable {

    private static final long serialVersionUID = 1;

    @SuppressWarnings("serial") // the proxy of an application scoped bean, which is serializable
    private final CurrentCaller current;

    InjectedPrincipal(CurrentCaller current) {
        this.current = current;
    }

    @Override
    public String getName() {
        return current.principal().getName();
    }

    @Override
    public AccessToken accessToken() {
        return current.principal().accessToken();
    }

    /** Whether both are the same caller, by the token that was presented. */
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || other instanceof CognitoPrincipal principal
                        && principal.accessToken().equals(accessToken());
    }

    @Override
    public int hashCode() {
        return accessToken().hashCode();
    }

    /** For logs and debuggers, which may ask where there is no caller. */
    @Override
    public String toString() {
        try {
            return current.principal().toString();
        } catch (RuntimeException noCaller) {
            return "CognitoPrincipal[no current caller]";
        }
    }
}
