package org.cognito4j.it.redeployed;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Marks the class loader of an application: no other application has this class. */
@WebServlet("/redeployed")
public class RedeployedServlet extends HttpServlet {

    private static final long serialVersionUID = 1;

    /** Made by the container. */
    public RedeployedServlet() {}

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.getWriter().print("redeployed");
    }
}
