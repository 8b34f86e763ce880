package org.cognito4j.it.groups;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import jakarta.servlet.http.HttpServletRequest;
import java.util.EnumSet;
import java.util.Set;

/** Gives every caller the group {@code write}, or throws if the request asks for that. */
@ApplicationScoped
public class GroupStore implements IdentityStore {

    @Inject
    private HttpServletRequest request;

    @Override
    public Set<String> getCallerGroups(CredentialValidationResult validated) {
        if (request.getHeader("Group-Store") != null) {
            throw new IllegalArgumentException("no such person");
        }
        return Set.of("write");
    }

    @Override
    public Set<ValidationType> validationTypes() {
        return EnumSet.of(ValidationType.PROVIDE_GROUPS);
    }
}
