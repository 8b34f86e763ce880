package org.cognito4j.it.app.beans;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import org.cognito4j.AccessToken;
import org.cognito4j.jakarta.CognitoPrincipal;
import org.cognito4j.jakarta.access.RequiresScope;

/** A plain bean, protected method by method. It outlives requests and is told of the caller of each. */
@ApplicationScoped
@RequiresScope("write")
public class ScopedOrders {

    @Inject
    private CognitoPrincipal caller;

    @Inject
    private Provider<AccessToken> token;

    @RequiresScope("read")
    public String read() {
        return report();
    }

    /** Protected as the class is. */
    public String write() {
        return report();
    }

    @RequiresScope({"https://contract.example.com/read", "write"})
    public String either() {
        return report();
    }

    @RequiresScope(
            value = {"read", "write"},
            all = true)
    public String both() {
        return report();
    }

    private String report() {
        return "caller=" + caller.getName() + "\ndisplay=" + caller.displayName() + "\nclient-id="
                + token.get().clientId() + "\n";
    }
}
