package org.cognito4j.it.hostile.injected;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import org.cognito4j.AccessToken;
import org.cognito4j.it.hostile.Secret;
import org.cognito4j.it.hostile.beans.Orders;

/** Looks the token up once. */
@ApplicationScoped
public class KeptInstance implements Orders {

    @Inject
    private Instance<AccessToken> tokens;

    private AccessToken kept;

    @Override
    public synchronized String find(String caller) {
        if (kept == null) {
            kept = tokens.get();
        }
        return Secret.of(kept.clientId());
    }
}
