package org.cognito4j.it.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import jakarta.servlet.ServletContext;
import java.util.Set;

/** Knows one person, who may read. */
@ApplicationScoped
public class PersonStore implements IdentityStore {

    @Inject
    private ServletContext application;

    /** Called for credentials of this kind alone. */
    public CredentialValidationResult validate(UsernamePasswordCredential credential) {
        return credential.compareTo("anna", application.getInitParameter("people.password"))
                ? new CredentialValidationResult("anna", Set.of("read"))
                : CredentialValidationResult.INVALID_RESULT;
    }
}
