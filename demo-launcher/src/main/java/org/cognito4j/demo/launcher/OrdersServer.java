package org.cognito4j.demo.launcher;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jetty.ee11.webapp.WebAppContext;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ContextHandler;
import org.eclipse.jetty.server.handler.ContextHandlerCollection;

/**
 * Jetty 12.1 with the WAR, as it comes: no realm, no login service, nothing that knows the module. Beside it, in a context
 * of its own, is what the demo's page asks.
 */
final class OrdersServer implements AutoCloseable {

    private final Server server;
    private final ServerConnector connector;

    private OrdersServer(Server server, ServerConnector connector) {
        this.server = server;
        this.connector = connector;
    }

    static OrdersServer start(Path war, int port, ContextHandler besides) throws Exception {
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
        application.setThrowUnavailableOnStartupException(true);
        server.setHandler(new ContextHandlerCollection(application, besides));
        try {
            connector.open(); // a taken port is told before anything is deployed
            server.start();
        } catch (Exception | Error e) {
            server.stop();
            connector.close();
            throw e;
        }
        return new OrdersServer(server, connector);
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
