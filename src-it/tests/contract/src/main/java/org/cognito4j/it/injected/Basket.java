package org.cognito4j.it.injected;

import jakarta.enterprise.context.SessionScoped;
import jakarta.inject.Inject;
import java.io.Serializable;
import org.cognito4j.AccessToken;
import org.cognito4j.jakarta.CognitoPrincipal;

/** Lives as long as a session, in which several callers may come one after the other. */
@SessionScoped
public class Basket implements Serializable {

    private static final long serialVersionUID = 1;

    @Inject
    @SuppressWarnings("serial") // what is injected is serializable
    private AccessToken token;

    @Inject
    @SuppressWarnings("serial") // what is injected is serializable
    private CognitoPrincipal caller;

    public String caller() {
        return token.clientId() + "/" + caller.getName();
    }
}
