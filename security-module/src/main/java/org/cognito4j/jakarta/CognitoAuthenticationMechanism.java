package org.cognito4j.jakarta;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.CredentialValidationResult.Status;
import jakarta.security.enterprise.identitystore.IdentityStoreHandler;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.cognito4j.Verification;
import org.cognito4j.jakarta.Authentication.Caller;
import org.cognito4j.jakarta.Authentication.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Authenticates callers by the Cognito access token in the {@code Authorization} header (RFC 6750), by way of the
 * container's identity stores. Registered by the module itself; see {@link CognitoAuthenticationMechanismDefinition}.
 *
 * <p>A token that is not acceptable is refused wherever it is sent, on open resources too. There is no session: each
 * request stands for itself. Thread-safe.
 */
@ApplicationScoped
public class CognitoAuthenticationMechanism implements HttpAuthenticationMechanism {

    private final ServiceHolder holder;
    private final @Nullable IdentityStoreHandler stores;

    /** For the container's proxy. */
    protected CognitoAuthenticationMechanism() {
        this.holder = new ServiceHolder();
        this.stores = null;
    }

    @Inject
    CognitoAuthenticationMechanism(ServiceHolder holder, IdentityStoreHandler stores) {
        this.holder = holder;
        this.stores = stores;
    }

    /**
     * Authenticates a request.
     *
     * @param request the request
     * @param response takes the headers of a refusal
     * @param context the container's side
     * @return {@code SUCCESS} for an acceptable token, {@code NOT_DONE} without a token on an open resource, {@code
     *     SEND_CONTINUE} if this was a request for the metadata of the resource and is answered, {@code SEND_FAILURE}
     *     otherwise
     */
    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        try {
            return validate(request, response, context);
        } catch (Throwable failure) { // an Error as well: a container may take it for leave to go on
            ContainerLogin.refuse(failure, request, response);
            return AuthenticationStatus.SEND_FAILURE;
        }
    }

    private AuthenticationStatus validate(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) throws IOException {
        Optional<CognitoService> service = holder.start(request.getServletContext());
        if (service.isPresent() && service.get().answersMetadata(request, response)) {
            return AuthenticationStatus.SEND_CONTINUE; // asked for by those who have no token yet
        }
        boolean isOurs = service.isPresent()
                && (service.get().paths().include(request) || service.get().requiresToken(request));
        if (!isOurs) {
            return leave(request, response, context);
        }
        return validate(service.get(), request, response, context);
    }

    /** What is protected stays closed unless somebody else opens it. */
    private static AuthenticationStatus leave(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        if (context.isProtected()) {
            Admission.keepClosed(request, response);
        }
        if (context.isAuthenticationRequest()) { // GlassFish would answer that there is a caller
            return refuse(BearerChallenge.closed(), request, response);
        }
        return context.doNothing();
    }

    private AuthenticationStatus validate(
            CognitoService service,
            HttpServletRequest request,
            HttpServletResponse response,
            HttpMessageContext context) {
        if (request.getDispatcherType() == DispatcherType.ERROR && Admission.isRefused(request)) {
            return context.doNothing(); // the page that tells of our refusal, for which some servers ask again
        }
        Optional<CredentialValidationResult> admitted = Admitted.in(request, this);
        if (admitted.isPresent()) {
            return context.notifyContainerAboutLogin(admitted.get());
        }
        Validation validation = new Validation();
        Authentication authentication = service.authentication().authenticate(request, validation::judge);
        if (authentication instanceof Caller caller && validation.result != null) {
            Admission.grant(service.challengeFor(request, caller.token()), request, response);
            Admitted.remember(validation.result, validation.token, request, this);
            return context.notifyContainerAboutLogin(validation.result);
        }
        if (authentication instanceof Refusal refusal) {
            return refuse(refusal, request, response);
        }
        return context.isProtected() || context.isAuthenticationRequest() || service.requiresToken(request)
                ? refuse(service.challenge().missing(), request, response)
                : context.doNothing();
    }

    private static AuthenticationStatus refuse(
            Refusal refusal, HttpServletRequest request, HttpServletResponse response) {
        Admission.refuse(refusal, request, response);
        return AuthenticationStatus.SEND_FAILURE;
    }

    /** One trip of a token through the identity stores. */
    private final class Validation {

        private String token = "";
        private @Nullable CredentialValidationResult result;

        /** Only our own store's word counts: another one cannot know what a token is worth. */
        Verification judge(String token) {
            CognitoCredential credential = new CognitoCredential(token);
            CredentialValidationResult validated = validate(credential);
            Verification verification = credential
                    .verification()
                    .orElseThrow(() -> new IllegalStateException("no identity store validated the token"));
            if (verification instanceof Verification.Accepted && validated.getStatus() != Status.VALID) {
                throw new IllegalStateException("another identity store refused the caller");
            }
            this.token = token;
            result = validated;
            return verification;
        }

        private CredentialValidationResult validate(CognitoCredential credential) {
            try {
                return stores.validate(credential);
            } finally {
                credential.clear(); // a store that throws may have kept it
            }
        }
    }
}
