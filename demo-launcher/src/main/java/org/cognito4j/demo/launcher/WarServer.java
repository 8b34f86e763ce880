package org.cognito4j.demo.launcher;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.eclipse.jetty.ee11.webapp.WebAppContext;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ContextHandler;
import org.eclipse.jetty.server.handler.ContextHandlerCollection;

/** Jetty 12.1 with a WAR, as it comes: no realm, no login service, nothing that knows the module. */
final class WarServer implements AutoCloseable {

    private final Server server;
    private final ServerConnector connector;

    private WarServer(Server server, ServerConnector connector) {
        this.server = server;
        this.connector = connector;
    }

    /**
     * Starts a service.
     *
     * @param war the packaged application
     * @param port its port, 0 for any free one
     * @param parameters what its deployment sets beside the application's own {@code <context-param>}s
     * @param besides what is served under other paths, no part of the application
     * @throws java.io.IOException if the port is taken
     */
    static WarServer start(Path war, int port, Map<String, String> parameters, ContextHandler... besides)
            throws Exception {
        if (!Files.isRegularFile(war)) {
            throw new IllegalArgumentException("There is no WAR at " + war + "; build it with mvn package");
        }
        Server server = new Server();
        ServerConnector connector = new ServerConnector(server);
        connector.setHost("127.0.0.1");
        connector.setPort(port);
        server.addConnector(connector);
        WebAppContext application = new WebAppContext();
        application.setContextPath("/");
        application.setWar(war.toString());
        parameters.forEach(application::setInitParameter);
        application.setThrowUnavailableOnStartupException(true);
        ContextHandlerCollection contexts = new ContextHandlerCollection(besides);
        contexts.addHandler(application);
        server.setHandler(contexts);
        try {
            connector.open(); // a taken port is told before anything is deployed
            server.start();
        } catch (Exception | Error e) {
            server.stop();
            connector.close();
            throw e;
        }
        return new WarServer(server, connector);
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + connector.getLocalPort());
    }

    void join() throws InterruptedException {
        server.join();
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("Jetty did not stop", e);
        }
    }
}
