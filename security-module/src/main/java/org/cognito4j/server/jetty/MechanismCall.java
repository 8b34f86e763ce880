package org.cognito4j.server.jetty;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.security.enterprise.AuthenticationException;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import javax.security.auth.Subject;
import org.glassfish.soteria.mechanisms.HttpMessageContextImpl;
import org.glassfish.soteria.mechanisms.jaspic.Jaspic;

/**
 * Asks the application's mechanism as {@code HttpBridgeServerAuthModule} of Soteria does, but for one thing: that one looks
 * the bean manager up in JNDI and the bean by its type for every request, which takes longer than judging a token that was
 * seen before. Here the reference is kept. It is a proxy, or a bean for as long as the application lives.
 */
final class MechanismCall {

    private final MechanismValidation validation;

    private MechanismCall(MechanismValidation validation) {
        this.validation = validation;
    }

    /** Whom Soteria would ask: from Jakarta Security 4.0 on a handler, which picks the mechanism. */
    static MechanismCall in(CDI<Object> cdi) {
        return new MechanismCall(
                HandlerValidation.isKnown()
                        ? HandlerValidation.in(cdi)
                        : cdi.select(HttpAuthenticationMechanism.class).get()::validateRequest);
    }

    /**
     * Asks once.
     *
     * @param message the request and the response
     * @param login hears of the caller
     * @return whether the request goes on; otherwise the response is the answer
     */
    boolean letsGoOn(ServletMessage message, LoginCallbacks login) throws AuthenticationException {
        HttpMessageContext context = new HttpMessageContextImpl(login, message, new Subject());
        // By this attribute Jakarta Security tells what came of an authentication that a servlet asks for.
        Jaspic.setLastAuthenticationStatus(context.getRequest(), AuthenticationStatus.NOT_DONE);
        AuthenticationStatus status = AuthenticationStatus.SEND_FAILURE;
        try {
            status = validation.validateRequest(context.getRequest(), context.getResponse(), context);
        } finally {
            Jaspic.setLastAuthenticationStatus(context.getRequest(), status);
        }
        return status == AuthenticationStatus.SUCCESS || status == AuthenticationStatus.NOT_DONE;
    }
}
