package org.cognito4j.demo;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;

/** Open to everyone. */
@WebServlet("/status")
public class StatusServlet extends JsonServlet {

    private static final long serialVersionUID = 1;

    @Override
    JsonObject answer(HttpServletRequest request) {
        return Json.createObjectBuilder().add("status", "up").build();
    }
}
