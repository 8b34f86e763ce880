package org.cognito4j.it.hostile.injected;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.cognito4j.AccessToken;
import org.cognito4j.it.hostile.Secret;
import org.cognito4j.it.hostile.beans.Orders;

/** Has a token in a field of an object that all callers share. */
@ApplicationScoped
public class FieldOfShared implements Orders {

    @Inject
    private AccessToken token;

    @Override
    public String find(String caller) {
        return Secret.of(token.clientId());
    }
}
