package org.cognito4j.server.jetty;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import java.util.EnumSet;
import org.cognito4j.jakarta.container.ContainerAuthentication;
import org.cognito4j.jakarta.decision.DecisionForm;
import org.cognito4j.jakarta.platform.ClassPresence;
import org.cognito4j.net.QuietLog;
import org.eclipse.jetty.security.SecurityHandler;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.component.LifeCycle;
import org.jspecify.annotations.Nullable;

/** Decides whether an application gets the authenticator, and gives it. Every decision is one line in the log. */
final class Installation {

    private static final System.Logger LOG = QuietLog.of("org.cognito4j.jetty");

    private Installation() {}

    static void into(ServletContext context) throws ReflectiveOperationException {
        SecurityHandler security = SecurityHandler.getCurrentSecurityHandler();
        if (security == null) {
            ContainerAuthentication.noteServerAuthentication(context, "a Jetty context without a SecurityHandler");
            report(System.Logger.Level.WARNING, context, "not installed, its context has no SecurityHandler");
        } else if (hasOwnAuthentication(security)) {
            ContainerAuthentication.noteServerAuthentication(context, words(security));
            report(
                    System.Logger.Level.INFO,
                    context,
                    "not installed, it has an authenticator or login-config of its own");
        } else if (isJakartaSecurityThere()) {
            SoteriaCheck check = new SoteriaCheck();
            context.addListener(check);
            install(context, security, check, DecisionForm.MECHANISM);
            report(
                    System.Logger.Level.INFO,
                    context,
                    "installed, drives the application's HttpAuthenticationMechanism");
        } else {
            install(context, security, new ModuleCheck(), DecisionForm.BARE_JAR);
            report(System.Logger.Level.INFO, context, "installed, decides by itself as there is no Jakarta Security");
        }
    }

    private static void install(ServletContext context, SecurityHandler security, CallerCheck check, DecisionForm form)
            throws ReflectiveOperationException {
        ServletView servlets = ServletView.of(context);
        if (Server.getVersion().startsWith("12.0.")) {
            addAuthenticateFilter(context);
        }
        security.setAuthenticator(new CallerAuthenticator(servlets, check, new CheckFailure(context, form)));
        security.addEventListener(new Removal(security));
    }

    private static void addAuthenticateFilter(ServletContext context) {
        FilterRegistration.Dynamic filter =
                context.addFilter(AuthenticateFilter.class.getName(), new AuthenticateFilter());
        if (filter != null) { // a context that is started again may have kept it
            filter.setAsyncSupported(true);
            filter.addMappingForUrlPatterns(EnumSet.allOf(DispatcherType.class), false, "/*");
        }
    }

    private static boolean hasOwnAuthentication(SecurityHandler security) {
        return security.getAuthenticator() != null
                || security.getAuthenticatorFactory() != null
                || security.getAuthenticationType() != null;
    }

    private static String words(SecurityHandler security) {
        Object own = security.getAuthenticator() != null
                ? security.getAuthenticator().getClass().getName()
                : security.getAuthenticationType() != null
                        ? security.getAuthenticationType()
                        : security.getAuthenticatorFactory().getClass().getName();
        return "the security handler of Jetty with " + own;
    }

    private static void report(System.Logger.Level level, ServletContext context, String what) {
        LOG.log(level, () -> "cognito4j authentication of \"" + context.getContextPath() + "\": " + what);
    }

    /** A Jetty context can be stopped and started again with a new class loader: it must not keep an old authenticator. */
    private static final class Removal implements LifeCycle.Listener {

        private final SecurityHandler security;

        Removal(SecurityHandler security) {
            this.security = security;
        }

        @Override
        public void lifeCycleStopped(@Nullable LifeCycle event) {
            security.setAuthenticator(null);
            security.setAuthenticationType(null);
            security.removeEventListener(this);
        }
    }

    /** Returns whether the libraries of the application suffice for a {@link SoteriaCheck}: asked before that is linked. */
    private static boolean isJakartaSecurityThere() {
        return ClassPresence.of("org.glassfish.soteria.mechanisms.HttpMessageContextImpl")
                && ClassPresence.of("org.jboss.weld.context.http.HttpRequestContext");
    }
}
