package org.cognito4j.jakarta.container;

import jakarta.security.auth.message.AuthException;
import jakarta.security.auth.message.AuthStatus;
import jakarta.security.auth.message.MessageInfo;
import jakarta.security.auth.message.MessagePolicy;
import jakarta.security.auth.message.callback.CallerPrincipalCallback;
import jakarta.security.auth.message.callback.GroupPrincipalCallback;
import jakarta.security.auth.message.module.ServerAuthModule;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.util.Map;
import javax.security.auth.Subject;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.CallbackHandler;
import javax.security.auth.callback.UnsupportedCallbackException;
import org.cognito4j.jakarta.BearerPrincipal;
import org.cognito4j.jakarta.container.ContainerOutcome.Answered;
import org.cognito4j.jakarta.container.ContainerOutcome.Caller;
import org.cognito4j.jakarta.decision.DecisionForm;
import org.jspecify.annotations.Nullable;

/**
 * Authenticates callers in an application without CDI, on servers with Jakarta Authentication: Tomcat, above all. Tells
 * the container about the caller as its last act, and fails closed. Thread-safe once initialized.
 */
final class CognitoServerAuthModule implements ServerAuthModule {

    /** The key of Jakarta Authentication 3.0 section 3.8 that tells of a request that needs a caller. */
    private static final String IS_MANDATORY = "jakarta.security.auth.message.MessagePolicy.isMandatory";

    /** The key of section 3.9.3 by which {@code getAuthType()} is told. */
    private static final String AUTH_TYPE = "jakarta.servlet.http.authType";

    /**
     * The key of section 3.8.4 that says whether the session keeps the caller. Tomcat keeps every caller in a session that is
     * there, unless a module says no.
     */
    private static final String REGISTER_SESSION = "jakarta.servlet.http.registerSession";

    private final ModuleInitialization initialization;
    private volatile @Nullable CallbackHandler container;

    CognitoServerAuthModule() {
        this(new ModuleInitialization());
    }

    CognitoServerAuthModule(ModuleInitialization initialization) {
        this.initialization = initialization;
    }

    @Override
    public void initialize(
            @Nullable MessagePolicy requestPolicy,
            @Nullable MessagePolicy responsePolicy,
            CallbackHandler handler,
            @Nullable Map<String, Object> options) {
        container = handler;
        initialization.isDone();
    }

    @Override
    public Class<?>[] getSupportedMessageTypes() {
        return new Class<?>[] {HttpServletRequest.class, HttpServletResponse.class};
    }

    @Override
    public AuthStatus validateRequest(MessageInfo message, Subject client, @Nullable Subject service) {
        HttpServletRequest request = (HttpServletRequest) message.getRequestMessage();
        HttpServletResponse response = (HttpServletResponse) message.getResponseMessage();
        boolean isProtected =
                Boolean.parseBoolean(String.valueOf(message.getMap().get(IS_MANDATORY)));
        try {
            initialization.await();
            ContainerOutcome outcome = ContainerAuthentication.of(request, response, isProtected);
            if (outcome instanceof Answered) {
                return AuthStatus.SEND_FAILURE;
            }
            tell(outcome, client, message);
            return AuthStatus.SUCCESS;
        } catch (Throwable failure) { // an Error as well: a container may take it for leave to go on
            ContainerAuthentication.refuse(failure, DecisionForm.BARE_JAR, request, response);
            return AuthStatus.SEND_FAILURE;
        }
    }

    @SuppressWarnings("unchecked") // the interface has a raw map
    private void tell(ContainerOutcome outcome, Subject client, MessageInfo message)
            throws IOException, UnsupportedCallbackException {
        if (outcome instanceof Caller caller) {
            message.getMap().put(AUTH_TYPE, BearerPrincipal.AUTH_TYPE);
            message.getMap().put(REGISTER_SESSION, "false");
            container.handle(new Callback[] {
                new CallerPrincipalCallback(client, caller.principal()),
                new GroupPrincipalCallback(client, caller.roles().toArray(String[]::new))
            });
        } else {
            container.handle(new Callback[] {new CallerPrincipalCallback(client, (Principal) null)});
        }
    }

    /** Nothing to add: a refusal never gets here, and what is let in needs no more headers. */
    @Override
    public AuthStatus secureResponse(MessageInfo message, Subject service) {
        return AuthStatus.SEND_SUCCESS;
    }

    @Override
    public void cleanSubject(MessageInfo message, Subject subject) throws AuthException {
        subject.getPrincipals().clear();
    }
}
