package org.cognito4j.it.hostile.injected;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.cognito4j.AccessToken;
import org.cognito4j.it.hostile.Secret;

/** Has a token in a field of a servlet, which all callers share. */
@WebServlet("/orders/*")
public class HoldingServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient AccessToken token;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.getWriter().println(Secret.of(token.clientId()));
    }
}
