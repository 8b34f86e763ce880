package org.cognito4j.it.hostile.mechanism;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import java.util.Set;

/** Finds every credential valid, as a store for tests does, before any other store is asked. */
@ApplicationScoped
public class TrustingStore implements IdentityStore {

    @Override
    public CredentialValidationResult validate(Credential credential) {
        return new CredentialValidationResult("anyone", Set.of("read", "write"));
    }

    @Override
    public int priority() {
        return 1;
    }
}
