package org.cognito4j.jakarta.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStoreHandler;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.cognito4j.Verification;
import org.cognito4j.jakarta.Authentication;
import org.cognito4j.jakarta.Authentication.Caller;
import org.cognito4j.jakarta.Authentication.Refusal;
import org.cognito4j.jakarta.CognitoService;
import org.cognito4j.jakarta.Refusals;
import org.cognito4j.jakarta.container.ContainerAuthentication;
import org.cognito4j.jakarta.decision.DecisionForm;
import org.cognito4j.jakarta.guard.PendingChallenge;
import org.jspecify.annotations.Nullable;

/**
 * Authenticates callers by the Cognito access token in the {@code Authorization} header (RFC 6750). Registered by the module
 * itself; see {@link CognitoAuthenticationMechanismDefinition}. A caller's roles are those of its token; the groups of other
 * identity stores are roles only if {@code cognito.store-groups-as-roles} is set.
 *
 * <p>An application may extend this class; a subclass that is a bean takes the place of this one.
 *
 * <p>A token that is not acceptable is refused wherever it is sent, on open resources too. There is no session: each
 * request stands for itself. Thread-safe.
 */
@ApplicationScoped
public class CognitoAuthenticationMechanism implements HttpAuthenticationMechanism {

    private volatile @Nullable Collaborators collaborators;

    /** For the container's proxy, and for subclasses, which find the beans that they need when a request comes. */
    protected CognitoAuthenticationMechanism() {
        this.collaborators = null;
    }

    @Inject
    CognitoAuthenticationMechanism(ServiceBean holder, IdentityStoreHandler stores) {
        this.collaborators = new Collaborators(holder, stores);
    }

    /** The beans that a mechanism works with. */
    private record Collaborators(ServiceBean holder, StoreConsultation stores) {

        Collaborators(ServiceBean holder, IdentityStoreHandler stores) {
            this(holder, new StoreConsultation(holder, stores));
        }
    }

    private Collaborators collaborators() {
        Collaborators known = collaborators;
        if (known == null) {
            CDI<Object> beans = CDI.current();
            known = new Collaborators(
                    beans.select(ServiceBean.class).get(),
                    beans.select(IdentityStoreHandler.class).get());
            collaborators = known;
        }
        return known;
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
            ContainerAuthentication.refuse(failure, DecisionForm.MECHANISM, request, response);
            return AuthenticationStatus.SEND_FAILURE;
        }
    }

    private AuthenticationStatus validate(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) throws IOException {
        Optional<CognitoService> service = collaborators().holder().start(request.getServletContext());
        if (service.isPresent() && service.get().answersAtOnce(request, response)) {
            return AuthenticationStatus.SEND_CONTINUE; // asked for by those who have no token yet
        }
        boolean isOurs = service.isPresent()
                && service.get().authenticatesForContainer()
                && (service.get().paths().include(request) || service.get().requiresToken(request));
        if (!isOurs) {
            return leave(request, response, context);
        }
        return validate(service.get(), request, response, context);
    }

    /** What is protected stays closed unless somebody else opens it. */
    private static AuthenticationStatus leave(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        boolean isProtected = context.isProtected();
        if (context.isAuthenticationRequest() || (isProtected && PendingChallenge.isAskedByApplication(request))) {
            // GlassFish would answer that there is a caller, and Tomcat an empty 200
            Refusals refusals = CognitoService.refusalsIn(request.getServletContext());
            return refuse(refusals.closed(request, DecisionForm.MECHANISM), request, response);
        }
        if (isProtected) {
            PendingChallenge.keepClosed(request, response);
        }
        return context.doNothing();
    }

    private AuthenticationStatus validate(
            CognitoService service,
            HttpServletRequest request,
            HttpServletResponse response,
            HttpMessageContext context) {
        if (request.getDispatcherType() == DispatcherType.ERROR && PendingChallenge.isRefused(request)) {
            return context.doNothing(); // the page that tells of our refusal, for which some servers ask again
        }
        Optional<CredentialValidationResult> admitted = RememberedValidation.in(request, this);
        if (admitted.isPresent()) {
            return context.notifyContainerAboutLogin(admitted.get());
        }
        Validation validation = new Validation();
        Authentication authentication = service.authenticate(request, DecisionForm.MECHANISM, validation::judge);
        if (authentication instanceof Caller caller && validation.result != null) {
            PendingChallenge.announce(service.challengeFor(request, caller.token()), request, response);
            RememberedValidation.remember(validation.result, validation.token, request, this);
            return context.notifyContainerAboutLogin(validation.result);
        }
        if (authentication instanceof Refusal refusal) {
            return refuse(refusal, request, response);
        }
        return context.isProtected() || context.isAuthenticationRequest() || service.requiresToken(request)
                ? refuse(service.refusals().missing(request), request, response)
                : context.doNothing();
    }

    private static AuthenticationStatus refuse(
            Refusal refusal, HttpServletRequest request, HttpServletResponse response) {
        PendingChallenge.refuse(refusal, request, response);
        return AuthenticationStatus.SEND_FAILURE;
    }

    /** One trip of a token through the identity stores. */
    private final class Validation {

        private String token = "";
        private @Nullable CredentialValidationResult result;

        Verification judge(String token) {
            CognitoCredential credential = new CognitoCredential(token).withoutChecks(); // asked behind this
            this.result = collaborators().stores().validate(credential);
            this.token = token;
            return credential
                    .verification()
                    .orElseThrow(() -> new IllegalStateException("no identity store validated the token"));
        }
    }
}
