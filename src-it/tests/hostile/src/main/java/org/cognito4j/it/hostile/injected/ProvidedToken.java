package org.cognito4j.it.hostile.injected;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import org.cognito4j.AccessToken;
import org.cognito4j.it.hostile.Secret;
import org.cognito4j.it.hostile.beans.Orders;

/** Asks for the token of each request, as the README says. */
@ApplicationScoped
public class ProvidedToken implements Orders {

    @Inject
    private Provider<AccessToken> token;

    @Override
    public String find(String caller) {
        return Secret.of(token.get().clientId());
    }
}
