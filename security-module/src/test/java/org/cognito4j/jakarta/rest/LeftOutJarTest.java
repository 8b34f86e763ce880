package org.cognito4j.jakarta.rest;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Application;
import jakarta.ws.rs.ext.RuntimeDelegate;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.logging.Level;
import org.cognito4j.jakarta.fake.LoggedLines;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.jboss.resteasy.plugins.server.servlet.HttpServletDispatcher;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** JAX-RS resources on a server that has run no initializer of the module. */
class LeftOutJarTest {

    /** For administrators. */
    @Path("orders")
    public static class Orders {

        /** For administrators. */
        @GET
        @RolesAllowed("admin")
        public String get() {
            return "secret";
        }

        /** For administrators. */
        @GET
        @Path("all")
        @RolesAllowed("admin")
        public String all() {
            return "secret";
        }
    }

    /** Has the resource. */
    public static class Api extends Application {

        @Override
        public Set<Class<?>> getClasses() {
            return Set.of(Orders.class);
        }
    }

    private final Server server = new Server();

    @TempDir
    private java.nio.file.Path files;

    @AfterEach
    void stop() throws Exception {
        server.stop();
        RuntimeDelegate.setInstance(null);
    }

    @Test
    void is_told_once_where_an_ordering_leaves_the_jar_out() throws Exception {
        List<String> lines = warningsOf("<absolute-ordering/>");

        assertThat(lines).singleElement().asString().contains("<absolute-ordering> in web.xml", "Add <others/>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<absolute-ordering><others/></absolute-ordering>"})
    void is_not_told_where_no_ordering_leaves_the_jar_out(String element) throws Exception {
        assertThat(warningsOf(element)).isEmpty();
    }

    /** The resource refuses its callers in any case. */
    private List<String> warningsOf(String element) throws Exception {
        RuntimeDelegate.setInstance(null);
        Files.createDirectories(files.resolve("WEB-INF"));
        Files.writeString(files.resolve("WEB-INF/web.xml"), "<web-app>" + element + "</web-app>");
        ServletHolder servlet = new ServletHolder("rest", HttpServletDispatcher.class);
        servlet.setInitParameter("jakarta.ws.rs.Application", Api.class.getName());
        ServletContextHandler application = new ServletContextHandler("/");
        application.setClassLoader(new ClassLoader(getClass().getClassLoader()) {});
        application.setBaseResourceAsPath(files);
        application.addServlet(servlet, "/*");
        ServerConnector connector = new ServerConnector(server);
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        server.setHandler(application);
        server.start();
        try (LoggedLines log = LoggedLines.of("org.cognito4j")) {
            URI address = URI.create("http://127.0.0.1:" + connector.getLocalPort() + "/orders");
            int status = HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
                    .statusCode();
            assertThat(status).isEqualTo(403);
            return log.lines(Level.WARNING);
        }
    }
}
