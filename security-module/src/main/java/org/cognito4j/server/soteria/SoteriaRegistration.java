package org.cognito4j.server.soteria;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.security.auth.message.config.AuthConfigFactory;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.cognito4j.net.QuietLog;

/**
 * Registers Soteria's bridge to mechanisms with Jakarta Authentication. Soteria does so itself only where CDI has started
 * before it, and Tomcat starts what is in {@code WEB-INF/lib} in no fixed order; this waits until all have started, and takes
 * the place of what is there.
 */
final class SoteriaRegistration implements ServletContextListener {

    private static final Logger LOG = QuietLog.of("org.cognito4j");

    /** Where Soteria looks for it, and applications may put it. */
    private static final String BEAN_MANAGER = "java:comp/env/BeanManager";

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
                    "Soteria needs CDI (Weld) and " + BEAN_MANAGER
                            + ", so protected resources stay closed. Define it in"
                            + " META-INF/context.xml with factory=\"" + BeanManagerFactory.class.getName() + "\"",
                    e);
            return;
        }
        AuthConfigFactory.getFactory().registerServerAuthModule(new MechanismBridge(), event.getServletContext());
    }

    /** Without a registration this is harmless. */
    @Override
    public void contextDestroyed(ServletContextEvent event) {
        AuthConfigFactory.getFactory().removeServerAuthModule(event.getServletContext());
    }
}
