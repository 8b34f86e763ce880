package org.cognito4j.it.hostile.constraint;

import jakarta.annotation.security.DenyAll;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.cognito4j.it.hostile.Secret;

/** Denies one of its methods by the annotation of enterprise beans. */
@WebServlet("/orders/*")
public class DenyAllMethodServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Override
    @DenyAll
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Secret.tell(request, response);
    }
}
