package org.cognito4j.it.hostile.injected;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.cognito4j.AccessToken;
import org.cognito4j.it.hostile.Secret;
import org.cognito4j.it.hostile.beans.Orders;

/** Takes a token when it is made, once for all callers. */
@Singleton
public class ConstructedShared implements Orders {

    private final AccessToken token;

    /** Keeps the token. */
    @Inject
    public ConstructedShared(AccessToken token) {
        this.token = token;
    }

    @Override
    public String find(String caller) {
        return Secret.of(token.clientId());
    }
}
