package org.cognito4j.it.hostile.injected;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.cognito4j.it.hostile.Secret;
import org.cognito4j.it.hostile.beans.Orders;
import org.cognito4j.jakarta.CognitoPrincipal;

/** Has the principal in a field of an object that all callers share, as the README says. */
@ApplicationScoped
public class SharedPrincipal implements Orders {

    @Inject
    private CognitoPrincipal principal;

    @Override
    public String find(String caller) {
        return Secret.of(principal.accessToken().clientId());
    }
}
