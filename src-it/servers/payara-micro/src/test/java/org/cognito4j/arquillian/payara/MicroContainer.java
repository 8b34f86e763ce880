package org.cognito4j.arquillian.payara;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jboss.arquillian.container.spi.client.container.DeployableContainer;
import org.jboss.arquillian.container.spi.client.container.DeploymentException;
import org.jboss.arquillian.container.spi.client.container.LifecycleException;
import org.jboss.arquillian.container.spi.client.protocol.ProtocolDescription;
import org.jboss.arquillian.container.spi.client.protocol.metadata.HTTPContext;
import org.jboss.arquillian.container.spi.client.protocol.metadata.ProtocolMetaData;
import org.jboss.arquillian.container.spi.client.protocol.metadata.Servlet;
import org.jboss.shrinkwrap.api.Archive;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;

/**
 * One Payara Micro in a JVM of its own for all deployments. Payara's own adapter starts one for each, knows no two
 * applications at a time, and takes a deployment that failed for one that has no servlets.
 */
public final class MicroContainer implements DeployableContainer<MicroConfiguration> {

    private MicroConfiguration configuration = new MicroConfiguration();
    private MicroProcess server;

    @Override
    public Class<MicroConfiguration> getConfigurationClass() {
        return MicroConfiguration.class;
    }

    @Override
    public ProtocolDescription getDefaultProtocol() {
        return new ProtocolDescription("Servlet 5.0");
    }

    @Override
    public void setup(MicroConfiguration given) {
        configuration = given;
    }

    @Override
    public void start() throws LifecycleException {
        try {
            server = MicroProcess.start(configuration);
        } catch (IOException e) {
            throw new LifecycleException("Payara Micro did not start, see " + configuration.getLog(), e);
        }
    }

    @Override
    public void stop() throws LifecycleException {
        try {
            server.close();
        } catch (IOException e) {
            throw new LifecycleException("Payara Micro did not stop", e);
        }
    }

    @Override
    public ProtocolMetaData deploy(Archive<?> archive) throws DeploymentException {
        String name = nameOf(archive);
        File war = write(archive);
        if (!ask("deploy " + name + " " + war)) {
            throw new DeploymentException("Payara Micro refused " + name + ", see " + configuration.getLog());
        }
        HTTPContext http = new HTTPContext("127.0.0.1", configuration.getHttpPort());
        http.add(new Servlet("any", "/" + name));
        return new ProtocolMetaData().addContext(http);
    }

    @Override
    public void undeploy(Archive<?> archive) throws DeploymentException {
        ask("undeploy " + nameOf(archive));
    }

    private boolean ask(String command) throws DeploymentException {
        try {
            return server.ask(command);
        } catch (IOException e) {
            throw new DeploymentException("Payara Micro does not answer, see " + configuration.getLog(), e);
        }
    }

    private static String nameOf(Archive<?> archive) {
        return archive.getName().replaceFirst("\\.war$", "");
    }

    private File write(Archive<?> archive) {
        try {
            Path directory =
                    Files.createTempDirectory(Path.of(configuration.getJar()).getParent(), "war");
            File war = directory.resolve(archive.getName()).toFile();
            archive.as(ZipExporter.class).exportTo(war);
            return war;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
