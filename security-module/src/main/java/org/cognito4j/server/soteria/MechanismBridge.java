package org.cognito4j.server.soteria;

import jakarta.security.auth.message.AuthException;
import jakarta.security.auth.message.AuthStatus;
import jakarta.security.auth.message.MessageInfo;
import jakarta.security.auth.message.MessagePolicy;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import javax.security.auth.Subject;
import javax.security.auth.callback.CallbackHandler;
import org.cognito4j.jakarta.container.ContainerAuthentication;
import org.cognito4j.jakarta.container.ModuleInitialization;
import org.cognito4j.jakarta.decision.DecisionForm;
import org.glassfish.soteria.mechanisms.jaspic.HttpBridgeServerAuthModule;
import org.jspecify.annotations.Nullable;

/**
 * Soteria's way from Jakarta Authentication to the mechanism of an application, as Tomcat needs it: requests wait until
 * Tomcat has initialized the module, and sessions keep no caller.
 */
final class MechanismBridge extends HttpBridgeServerAuthModule {

    /**
     * Tomcat puts every caller into the session, if there is one, unless it is told not to: then a machine's token would turn
     * a person's session into its own. Jakarta Authentication 3.0 section 3.8.4 has only those remembered who ask for it.
     */
    private static final String REGISTER_SESSION = "jakarta.servlet.http.registerSession";

    private final ModuleInitialization initialization;

    MechanismBridge() {
        this(new ModuleInitialization());
    }

    MechanismBridge(ModuleInitialization initialization) {
        super(null);
        this.initialization = initialization;
    }

    @Override
    @SuppressWarnings("rawtypes") // as the interface has it
    public void initialize(
            @Nullable MessagePolicy requestPolicy,
            @Nullable MessagePolicy responsePolicy,
            CallbackHandler handler,
            @Nullable Map options)
            throws AuthException {
        super.initialize(requestPolicy, responsePolicy, handler, options);
        initialization.isDone();
    }

    @Override
    @SuppressWarnings("unchecked") // the interface has a raw map
    public AuthStatus validateRequest(MessageInfo message, Subject client, @Nullable Subject service)
            throws AuthException {
        try {
            initialization.await();
        } catch (IllegalStateException notReady) {
            ContainerAuthentication.refuse(
                    notReady,
                    DecisionForm.MECHANISM,
                    (HttpServletRequest) message.getRequestMessage(),
                    (HttpServletResponse) message.getResponseMessage());
            return AuthStatus.SEND_FAILURE;
        }
        message.getMap().put(REGISTER_SESSION, "false");
        return super.validateRequest(message, client, service);
    }
}
