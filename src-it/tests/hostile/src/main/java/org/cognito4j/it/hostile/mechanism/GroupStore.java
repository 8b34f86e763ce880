package org.cognito4j.it.hostile.mechanism;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import java.util.Set;

/** Gives every caller a group, as it knows people alone. */
@ApplicationScoped
public class GroupStore implements IdentityStore {

    @Override
    public Set<String> getCallerGroups(CredentialValidationResult caller) {
        return Set.of("read");
    }

    @Override
    public Set<ValidationType> validationTypes() {
        return Set.of(ValidationType.PROVIDE_GROUPS);
    }
}
