package org.cognito4j.demo;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.servlet.annotation.HttpConstraint;
import jakarta.servlet.annotation.ServletSecurity;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;

/** Tells what is in stock. Protected by its own annotation. */
@WebServlet("/inventory")
@ServletSecurity(@HttpConstraint(rolesAllowed = Roles.WRITE))
public class InventoryServlet extends JsonServlet {

    private static final long serialVersionUID = 1;

    @Override
    JsonObject answer(HttpServletRequest request) {
        return Json.createObjectBuilder()
                .add("espresso beans", 12)
                .add("filters", 400)
                .build();
    }
}
