package org.cognito4j.it.ejb.declaring;

import jakarta.ejb.EJB;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Open to everybody, and calls the bean. */
@WebServlet("/declaring")
public class DeclaringServlet extends HttpServlet {

    private static final long serialVersionUID = 1;

    @EJB
    @SuppressWarnings("serial") // a proxy; servlets are never serialized
    private DeclaringLedger ledger;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/plain;charset=UTF-8");
        response.getWriter().print(ledger.open());
    }
}
