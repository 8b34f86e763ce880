package org.cognito4j.it.hostile.injected;

import jakarta.enterprise.context.SessionScoped;
import jakarta.inject.Inject;
import java.io.Serializable;
import org.cognito4j.AccessToken;
import org.cognito4j.it.hostile.Secret;
import org.cognito4j.it.hostile.beans.Orders;

/** Keeps a token as long as a session. */
@SessionScoped
public class SessionHolder implements Orders, Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient AccessToken token;

    @Override
    public String find(String caller) {
        return Secret.of(token.clientId());
    }
}
