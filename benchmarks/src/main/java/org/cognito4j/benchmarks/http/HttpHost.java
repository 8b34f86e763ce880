package org.cognito4j.benchmarks.http;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import org.eclipse.jetty.ee11.webapp.WebAppContext;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** Jetty with one web application, in a process of its own. Prints its port once it serves, and ends with its input. */
public final class HttpHost {

    private HttpHost() {}

    /**
     * Serves.
     *
     * @param arguments the folder of the application
     * @throws Exception if it cannot be deployed
     */
    public static void main(String[] arguments) throws Exception {
        Server server = new Server();
        ServerConnector connector = new ServerConnector(server);
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        WebAppContext application = new WebAppContext();
        application.setContextPath("/");
        application.setWar(Path.of(arguments[0]).toString());
        application.setThrowUnavailableOnStartupException(true);
        server.setHandler(application);
        server.start();
        System.out.println("port " + connector.getLocalPort() + " classes "
                + ManagementFactory.getClassLoadingMXBean().getTotalLoadedClassCount());
        while (System.in.read() >= 0) {
            // Until whoever started this has ended, or says so.
        }
        System.exit(0);
    }
}
