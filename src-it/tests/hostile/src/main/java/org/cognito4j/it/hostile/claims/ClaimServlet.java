package org.cognito4j.it.hostile.claims;

import jakarta.servlet.annotation.WebServlet;
import org.cognito4j.it.hostile.OrdersServlet;
import org.cognito4j.jakarta.access.RequiresClaim;

/** Has the claim on a servlet. */
@WebServlet("/orders/*")
@RequiresClaim(name = "client_id", value = "reader")
public class ClaimServlet extends OrdersServlet {

    private static final long serialVersionUID = 1L;
}
