package org.cognito4j.server.jetty;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.Set;
import javax.security.auth.Subject;
import org.cognito4j.jakarta.container.ContainerAuthentication;
import org.cognito4j.jakarta.container.ContainerOutcome;
import org.eclipse.jetty.security.UserIdentity;
import org.jspecify.annotations.Nullable;

/** A caller as Jetty asks for it. */
final class CallerIdentity implements UserIdentity {

    private static final String ANY_CALLER = "**";
    private static final String ANY_DECLARED_ROLE = "*";

    private final ContainerOutcome.Caller caller;
    private final HttpServletRequest request;

    /** Whether the caller lacks the role that it was last asked for, by Jetty for a constraint or by the application. */
    private volatile boolean lacksRole;

    private volatile @Nullable String missingRole;

    CallerIdentity(ContainerOutcome.Caller caller, HttpServletRequest request) {
        this.request = request;
        this.caller = caller;
    }

    /** Made when somebody asks, which Jetty itself does not. */
    @Override
    public Subject getSubject() {
        return new Subject(true, Set.of(caller.principal()), Set.of(), Set.of());
    }

    @Override
    public Principal getUserPrincipal() {
        return caller.principal();
    }

    /**
     * Answers for one role.
     *
     * <p>{@code **} stands for every caller and {@code *} is no role one can ask for (Jakarta Servlet 6.0,
     * {@code HttpServletRequest.isUserInRole}). Jetty's own identity gets the first one wrong.
     */
    @Override
    public boolean isUserInRole(String role) {
        boolean hasRole = isInRole(role);
        if (!hasRole) {
            missingRole = role;
        }
        lacksRole = !hasRole;
        if (hasRole) {
            ContainerAuthentication.noteRole(request, caller.principal(), role);
        }
        return hasRole;
    }

    boolean lacksRole() {
        return lacksRole;
    }

    /** The role that the caller lacked last; null if it lacked none. */
    @Nullable String missingRole() {
        return missingRole;
    }

    private boolean isInRole(String role) {
        return ANY_CALLER.equals(role)
                || !ANY_DECLARED_ROLE.equals(role) && caller.roles().contains(role);
    }
}
