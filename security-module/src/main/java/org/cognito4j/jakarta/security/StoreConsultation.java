package org.cognito4j.jakarta.security;

import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.CredentialValidationResult.Status;
import jakarta.security.enterprise.identitystore.IdentityStoreHandler;
import java.util.Set;
import org.cognito4j.AccessToken;
import org.cognito4j.Verification;
import org.cognito4j.jakarta.CognitoService;
import org.jspecify.annotations.Nullable;

/**
 * Decides which identity stores the mechanism asks about a token. By default that is {@link CognitoIdentityStore} alone, so
 * that a caller's roles are those of its token whatever other stores say. The container's {@link IdentityStoreHandler}, and
 * by it all stores, is asked if {@code cognito.store-groups-as-roles} is set or the application has a handler of its own.
 * Thread-safe.
 */
final class StoreConsultation {

    private final ServiceBean holder;
    private final CognitoIdentityStore own;
    private final IdentityStoreHandler stores;
    private final StoreFailures failures;

    /** Found out by the first token, when all beans are known. */
    private volatile @Nullable Boolean asksOthers;

    StoreConsultation(ServiceBean holder, IdentityStoreHandler stores) {
        this.holder = holder;
        this.own = new CognitoIdentityStore(holder);
        this.stores = stores;
        this.failures = new StoreFailures(holder);
    }

    /**
     * Validates a token and clears the credential.
     *
     * @return a result that is {@code VALID} only for a token that {@link CognitoIdentityStore} has accepted
     * @throws IllegalStateException if a store or a handler of the application gets in the way
     */
    CredentialValidationResult validate(CognitoCredential credential) {
        try {
            return asksOthers() ? validateByAll(credential) : own.validate(credential);
        } finally {
            credential.clear(); // a store that throws may have kept it
        }
    }

    private boolean asksOthers() {
        Boolean known = asksOthers;
        if (known == null) {
            known = holder.service().storeGroupsAsRoles() || holder.hasOwnStoreHandler();
            asksOthers = known;
        }
        return known;
    }

    private CredentialValidationResult validateByAll(CognitoCredential credential) {
        CredentialValidationResult result;
        try {
            result = stores.validate(credential);
        } catch (RuntimeException | Error failure) {
            failures.report(failure);
            throw failure;
        }
        Verification verification = credential
                .verification()
                .orElseThrow(() -> new IllegalStateException("no identity store validated the token"));
        if (!(verification instanceof Verification.Accepted accepted)) {
            return CredentialValidationResult.INVALID_RESULT;
        }
        if (result.getStatus() != Status.VALID) {
            throw new IllegalStateException("another identity store refused the caller");
        }
        return new CredentialValidationResult(
                result.getIdentityStoreId(),
                result.getCallerPrincipal(),
                result.getCallerDn(),
                result.getCallerUniqueId(),
                roles(accepted.token(), result.getCallerGroups()));
    }

    private Set<String> roles(AccessToken token, Set<String> groups) {
        CognitoService service = holder.service();
        return service.storeGroupsAsRoles() ? service.rolesFor(token).rolesOf(token, groups) : service.rolesOf(token);
    }
}
