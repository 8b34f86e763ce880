package org.cognito4j.it.hostile.injected;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.cognito4j.AccessToken;
import org.cognito4j.it.hostile.Secret;
import org.cognito4j.it.hostile.beans.Orders;
import org.jspecify.annotations.Nullable;

/** Takes a token by a method that is called once. */
@ApplicationScoped
public class InitializedShared implements Orders {

    private @Nullable AccessToken kept;

    @Inject
    void keep(AccessToken token) {
        kept = token;
    }

    @Override
    public String find(String caller) {
        return Secret.of(kept == null ? "" : kept.clientId());
    }
}
