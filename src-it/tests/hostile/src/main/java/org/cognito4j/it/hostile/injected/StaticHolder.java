package org.cognito4j.it.hostile.injected;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import org.cognito4j.AccessToken;
import org.cognito4j.it.hostile.Secret;
import org.cognito4j.it.hostile.beans.Orders;

/** Keeps the first caller's token for all that come later. */
@RequestScoped
public class StaticHolder implements Orders {

    private static AccessToken first;

    /** Keeps the token. */
    @Inject
    void keep(AccessToken token) {
        synchronized (StaticHolder.class) {
            if (first == null) {
                first = token;
            }
        }
    }

    @Override
    public String find(String caller) {
        return Secret.of(first.clientId());
    }
}
