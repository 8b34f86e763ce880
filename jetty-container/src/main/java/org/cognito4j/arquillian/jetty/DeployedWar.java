package org.cognito4j.arquillian.jetty;

import jakarta.servlet.ServletContext;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.eclipse.jetty.server.handler.ContextHandler;
import org.eclipse.jetty.server.handler.ContextHandlerCollection;
import org.eclipse.jetty.util.IO;
import org.eclipse.jetty.util.component.LifeCycle;
import org.jboss.arquillian.container.spi.client.container.DeploymentException;
import org.jboss.shrinkwrap.api.Archive;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;

/** One archive on the server: its context and its temporary files. */
final class DeployedWar {

    private final Path files;
    private final ContextHandler context;

    private DeployedWar(Path files, ContextHandler context) {
        this.files = files;
        this.context = context;
    }

    /** Deploys an archive; leaves nothing behind if that fails. */
    static DeployedWar deploy(Archive<?> archive, String environment, ContextHandlerCollection contexts)
            throws DeploymentException {
        Path files = temporaryDirectory();
        ContextHandler context = null;
        try {
            File war = files.resolve(archive.getName()).toFile();
            archive.as(ZipExporter.class).exportTo(war);
            context = webAppContext(environment, war);
            context.setContextPath(contextPath(archive.getName()));
            context.setTempDirectory(files.resolve("work").toFile());
            context.setServer(contexts.getServer());
            context.start();
            contexts.addHandler(context);
            contexts.manage(context); // or the server does not see its sessions and cannot give them new ids
            return new DeployedWar(files, context);
        } catch (Exception | LinkageError e) {
            LifeCycle.stop(context);
            IO.delete(files);
            throw new DeploymentException("Jetty could not deploy " + archive.getName() + ": " + e, e);
        }
    }

    void undeploy(ContextHandlerCollection contexts) throws DeploymentException {
        try {
            contexts.removeHandler(context);
            context.stop();
            context.destroy();
        } catch (Exception e) {
            throw new DeploymentException("Jetty could not undeploy " + context.getContextPath() + ": " + e, e);
        } finally {
            IO.delete(files);
        }
    }

    String contextPath() {
        return context.getContextPath();
    }

    /** The names of the servlets, by which Arquillian finds the path of the application and its own runner. */
    Set<String> servletNames() throws DeploymentException {
        try {
            Object servletContext =
                    context.getClass().getMethod("getServletContext").invoke(context);
            return ((ServletContext) servletContext).getServletRegistrations().keySet();
        } catch (ReflectiveOperationException e) {
            throw new DeploymentException("Jetty does not tell its servlets", e);
        }
    }

    /** Each environment has its own class of this name; the one of the core has all that is needed otherwise. */
    private static ContextHandler webAppContext(String environment, File war) throws ReflectiveOperationException {
        Class<?> type = Class.forName("org.eclipse.jetty." + environment + ".webapp.WebAppContext");
        ContextHandler context = (ContextHandler) type.getConstructor().newInstance();
        type.getMethod("setWar", String.class).invoke(context, war.toURI().toString());
        type.getMethod("setThrowUnavailableOnStartupException", boolean.class).invoke(context, true);
        return context;
    }

    private static String contextPath(String archiveName) {
        String name = archiveName.endsWith(".war") ? archiveName.substring(0, archiveName.length() - 4) : archiveName;
        return name.equals("ROOT") ? "/" : "/" + name;
    }

    private static Path temporaryDirectory() throws DeploymentException {
        try {
            return Files.createTempDirectory("arquillian-jetty-");
        } catch (IOException e) {
            throw new DeploymentException("There is no temporary directory", e);
        }
    }
}
