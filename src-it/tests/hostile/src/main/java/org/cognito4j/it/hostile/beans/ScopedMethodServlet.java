package org.cognito4j.it.hostile.beans;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.cognito4j.it.hostile.Secret;
import org.cognito4j.jakarta.access.RequiresScope;

/** Has the scope on a method of a servlet. */
@WebServlet("/orders/*")
public class ScopedMethodServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Override
    @RequiresScope("read")
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Secret.tell(request, response);
    }
}
