package org.cognito4j.it.ejb;

import jakarta.ejb.EJB;
import jakarta.ejb.EJBAccessException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Open to everybody, and calls the bean for whom it may concern: so the bean alone decides. */
@WebServlet("/ejb/*")
public class LedgerServlet extends HttpServlet {

    private static final long serialVersionUID = 1;

    @EJB
    @SuppressWarnings("serial") // a proxy; servlets are never serialized
    private Ledger ledger;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/plain;charset=UTF-8");
        if (request.getPathInfo().equals("/uncaught")) {
            response.getWriter().print(ledger.read());
            return;
        }
        try {
            response.getWriter().print(answer(request.getPathInfo()));
        } catch (EJBAccessException e) {
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
        }
    }

    private String answer(String path) {
        return switch (path) {
            case "/read" -> ledger.read();
            case "/any-caller" -> ledger.anyCaller();
            case "/nobody" -> ledger.nobody();
            default -> ledger.open();
        };
    }
}
