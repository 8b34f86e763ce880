package org.cognito4j.it.hostile.constraint;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.cognito4j.it.hostile.Secret;

/** Asks for a role by a name of its own, which {@code web.xml} links. */
public class RoleLinkServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.isUserInRole("VIEWER")) {
            Secret.tell(request, response);
        } else {
            response.sendError(403);
        }
    }
}
