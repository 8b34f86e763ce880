package org.cognito4j.it.hostile.constraint;

import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.HttpConstraint;
import jakarta.servlet.annotation.ServletSecurity;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpUpgradeHandler;
import jakarta.servlet.http.WebConnection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.cognito4j.it.hostile.Secret;

/** Leaves HTTP for a protocol of its own. */
@WebServlet("/orders/*")
@ServletSecurity(@HttpConstraint(rolesAllowed = "read"))
public class UpgradingServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (request.getHeader("Upgrade") == null) {
            Secret.tell(request, response);
            return;
        }
        response.setStatus(101);
        response.setHeader("Upgrade", "secrets");
        response.setHeader("Connection", "Upgrade");
        request.upgrade(Teller.class);
    }

    /** Writes the secret and closes. */
    public static class Teller implements HttpUpgradeHandler {

        @Override
        public void init(WebConnection connection) {
            try {
                connection.getOutputStream().write(Secret.TEXT.getBytes(StandardCharsets.US_ASCII));
                connection.getOutputStream().flush();
                connection.close();
            } catch (Exception e) {
                throw new UncheckedIOException(new IOException(e));
            }
        }

        @Override
        public void destroy() {}
    }
}
