package org.cognito4j.demo;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;

/** Counts the orders. Protected by a {@code <security-constraint>} in {@code web.xml}. */
@WebServlet("/report")
public class ReportServlet extends JsonServlet {

    private static final long serialVersionUID = 1;

    @Inject
    private transient Orders orders;

    @Override
    JsonObject answer(HttpServletRequest request) {
        return Json.createObjectBuilder().add("orders", orders.all().size()).build();
    }
}
