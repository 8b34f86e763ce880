package org.cognito4j.server.wildfly;

import io.undertow.server.HandlerWrapper;
import io.undertow.servlet.ServletExtension;
import io.undertow.servlet.api.AuthMethodConfig;
import io.undertow.servlet.api.DeploymentInfo;
import io.undertow.servlet.api.LoginConfig;
import jakarta.servlet.ServletContext;
import java.util.stream.Collectors;
import org.cognito4j.jakarta.container.ContainerAuthentication;
import org.cognito4j.net.QuietLog;

/**
 * The entry point on WildFly: lets callers in whom the server's own security domain does not know, for the application
 * that is being deployed alone, and only if this module authenticates its callers. Used by the server, never by an
 * application.
 *
 * <p>By default WildFly answers 500 to every caller that Jakarta Security has authenticated but that is no user of the
 * Elytron security domain too ({@code integrated-jaspi} of {@code application-security-domain}). The callers of this
 * module are app clients of a user pool and never are. WildFly has no switch for that in an application, so this turns
 * it off where the server has written it down for the application.
 *
 * <p>Who wants WildFly to decide sets {@value #KEEP} to {@code true}, as a {@code <context-param>} or as a system
 * property.
 */
public final class WildFlyExtension implements ServletExtension {

    static final String KEEP = "org.cognito4j.wildfly.keep-integrated-jaspi";

    private static final System.Logger LOG = QuietLog.of("org.cognito4j.wildfly");

    /** Made by the server. */
    public WildFlyExtension() {}

    /**
     * Wraps what gives each request its security context. Undertow applies the wrapper once the application's listeners have
     * been called, so that it is known by then who authenticates.
     *
     * @param deployment the application as Undertow sees it
     * @param application the application
     */
    @Override
    public void handleDeployment(DeploymentInfo deployment, ServletContext application) {
        noteLogin(deployment, application);
        // Else WildFly initializes filters with the first request, and what they find at the start is not reported
        // until then.
        deployment.setEagerFilterInit(true);
        HandlerWrapper security = deployment.getInitialSecurityWrapper();
        if (security == null || isKept(deployment)) {
            return; // there is no Elytron, or the server's choice stands
        }
        deployment.setInitialSecurityWrapper(next -> {
            var handler = security.wrap(next);
            if (!ContainerAuthentication.hasCallersIn(application)) {
                return handler; // whoever authenticates here, the server's check of them stands
            }
            report(IntegratedJaspi.turnOff(handler, next), deployment.getDeploymentName());
            return handler;
        });
    }

    /** The server's own MicroProfile JWT goes before every other authentication, and no descriptor need say so. */
    private static void noteLogin(DeploymentInfo deployment, ServletContext application) {
        LoginConfig login = deployment.getLoginConfig();
        if (login != null && !login.getAuthMethods().isEmpty()) {
            String methods = login.getAuthMethods().stream()
                    .map(AuthMethodConfig::getName)
                    .collect(Collectors.joining(", "));
            ContainerAuthentication.noteServerAuthentication(application, "WildFly with " + methods);
        }
    }

    private static boolean isKept(DeploymentInfo deployment) {
        String kept = deployment.getInitParameters().getOrDefault(KEEP, System.getProperty(KEEP));
        return Boolean.parseBoolean(kept);
    }

    private static void report(boolean turnedOff, String application) {
        if (turnedOff) {
            LOG.log(
                    System.Logger.Level.INFO,
                    "Callers of {0} need not be users of WildFly''s security domain (integrated-jaspi is off for it)",
                    application);
        } else {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "cognito4j does not know this WildFly. If genuine tokens are answered with 500 (ELY01177), run"
                            + " /subsystem=undertow/application-security-domain=other:write-attribute(name=integrated-jaspi,value=false)");
        }
    }
}
