package org.cognito4j.it.hostile.injected;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import org.cognito4j.AccessToken;
import org.cognito4j.it.hostile.Secret;
import org.cognito4j.it.hostile.beans.Orders;

/** Makes one object for all callers, of the token of the first one. */
@ApplicationScoped
public class ProducedHolder {

    /** Keeps the token. */
    @Produces
    @ApplicationScoped
    public Orders orders(AccessToken token) {
        return caller -> Secret.of(token.clientId());
    }
}
