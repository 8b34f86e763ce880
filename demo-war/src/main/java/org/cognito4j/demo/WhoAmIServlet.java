package org.cognito4j.demo;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.servlet.annotation.HttpConstraint;
import jakarta.servlet.annotation.ServletSecurity;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import org.cognito4j.AccessToken;
import org.cognito4j.jakarta.CognitoPrincipal;

/** Tells callers what the server knows of them. Open to every authenticated caller, whatever the roles. */
@WebServlet("/whoami")
@ServletSecurity(@HttpConstraint(rolesAllowed = "**"))
public class WhoAmIServlet extends JsonServlet {

    private static final long serialVersionUID = 1;

    @Override
    JsonObject answer(HttpServletRequest request) {
        AccessToken token = ((CognitoPrincipal) request.getUserPrincipal()).accessToken();
        var roles = Json.createArrayBuilder();
        Roles.ALL.stream().filter(request::isUserInRole).forEach(roles::add);
        return Json.createObjectBuilder()
                .add("caller", request.getUserPrincipal().getName())
                .add("roles", roles)
                .add("expires", token.expiresAt().toString())
                .build();
    }
}
