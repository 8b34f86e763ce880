package org.cognito4j.server.jetty;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.security.enterprise.AuthenticationException;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import javax.naming.NamingException;
import org.cognito4j.jakarta.container.ContainerOutcome;
import org.cognito4j.jakarta.container.ContainerOutcome.Anonymous;
import org.cognito4j.jakarta.container.ContainerOutcome.Answered;
import org.cognito4j.jakarta.container.ContainerOutcome.Caller;
import org.cognito4j.net.QuietLog;
import org.jboss.weld.context.http.HttpLiteral;
import org.jboss.weld.context.http.HttpRequestContext;
import org.jspecify.annotations.Nullable;

/**
 * Asks the application's {@code HttpAuthenticationMechanism}, through Soteria.
 *
 * <p>CDI is complete only after all initializers: this is also the listener that waits for it. A context without a
 * mechanism has no callers.
 */
final class SoteriaCheck implements CallerCheck, ServletContextListener {

    private static final System.Logger LOG = QuietLog.of("org.cognito4j.jetty");

    private volatile @Nullable Started started;

    /** What is found once, when CDI is complete. */
    private record Started(MechanismCall mechanism, HttpRequestContext requestContext) {}

    @Override
    public void contextInitialized(ServletContextEvent event) {
        try {
            CDI<Object> cdi = CDI.current();
            if (cdi.select(HttpAuthenticationMechanism.class, Any.Literal.INSTANCE)
                    .isUnsatisfied()) {
                LOG.log(
                        System.Logger.Level.WARNING,
                        "The application has no HttpAuthenticationMechanism: protected resources stay closed");
                return;
            }
            BeanManagerBinding.bind(cdi.getBeanManager());
            started = new Started(
                    MechanismCall.in(cdi),
                    cdi.select(HttpRequestContext.class, HttpLiteral.INSTANCE).get());
        } catch (IllegalStateException | NamingException e) {
            LOG.log(
                    System.Logger.Level.ERROR,
                    "Jakarta Security needs CDI (Weld and jetty-cdi) and JNDI: protected resources stay closed",
                    e);
        }
    }

    @Override
    public void contextDestroyed(ServletContextEvent event) {
        if (started == null) {
            return;
        }
        started = null;
        try {
            BeanManagerBinding.unbind();
        } catch (NamingException e) {
            LOG.log(System.Logger.Level.WARNING, "The server may keep the application's class loader", e);
        }
    }

    @Override
    public ContainerOutcome check(HttpServletRequest request, HttpServletResponse response, boolean isProtected)
            throws AuthenticationException {
        Started application = started;
        if (application == null) {
            return new Anonymous();
        }
        SessionCaller remembered = SessionCaller.of(request);
        LoginCallbacks login = new LoginCallbacks(remembered);
        ServletMessage message = new ServletMessage(
                remembered == null ? request : remembered.presentedIn(request), response, isProtected);
        RequestScope scope = RequestScope.enter(application.requestContext(), request);
        try {
            if (!application.mechanism().letsGoOn(message, login)) {
                return new Answered();
            }
        } finally {
            scope.leave();
        }
        ContainerOutcome outcome = login.outcome();
        if (outcome instanceof Caller caller && message.wantsSession() && !login.isRemembered()) {
            SessionCaller.remember(caller, request);
        }
        return outcome;
    }
}
