package org.cognito4j.it.app.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.cognito4j.it.app.CallerReport;

/** Stands in front of the module's identity store, knows nobody, and counts how often a request is looked at. */
@ApplicationScoped
public class ObservingStore implements IdentityStore {

    @Inject
    private HttpServletRequest request;

    @Inject
    private Visit visit;

    @Override
    public CredentialValidationResult validate(Credential credential) {
        Object before = request.getAttribute(CallerReport.VALIDATIONS);
        request.setAttribute(CallerReport.VALIDATIONS, before == null ? 1 : (Integer) before + 1);
        request.setAttribute(CallerReport.VISITS, visit.count());
        return CredentialValidationResult.NOT_VALIDATED_RESULT;
    }

    @Override
    public int priority() {
        return 10;
    }

    @Override
    public Set<ValidationType> validationTypes() {
        return Set.of(ValidationType.VALIDATE);
    }
}
