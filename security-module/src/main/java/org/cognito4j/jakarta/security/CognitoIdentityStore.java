package org.cognito4j.jakarta.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.cognito4j.AccessToken;
import org.cognito4j.Verification;
import org.cognito4j.config.ServiceSettings;
import org.cognito4j.jakarta.BearerCallerPrincipal;
import org.cognito4j.jakarta.CognitoPrincipal;
import org.cognito4j.jakarta.CognitoService;
import org.jspecify.annotations.Nullable;

/**
 * Validates {@link CognitoCredential}s: the caller is the app client (or the user), the groups are the roles that the
 * token's scopes give. Answers {@code NOT_VALIDATED} to credentials of other kinds, so that it can stand beside other
 * stores and behind another mechanism. Thread-safe.
 */
@ApplicationScoped
public class CognitoIdentityStore implements IdentityStore {

    private final ServiceBean holder;

    /** For the container's proxy. */
    protected CognitoIdentityStore() {
        this(new ServiceBean());
    }

    @Inject
    CognitoIdentityStore(ServiceBean holder) {
        this.holder = holder;
    }

    /**
     * Validates a credential.
     *
     * @param credential any credential
     * @return {@code VALID} with a {@link CognitoPrincipal} and its roles, {@code INVALID}, or {@code NOT_VALIDATED} for
     *     what is no {@link CognitoCredential}
     */
    @Override
    public CredentialValidationResult validate(Credential credential) {
        if (!(credential instanceof CognitoCredential bearer)) {
            return CredentialValidationResult.NOT_VALIDATED_RESULT;
        }
        CognitoService service = holder.service();
        if (bearer.verifyWith(service, this::request) instanceof Verification.Accepted accepted) {
            AccessToken token = accepted.token();
            return new CredentialValidationResult(new BearerCallerPrincipal(token), service.rolesOf(token));
        }
        return CredentialValidationResult.INVALID_RESULT;
    }

    /** The request that the current thread works for; null if it works for none. */
    private @Nullable HttpServletRequest request() {
        return holder.beans().map(CurrentRequest::in).orElse(null);
    }

    /**
     * Its place among other stores: {@code cognito.identity-store-priority}.
     *
     * @return the configured number; stores with a lower one are asked before
     */
    @Override
    public int priority() {
        return holder.started()
                .map(CognitoService::identityStorePriority)
                .orElseGet(ServiceSettings::defaultIdentityStorePriority);
    }

    /**
     * What it is asked for: it validates, and the groups of its own results count. It gives none to callers that other
     * stores have validated.
     *
     * @return both types
     */
    @Override
    public Set<ValidationType> validationTypes() {
        return Set.of(ValidationType.VALIDATE, ValidationType.PROVIDE_GROUPS);
    }
}
