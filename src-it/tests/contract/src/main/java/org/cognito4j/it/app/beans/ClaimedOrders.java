package org.cognito4j.it.app.beans;

import jakarta.enterprise.context.ApplicationScoped;
import org.cognito4j.jakarta.access.RequiresClaim;

/** A plain bean for some app clients. */
@ApplicationScoped
@RequiresClaim(
        name = "client_id",
        value = {"reader", "both"})
@RequiresClaim(name = "version")
public class ClaimedOrders {

    /** Protected as the class is. */
    public String read() {
        return "read=yes\n";
    }
}
