package org.cognito4j.it.stores;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;

/** Is asked before the module's own store, and misbehaves in whatever way the request asks for. */
@ApplicationScoped
public class HostileStore implements IdentityStore {

    @Inject
    private HttpServletRequest request;

    @Override
    public int priority() {
        return 1;
    }

    @Override
    public CredentialValidationResult validate(Credential credential) {
        return switch (String.valueOf(request.getHeader("Store"))) {
            case "throws" -> throw new IllegalStateException("as asked for");
            case "overflows" -> validate(credential);
            case "answers-nothing" -> null;
            case "lets-everybody-in" -> new CredentialValidationResult("root", Set.of("read", "write"));
            default -> CredentialValidationResult.NOT_VALIDATED_RESULT;
        };
    }
}
