package org.cognito4j.arquillian.jetty;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ContextHandlerCollection;
import org.eclipse.jetty.server.handler.DefaultHandler;
import org.jboss.arquillian.container.spi.client.container.DeployableContainer;
import org.jboss.arquillian.container.spi.client.container.DeploymentException;
import org.jboss.arquillian.container.spi.client.container.LifecycleException;
import org.jboss.arquillian.container.spi.client.protocol.ProtocolDescription;
import org.jboss.arquillian.container.spi.client.protocol.metadata.HTTPContext;
import org.jboss.arquillian.container.spi.client.protocol.metadata.ProtocolMetaData;
import org.jboss.arquillian.container.spi.client.protocol.metadata.Servlet;
import org.jboss.shrinkwrap.api.Archive;

/**
 * An embedded Jetty 12.1 in the JVM of the tests.
 *
 * <p>Each archive is deployed as a WAR file and runs in a class loader of its own, its libraries hidden from the server's
 * and the other way round, as in a Jetty that is run by itself. What the application needs must be in the archive; the
 * server's own jars (at least {@code jetty-ee11-annotations}, with CDI also {@code jetty-ee11-cdi}) must be on the class
 * path of the tests.
 */
public final class JettyContainer implements DeployableContainer<JettyContainerConfiguration> {

    private final Map<String, DeployedWar> deployed = new ConcurrentHashMap<>();
    private final ContextHandlerCollection contexts = new ContextHandlerCollection();
    private final Server server = new Server();
    private final ServerConnector connector = new ServerConnector(server);
    private String environment = "";

    /** Made by Arquillian. */
    public JettyContainer() {}

    @Override
    public Class<JettyContainerConfiguration> getConfigurationClass() {
        return JettyContainerConfiguration.class;
    }

    @Override
    public ProtocolDescription getDefaultProtocol() {
        return new ProtocolDescription("Servlet 5.0");
    }

    @Override
    public void setup(JettyContainerConfiguration configuration) {
        environment = configuration.getEnvironment();
        connector.setHost(configuration.getBindAddress());
        connector.setPort(configuration.getBindHttpPort());
        server.addConnector(connector);
        server.setHandler(new Handler.Sequence(contexts, new DefaultHandler()));
    }

    @Override
    public void start() throws LifecycleException {
        try {
            server.start();
        } catch (Exception e) {
            throw new LifecycleException("Jetty did not start", e);
        }
    }

    @Override
    public void stop() throws LifecycleException {
        try {
            server.stop();
        } catch (Exception e) {
            throw new LifecycleException("Jetty did not stop", e);
        }
    }

    @Override
    public ProtocolMetaData deploy(Archive<?> archive) throws DeploymentException {
        DeployedWar war = DeployedWar.deploy(archive, environment, contexts);
        deployed.put(archive.getName(), war);
        HTTPContext http = new HTTPContext(connector.getHost(), connector.getLocalPort());
        for (String servlet : war.servletNames()) {
            http.add(new Servlet(servlet, war.contextPath()));
        }
        return new ProtocolMetaData().addContext(http);
    }

    @Override
    public void undeploy(Archive<?> archive) throws DeploymentException {
        DeployedWar war = deployed.remove(archive.getName());
        if (war != null) {
            war.undeploy(contexts);
        }
    }
}
