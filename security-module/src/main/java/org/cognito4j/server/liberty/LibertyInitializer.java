package org.cognito4j.server.liberty;

import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import java.util.Set;
import org.cognito4j.jakarta.guard.OtherRoles;
import org.cognito4j.jakarta.platform.ServerKind;
import org.jspecify.annotations.Nullable;

/** Levels differences of Open Liberty in an application that is starting. Used by the servlet container alone. */
public final class LibertyInitializer implements ServletContainerInitializer {

    /** Called by the servlet container. */
    public LibertyInitializer() {}

    /**
     * Lets the token of a request count for more than a session, and asks the server for roles that its requests do not know.
     * Without effect on other servers.
     *
     * @param classes none
     * @param application the application
     */
    @Override
    public void onStartup(@Nullable Set<Class<?>> classes, ServletContext application) {
        if (ServerKind.isOpenLiberty(application)) {
            application.addListener(new SessionOverride());
            OtherRoles roles = LibertyRoles::isCallerInRole;
            roles.publishIn(application);
        }
    }
}
