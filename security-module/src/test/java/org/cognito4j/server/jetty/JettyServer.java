package org.cognito4j.server.jetty;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.cognito4j.jakarta.decision.DecisionForm;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.ee10.servlet.security.ConstraintMapping;
import org.eclipse.jetty.ee10.servlet.security.ConstraintSecurityHandler;
import org.eclipse.jetty.security.Constraint;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.component.LifeCycle;

/** A server on loopback with one servlet, whose path {@code /reader} asks for the role {@code reader}. */
final class JettyServer implements AutoCloseable {

    private static final Duration NO_ANSWER = Duration.ofSeconds(10);

    final ServletContextHandler context = new ServletContextHandler("/", false, true);
    final AtomicInteger served = new AtomicInteger();
    private final Server server = new Server();
    private final ServerConnector connector = new ServerConnector(server);
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    JettyServer() {
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        server.setHandler(context);
        context.addServlet(new ServletHolder(new Resource()), "/*");
        ConstraintMapping reader = new ConstraintMapping();
        reader.setPathSpec("/reader");
        reader.setConstraint(Constraint.from("reader"));
        security().addConstraintMapping(reader);
    }

    static JettyServer asking(CallerCheck check) throws Exception {
        JettyServer jetty = new JettyServer();
        ServletView servlets = ServletView.of(jetty.context.getServletContext());
        jetty.security()
                .setAuthenticator(new CallerAuthenticator(
                        servlets, check, new CheckFailure(jetty.context.getServletContext(), DecisionForm.BARE_JAR)));
        return jetty.start();
    }

    JettyServer start() throws Exception {
        server.start();
        return this;
    }

    ConstraintSecurityHandler security() {
        return (ConstraintSecurityHandler) context.getSecurityHandler();
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        URI uri = URI.create("http://127.0.0.1:" + connector.getLocalPort() + path);
        return client.send(
                HttpRequest.newBuilder(uri).timeout(NO_ANSWER).build(), HttpResponse.BodyHandlers.ofString());
    }

    @Override
    public void close() {
        LifeCycle.stop(server);
    }

    private final class Resource extends HttpServlet {

        private static final long serialVersionUID = 1;

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response)
                throws IOException, ServletException {
            served.incrementAndGet();
            if (request.getParameter("authenticate") == null || request.authenticate(response)) {
                response.getWriter().print("caller=" + request.getRemoteUser());
            }
        }
    }
}
