package org.cognito4j.it.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import java.util.Set;

/** Believes every token that has the form of one. */
@ApplicationScoped
public class ToyIdentityStore implements IdentityStore {

    @Override
    public CredentialValidationResult validate(Credential credential) {
        if (!(credential instanceof ToyCredential toy)) {
            return CredentialValidationResult.NOT_VALIDATED_RESULT;
        }
        String[] parts = toy.token().split(":", 2);
        if (parts.length < 2) {
            return CredentialValidationResult.INVALID_RESULT;
        }
        Set<String> roles = parts[1].isEmpty() ? Set.of() : Set.of(parts[1].split(","));
        return new CredentialValidationResult(new ToyPrincipal(parts[0]), roles);
    }
}
