package org.cognito4j.jakarta.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.websocket.Endpoint;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import java.util.logging.Level;
import org.cognito4j.InvalidSettings;
import org.cognito4j.jakarta.fake.LoggedLines;
import org.cognito4j.jakarta.filter.CognitoFilter;
import org.cognito4j.jakarta.start.CognitoInitializer;
import org.eclipse.jetty.ee10.servlet.DefaultServlet;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.FilterMapping;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.resource.ResourceFactory;
import org.jboss.resteasy.plugins.server.servlet.FilterDispatcher;
import org.jboss.resteasy.plugins.server.servlet.HttpServletDispatcher;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Applications of many kinds on Jetty, each with a filter: it ends the deployment only where nothing can answer behind it. */
class OccupiedPathsTest {

    private final Server server = new Server();
    private final ServerConnector connector = new ServerConnector(server);
    private final ServletContextHandler application = new ServletContextHandler("/");

    @TempDir
    private Path files;

    @TempDir
    private Path others;

    private String webXml = "";

    @BeforeEach
    void deployFiles() throws IOException {
        Files.createDirectories(files.resolve("WEB-INF/classes"));
        file("docs/plan.txt");
        file("index.html");
    }

    @AfterEach
    void stop() throws Exception {
        server.stop();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/doc/*", "/docs/plan.md", "/docs/plan.txt/more", "/plan.txt", "/orders/*"})
    void are_none_where_nothing_lies(String pattern) {
        assertEnds(pattern);
    }

    @ParameterizedTest
    @CsvSource({
        "/docs/*, /docs/plan.txt",
        "/docs, /docs",
        "/docs/plan.txt, /docs/plan.txt",
        "/docs/plan.txt/*, /docs/plan.txt",
        "/index.html, /index.html",
        "*.html, /index.html",
        "/*, /docs/plan.txt"
    })
    void are_those_of_static_files(String pattern, String path) throws Exception {
        start(pattern);

        assertThat(statusOf(path)).isEqualTo(401);
    }

    @Test
    void are_those_of_files_in_libraries() throws Exception {
        Files.createDirectories(others.resolve("help"));
        Files.writeString(others.resolve("help/page.html"), "here");
        ResourceFactory resources = ResourceFactory.of(application);
        application.setBaseResource(
                ResourceFactory.combine(resources.newResource(files), resources.newResource(others)));

        start("/help/*");

        assertThat(statusOf("/help/page.html")).isEqualTo(401);
    }

    @Test
    void are_all_where_the_default_servlet_is_of_the_application() throws Exception {
        application.addServlet(new ServletHolder("default", new Answering()), "/");

        start("/orders/*");

        assertThat(statusOf("/orders/1")).isEqualTo(401);
        assertThat(statusOf("/others/1")).isEqualTo(200);
    }

    @Test
    void are_all_where_the_default_servlet_has_its_files_elsewhere() throws Exception {
        Files.createDirectories(others.resolve("orders"));
        Files.writeString(others.resolve("orders/1.txt"), "here");
        ServletHolder servlet = new ServletHolder("default", DefaultServlet.class);
        servlet.setInitParameter("baseResource", others.toString());
        application.addServlet(servlet, "/");

        start("/orders/*");

        assertThat(statusOf("/orders/1.txt")).isEqualTo(401);
    }

    @Test
    void are_those_of_servlets_that_a_listener_registers() throws Exception {
        application.addEventListener(new ServletContextListener() {
            @Override
            public void contextInitialized(ServletContextEvent event) {
                event.getServletContext().addServlet("late", new Answering()).addMapping("/orders/*");
            }
        });

        start("/orders/*");

        assertThat(statusOf("/orders/1")).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/*", "/api/orders"})
    void are_those_of_resources_behind_a_servlet(String pattern) throws Exception {
        ServletHolder resources = new ServletHolder("jakarta.ws.rs.core.Application", HttpServletDispatcher.class);
        application.addServlet(resources, "/api/*");

        start(pattern);

        assertThat(statusOf("/api/orders")).isEqualTo(401);
    }

    @Test
    void are_those_of_resources_behind_a_filter_of_the_server() throws Exception {
        application.setClassLoader(apart());
        application.addFilter(FilterDispatcher.class, "/api/*", EnumSet.of(DispatcherType.REQUEST));

        start("/api/*");

        assertThat(statusOf("/api/orders")).isEqualTo(401);
    }

    @Test
    void are_those_that_a_filter_forwards() throws Exception {
        application.addFilter(Forwarding.class, "/app/*", EnumSet.of(DispatcherType.REQUEST));

        start("/app/*");

        assertThat(statusOf("/app/orders")).isEqualTo(401);
    }

    @Test
    void are_those_that_a_filter_of_a_shared_library_forwards() throws Exception {
        application.setClassLoader(apart());
        application.addFilter(Forwarding.class, "/app/*", EnumSet.of(DispatcherType.REQUEST));

        start("/app/*");

        assertThat(statusOf("/app/orders")).isEqualTo(401);
    }

    @Test
    void are_those_that_a_lambda_answers() throws Exception {
        Filter answering = (request, response, chain) -> response.getWriter().print("here");
        application.addServletContainerInitializer((none, context) -> context.addFilter("page", answering)
                .addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), true, "/app/*"));

        start("/app/*");

        assertThat(statusOf("/app/orders")).isEqualTo(401);
    }

    @Test
    void may_be_of_any_extension_of_a_servlet_of_a_shared_library() throws Exception {
        application.setClassLoader(apart());
        application.addServlet(new ServletHolder("faces", Answering.class), "*.faces");

        start("/orders.faces");

        assertThat(statusOf("/orders.faces")).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/index.html", "/index.html?missing"})
    void may_be_all_where_the_first_page_is_shown_for_what_is_missing(String location) throws Exception {
        webXml = "<error-page><error-code>404</error-code><location>" + location + "</location></error-page>";

        try (LoggedLines log = LoggedLines.of("org.cognito4j")) {
            start("/app/*");
            assertThat(log.lines(Level.WARNING)).anyMatch(line -> line.contains("protects nothing at /app/*"));
        }

        assertThat(statusOf("/app/orders")).isEqualTo(401);
    }

    @Test
    void are_none_where_a_page_says_that_something_is_missing() {
        webXml = "<error-page><error-code>404</error-code><location>/docs/plan.txt</location></error-page>"
                + "<error-page><error-code>500</error-code><location>/index.html</location></error-page>";

        assertEnds("/app/*");
    }

    @Test
    void are_unknown_where_there_are_endpoints() throws Exception {
        try (InputStream compiled = getClass().getResourceAsStream("OccupiedPathsTest$OrdersEndpoint.class")) {
            Files.copy(compiled, files.resolve("WEB-INF/classes/Endpoint.class"));
        }

        assertThatCode(() -> start("/socket/*")).doesNotThrowAnyException();
    }

    private void assertEnds(String pattern) {
        assertThatThrownBy(() -> start(pattern))
                .isInstanceOf(InvalidSettings.class)
                .hasMessageContaining("is mapped to " + pattern + ", where the application has no servlet");
    }

    private void start(String pattern) throws Exception {
        Files.writeString(files.resolve("WEB-INF/web.xml"), "<web-app>" + webXml + "</web-app>");
        Map.of("cognito.user-pool-id", "eu-west-1_AbCdEfGhI", "cognito.client-ids", "client1")
                .forEach(application::setInitParameter);
        if (application.getBaseResource() == null) {
            application.setBaseResourceAsPath(files);
        }
        if (application.getServletHandler().getServletMapping("/") == null) {
            application.addServlet(new ServletHolder("default", DefaultServlet.class), "/");
        }
        if (application.getClassLoader() == null) {
            application.setClassLoader(getClass().getClassLoader());
        }
        FilterHolder filter = new FilterHolder(CognitoFilter.class);
        FilterMapping mapping = new FilterMapping();
        mapping.setFilterName(filter.getName());
        mapping.setPathSpec(pattern);
        application.getServletHandler().prependFilter(filter);
        application.getServletHandler().prependFilterMapping(mapping);
        application.addServletContainerInitializer(new CognitoInitializer());
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        server.setHandler(application);
        server.start();
    }

    private void file(String path) throws IOException {
        Path file = files.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "here");
    }

    /** A class loader that has no classes: all are its parent's. */
    private ClassLoader apart() {
        return new URLClassLoader(new URL[0], getClass().getClassLoader());
    }

    private int statusOf(String path) throws Exception {
        URI address = URI.create("http://127.0.0.1:" + connector.getLocalPort() + path);
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
                .statusCode();
    }

    /** Answers everywhere. */
    public static class Answering extends HttpServlet {

        private static final long serialVersionUID = 1;

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            response.getWriter().print("here");
        }
    }

    /** Shows the first page for all paths, as an application of a single page does. */
    public static class Forwarding extends HttpFilter {

        private static final long serialVersionUID = 1;

        @Override
        protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws IOException, ServletException {
            request.getRequestDispatcher("/index.html").forward(request, response);
        }
    }

    /** Is looked at and never made. */
    public abstract static class OrdersEndpoint extends Endpoint {}
}
