package org.cognito4j.it.places;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.cognito4j.jakarta.CognitoPrincipal;

/** Calls the beans on an open path, and says which of their methods by the path. */
@WebServlet("/places/*")
public class PlacesServlet extends HttpServlet {

    private static final long serialVersionUID = 1;

    @Inject
    private transient BeanVault vault;

    @Inject
    private transient Archive archive;

    @Inject
    private transient Registry registry;

    @Inject
    private transient CognitoPrincipal caller;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/plain;charset=UTF-8");
        response.getWriter()
                .print(
                        switch (request.getPathInfo()) {
                            case "/purge" -> vault.purge();
                            case "/look" -> vault.look();
                            case "/store" -> archive.store();
                            case "/enter" -> registry.enter();
                            case "/never" -> registry.never();
                            case "/open" -> registry.open();
                            default -> "caller=" + caller.getName() + "\n";
                        });
    }
}
