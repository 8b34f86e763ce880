package org.cognito4j.soteria;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.security.auth.message.AuthException;
import jakarta.security.auth.message.AuthStatus;
import jakarta.security.auth.message.MessageInfo;
import jakarta.security.auth.message.config.AuthConfigFactory;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.security.auth.Subject;
import org.glassfish.soteria.mechanisms.jaspic.HttpBridgeServerAuthModule;
import org.jspecify.annotations.Nullable;

/**
 * Registers Soteria's bridge to mechanisms with Jakarta Authentication. Soteria does so itself only where CDI has started
 * before it, and Tomcat starts what is in {@code WEB-INF/lib} in no fixed order; this waits until all have started, and takes
 * the place of what is there.
 */
final class SoteriaRegistration implements ServletContextListener {

    private static final Logger LOG = System.getLogger("org.cognito4j");

    /** Where Soteria looks for it, and applications may put it. */
    private static final String BEAN_MANAGER = "java:comp/env/BeanManager";

    private static final String REGISTER_SESSION = "jakarta.servlet.http.registerSession";

    @Override
    public void contextInitialized(ServletContextEvent event) {
        try {
            if (CDI.current()
                    .select(HttpAuthenticationMechanism.class, Any.Literal.INSTANCE)
                    .isUnsatisfied()) {
                return;
            }
            InitialContext.doLookup(BEAN_MANAGER);
        } catch (IllegalStateException | NamingException e) {
            LOG.log(
                    Level.ERROR,
                    "Soteria needs CDI (Weld) and " + BEAN_MANAGER + ", which META-INF/context.xml defines: protected"
                            + " resources stay closed",
                    e);
            return;
        }
        AuthConfigFactory.getFactory().registerServerAuthModule(new Bridge(), event.getServletContext());
    }

    /** Without a registration this is harmless. */
    @Override
    public void contextDestroyed(ServletContextEvent event) {
        AuthConfigFactory.getFactory().removeServerAuthModule(event.getServletContext());
    }

    /**
     * Tomcat puts every caller into the session, if there is one, unless it is told not to: then a machine's token would turn
     * a person's session into its own. Jakarta Authentication 3.0 section 3.8.4 has only those remembered who ask for it.
     */
    private static final class Bridge extends HttpBridgeServerAuthModule {

        Bridge() {
            super(null);
        }

        @Override
        @SuppressWarnings("unchecked") // the interface has a raw map
        public AuthStatus validateRequest(MessageInfo message, Subject client, @Nullable Subject service)
                throws AuthException {
            message.getMap().put(REGISTER_SESSION, "false");
            return super.validateRequest(message, client, service);
        }
    }
}
