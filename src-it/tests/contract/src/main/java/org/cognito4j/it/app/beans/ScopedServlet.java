package org.cognito4j.it.app.beans;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import org.cognito4j.AccessToken;
import org.cognito4j.jakarta.CognitoPrincipal;
import org.cognito4j.jakarta.access.AccessRefused;

/** Calls a protected bean on an open path, and says which of its methods by the path. */
@WebServlet("/scoped/*")
public class ScopedServlet extends HttpServlet {

    private static final long serialVersionUID = 1;

    @Inject
    private transient ScopedOrders orders;

    @Inject
    private transient ClaimedOrders claimed;

    @Inject
    private transient OrderDesk desk;

    @Inject
    private transient CognitoPrincipal caller;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        response.setHeader("X-Before", "the call");
        response.getWriter().print(answer(request.getPathInfo()));
    }

    private String answer(String what) throws ServletException {
        return switch (what) {
            case "/read" -> orders.read();
            case "/write" -> orders.write();
            case "/either" -> orders.either();
            case "/both" -> orders.both();
            case "/claimed" -> claimed.read();
            case "/place" -> desk.place();
            case "/look" -> desk.look();
            case "/wrapped" -> wrapped();
            case "/elsewhere" -> elsewhere();
            default -> injected();
        };
    }

    private String wrapped() throws ServletException {
        try {
            return orders.write();
        } catch (RuntimeException e) {
            throw new ServletException(e);
        }
    }

    /** In a thread that serves no request. */
    private String elsewhere() {
        return CompletableFuture.supplyAsync(orders::read, command -> new Thread(command).start())
                .handle((result, failure) -> failure == null
                        ? result
                        : "failure=" + failure.getCause().getClass().getSimpleName())
                .join();
    }

    private String injected() {
        try {
            AccessToken token = caller.accessToken();
            return "caller=" + caller.getName() + "\nclient-id=" + token.clientId() + "\n";
        } catch (AccessRefused e) {
            return "failure=" + e.getClass().getSimpleName();
        }
    }
}
