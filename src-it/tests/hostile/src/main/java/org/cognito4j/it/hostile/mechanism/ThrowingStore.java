package org.cognito4j.it.hostile.mechanism;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import java.util.Set;

/** Throws for callers that it does not know. */
@ApplicationScoped
public class ThrowingStore implements IdentityStore {

    @Override
    public Set<String> getCallerGroups(CredentialValidationResult caller) {
        throw new IllegalArgumentException("no such person");
    }

    @Override
    public Set<ValidationType> validationTypes() {
        return Set.of(ValidationType.PROVIDE_GROUPS);
    }
}
