package org.cognito4j.it.ejb.injected;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import org.cognito4j.AccessToken;
import org.cognito4j.jakarta.CognitoPrincipal;

/** What all resources have in common: they say whom they take for the caller. */
public class TokenHolder {

    @Inject
    protected AccessToken token;

    @Inject
    protected CognitoPrincipal caller;

    /** Says who is calling, by both. */
    @GET
    public String get() {
        return "caller=" + token.clientId() + "\nprincipal=" + caller.getName() + "\n";
    }
}
