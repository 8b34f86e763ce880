package org.cognito4j.jakarta.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.security.RolesAllowed;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Application;
import jakarta.ws.rs.ext.RuntimeDelegate;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.cognito4j.InvalidSettings;
import org.cognito4j.config.Configuration;
import org.cognito4j.config.ConfigurationSource;
import org.cognito4j.config.ServiceSettingsReader;
import org.cognito4j.jakarta.CognitoService;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.jboss.resteasy.plugins.server.servlet.HttpServletDispatcher;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** JAX-RS implementations that do not ask this module, in a servlet container. */
class UncheckedResourceFilterTest {

    /** For administrators. */
    @Path("x")
    public static class Restricted {

        /** For administrators. */
        @GET
        @RolesAllowed("admin")
        public String get() {
            return "secret";
        }
    }

    /** For the method {@code GET}, as JAX-RS's own annotation. */
    @HttpMethod("GET")
    @Retention(RetentionPolicy.RUNTIME)
    public @interface Fetch {}

    /** For administrators, by a designator of its own. */
    @Path("x")
    public static class RestrictedByOwnDesignator {

        /** For administrators. */
        @Fetch
        @RolesAllowed("admin")
        public String get() {
            return "secret";
        }
    }

    /** For all callers. */
    @Path("x")
    public static class Open {

        /** For all callers. */
        @GET
        public String get() {
            return "open";
        }
    }

    /** For administrators, by locators alone: implementations may ask for the checks of what they return when it is called. */
    @Path("x")
    public static class LocatorsAlone {

        /** For administrators. */
        @Path("item")
        @RolesAllowed("admin")
        public Open item() {
            return new Open();
        }
    }

    /** Has locators alone. */
    public static class OfLocators extends Application {

        @Override
        public Set<Class<?>> getClasses() {
            return Set.of(LocatorsAlone.class);
        }
    }

    /** Keeps RESTEasy from looking for features. */
    public static class WithoutServices extends Application {

        @Override
        public Set<Class<?>> getClasses() {
            return Set.of(Restricted.class);
        }

        @Override
        public Map<String, Object> getProperties() {
            return Map.of("jakarta.ws.rs.loadServices", false);
        }
    }

    /** A JAX-RS implementation that knows no features. */
    public static class UnknownImplementation extends HttpServlet {

        private static final long serialVersionUID = 1;
        private static final AtomicInteger CALLS = new AtomicInteger();

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            CALLS.incrementAndGet();
            response.getWriter().print("secret".repeat(100_000));
            response.flushBuffer();
        }
    }

    private final Server server = new Server();
    private final ServletContextHandler context = new ServletContextHandler("");
    private final CognitoService service =
            new CognitoService(ServiceSettingsReader.read(Configuration.of(List.of(ConfigurationSource.of(
                    "test", Map.of("cognito.user-pool-id", "eu-west-1_AbCdEfGhI", "cognito.client-ids", "client1"))))));

    private volatile boolean closed;

    /** What the application has in its own libraries; all else is the server's. */
    private Set<Class<?>> own = Set.of();

    @TempDir
    private java.nio.file.Path files;

    @BeforeEach
    void forgetCalls() {
        UnknownImplementation.CALLS.set(0);
    }

    @AfterEach
    void stop() throws Exception {
        server.stop();
        service.close();
        RuntimeDelegate.setInstance(null);
    }

    @Test
    void refuses_all_where_an_unknown_implementation_serves_annotated_resources() throws Exception {
        URI address = start(new ServletHolder("unknown", UnknownImplementation.class), Restricted.class, Map.of());

        HttpResponse<String> answer = get(address);
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).doesNotContain("secret");
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(get(address).statusCode()).isEqualTo(503);
    }

    @Test
    void calls_no_implementation_that_has_not_asked_though_methods_have_designators_of_the_application()
            throws Exception {
        copy(Fetch.class, "Fetch.class");
        URI address = start(
                new ServletHolder("unknown", UnknownImplementation.class), RestrictedByOwnDesignator.class, Map.of());

        assertThat(get(address).statusCode()).isEqualTo(503);
        assertThat(UnknownImplementation.CALLS).hasValue(0);
    }

    /** As WildFly's RESTEasy beside another implementation in the application. */
    @Test
    void refuses_an_unknown_implementation_of_the_application_though_that_of_the_server_has_asked() throws Exception {
        own = Set.of(UnknownImplementation.class);
        ServletHolder unknown = new ServletHolder();
        unknown.setName("unknown");
        unknown.setClassName(UnknownImplementation.class.getName());
        unknown.setInitParameter("jakarta.ws.rs.Application", WithoutServices.class.getName());
        context.addServlet(unknown, "/other/*");
        URI address = start(new ServletHolder("rest", HttpServletDispatcher.class), Restricted.class, Map.of());

        assertThat(get(address).statusCode()).isEqualTo(401);
        HttpResponse<String> other = get(address.resolve("/other/x"));
        assertThat(other.statusCode()).isEqualTo(503);
        assertThat(other.body()).doesNotContain("secret");
    }

    @Test
    void refuses_all_where_an_unknown_implementation_of_the_application_is_a_filter() throws Exception {
        own = Set.of(UnknownFilter.class);
        FilterHolder unknown = new FilterHolder();
        unknown.setName("unknown");
        unknown.setClassName(UnknownFilter.class.getName());
        unknown.setInitParameter("jakarta.ws.rs.Application", WithoutServices.class.getName());
        context.addFilter(unknown, "/*", EnumSet.of(DispatcherType.REQUEST));
        URI address = start(new ServletHolder("rest", HttpServletDispatcher.class), Restricted.class, Map.of());

        for (int i = 0; i < 2; i++) {
            HttpResponse<String> answer = get(address);
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.body()).doesNotContain("secret");
        }
    }

    @Test
    void takes_a_subclass_in_the_application_for_the_implementation_of_the_server() throws Exception {
        own = Set.of(OwnDispatcher.class);
        ServletHolder servlet = new ServletHolder();
        servlet.setName("rest");
        servlet.setClassName(OwnDispatcher.class.getName());

        assertThat(get(start(servlet, Restricted.class, Map.of())).statusCode()).isEqualTo(401);
    }

    /** The same implementation, known by its name, in the application. */
    public static class OwnDispatcher extends HttpServletDispatcher {

        private static final long serialVersionUID = 1;
    }

    /** A JAX-RS implementation that knows no features, as a filter. */
    public static class UnknownFilter implements Filter {

        @Override
        public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain) throws IOException {
            response.getWriter().print("secret");
        }
    }

    /** Defines some classes itself, as a container does with those of an application. */
    private static final class Libraries extends ClassLoader {

        private final Map<String, Class<?>> own = new HashMap<>();

        Libraries(Set<Class<?>> types) {
            super(UncheckedResourceFilterTest.class.getClassLoader());
            types.forEach(type -> own.put(type.getName(), type));
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            synchronized (getClassLoadingLock(name)) {
                Class<?> known = findLoadedClass(name);
                if (known != null || !own.containsKey(name)) {
                    return known == null ? super.loadClass(name, resolve) : known;
                }
                try (InputStream compiled = getResourceAsStream(name.replace('.', '/') + ".class")) {
                    byte[] bytes = compiled.readAllBytes();
                    return defineClass(name, bytes, 0, bytes.length);
                } catch (IOException e) {
                    throw new ClassNotFoundException(name, e);
                }
            }
        }
    }

    @Test
    void lets_resources_without_annotations_alone() throws Exception {
        URI address = start(new ServletHolder("unknown", UnknownImplementation.class), Open.class, Map.of());

        assertThat(get(address).body()).startsWith("secret");
    }

    @Test
    void protects_resources_where_resteasy_looks_for_no_features() throws Exception {
        URI address = start(
                new ServletHolder("rest", HttpServletDispatcher.class),
                Restricted.class,
                Map.of("resteasy.use.builtin.providers", "false"));

        assertThat(get(address).statusCode()).isEqualTo(401);
    }

    @Test
    void protects_resources_that_only_locators_lead_to() throws Exception {
        URI address = start(
                new ServletHolder("rest", HttpServletDispatcher.class),
                LocatorsAlone.class,
                Map.of("jakarta.ws.rs.Application", OfLocators.class.getName()));

        URI item = URI.create(address + "/item");
        assertThat(get(item).statusCode()).isEqualTo(401);
        assertThat(get(item).statusCode()).isEqualTo(401);
    }

    /** As {@code CognitoFilter} does in front of a JAX-RS implementation that asks for checks with the first request. */
    @Test
    void counts_no_request_that_another_filter_answers() throws Exception {
        closed = true;
        URI address = start(
                new ServletHolder("rest", HttpServletDispatcher.class),
                LocatorsAlone.class,
                Map.of("jakarta.ws.rs.Application", OfLocators.class.getName()));
        URI item = URI.create(address + "/item");

        assertThat(get(item).statusCode()).isEqualTo(418);
        assertThat(get(item).body()).isEqualTo("closed");

        closed = false;
        assertThat(get(item).statusCode()).isEqualTo(401);
    }

    @Test
    void refuses_all_where_an_unknown_implementation_serves_locators() throws Exception {
        URI address = start(new ServletHolder("unknown", UnknownImplementation.class), LocatorsAlone.class, Map.of());

        for (int i = 0; i < 3; i++) {
            HttpResponse<String> answer = get(address);
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.body()).doesNotContain("secret");
        }
    }

    /** A filter answers by itself: what stands behind all filters is not reached then. */
    @Test
    void refuses_all_where_an_unknown_implementation_serves_locators_as_a_filter() throws Exception {
        FilterHolder implementation = new FilterHolder(
                (request, response, chain) -> response.getWriter().print("secret"));
        implementation.setInitParameter("jakarta.ws.rs.Application", OfLocators.class.getName());
        context.addFilter(implementation, "/*", EnumSet.of(DispatcherType.REQUEST));
        URI address = start(new ServletHolder("unknown", UnknownImplementation.class), LocatorsAlone.class, Map.of());

        for (int i = 0; i < 3; i++) {
            HttpResponse<String> answer = get(address);
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.body()).doesNotContain("secret");
        }
    }

    /** A dispatch by name passes the filters alone that are mapped to the servlet's name. */
    @Test
    void refuses_an_unknown_implementation_that_another_part_of_the_application_calls_by_name() throws Exception {
        context.addServlet(new ServletHolder(new Dispatching()), "/dispatching/*");
        URI address = start(new ServletHolder("unknown", UnknownImplementation.class), Restricted.class, Map.of());

        HttpResponse<String> forwarded = get(address.resolve("/dispatching/forward"));
        assertThat(forwarded.statusCode()).isEqualTo(503);
        assertThat(forwarded.body()).doesNotContain("secret");
        assertThat(get(address.resolve("/dispatching/include")).body()).doesNotContain("secret");
        assertThat(UnknownImplementation.CALLS).hasValue(0);
    }

    @Test
    void shows_no_answer_of_locators_that_another_part_of_the_application_calls_by_name() throws Exception {
        context.addServlet(new ServletHolder(new Dispatching()), "/dispatching/*");
        URI address = start(new ServletHolder("unknown", UnknownImplementation.class), LocatorsAlone.class, Map.of());

        for (int i = 0; i < 2; i++) {
            assertThat(get(address.resolve("/dispatching/forward")).statusCode())
                    .isEqualTo(503);
            assertThat(get(address.resolve("/dispatching/include")).body()).doesNotContain("secret");
        }
    }

    @Test
    void leaves_dispatches_by_name_to_resources_without_annotations_alone() throws Exception {
        context.addServlet(new ServletHolder(new Dispatching()), "/dispatching/*");
        URI address = start(new ServletHolder("unknown", UnknownImplementation.class), Open.class, Map.of());

        assertThat(get(address.resolve("/dispatching/forward")).body()).startsWith("secret");
    }

    /** Calls the implementation by the name of its servlet. */
    private static final class Dispatching extends HttpServlet {

        private static final long serialVersionUID = 1;

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response)
                throws ServletException, IOException {
            RequestDispatcher unknown = getServletContext().getNamedDispatcher("unknown");
            if (request.getPathInfo().equals("/include")) {
                unknown.include(request, response);
            } else {
                unknown.forward(request, response);
            }
        }
    }

    @Test
    void ends_the_deployment_where_resteasy_is_to_disable_the_checks() {
        assertThatThrownBy(() -> start(
                        new ServletHolder("rest", HttpServletDispatcher.class),
                        Restricted.class,
                        Map.of("resteasy.disable.providers", "a.B, org.cognito4j.jakarta.rest.RolesAllowedFeature")))
                .isInstanceOf(InvalidSettings.class)
                .hasMessageContaining("resteasy.disable.providers");
    }

    /** As where a file or a library of RESTEasy's own has the setting, which only RESTEasy reads. */
    @Test
    void refuses_all_where_resteasy_has_dropped_the_checks() throws Exception {
        ServletHolder servlet = new ServletHolder("rest", Dropping.class);

        URI address = start(servlet, Restricted.class, Map.of());

        assertThat(get(address).statusCode()).isEqualTo(503);
    }

    /** Finds a setting that this module cannot read. */
    public static class Dropping extends HttpServletDispatcher {

        private static final long serialVersionUID = 1;

        @Override
        public void init(ServletConfig config) throws ServletException {
            System.setProperty("resteasy.disable.providers", RolesAllowedFeature.class.getName());
            try {
                super.init(config);
            } finally {
                System.clearProperty("resteasy.disable.providers");
            }
        }
    }

    private URI start(ServletHolder servlet, Class<?> resource, Map<String, String> parameters) throws Exception {
        RuntimeDelegate.setInstance(null);
        copy(resource, "Resource.class");
        servlet.setInitParameter(
                "jakarta.ws.rs.Application",
                parameters.getOrDefault("jakarta.ws.rs.Application", WithoutServices.class.getName()));
        ServerConnector connector = new ServerConnector(server);
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        context.setClassLoader(new Libraries(own));
        context.setBaseResourceAsPath(files);
        parameters.forEach(context::setInitParameter);
        context.addServlet(servlet, "/*");
        service.shareWith(context.getServletContext());
        context.addServletContainerInitializer((none, application) -> {
            new RestEasyProviders(application).add();
            UncheckedResourceFilter.addTo(application);
        });
        context.addFilter(this::answerIfClosed, "/*", EnumSet.of(DispatcherType.REQUEST));
        context.addEventListener(new ServletContextListener() {
            @Override
            public void contextInitialized(ServletContextEvent event) {
                new RestEasyProviders(event.getServletContext()).requireEnabled();
            }
        });
        server.setHandler(context);
        server.start();
        return URI.create("http://127.0.0.1:" + connector.getLocalPort() + "/x");
    }

    private void answerIfClosed(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (closed) {
            ((HttpServletResponse) response).setStatus(418);
            response.getWriter().print("closed");
        } else {
            chain.doFilter(request, response);
        }
    }

    /** Classes of this package count as the module's own, so it lies where the application's are. */
    private void copy(Class<?> type, String file) throws IOException {
        java.nio.file.Path classes = Files.createDirectories(files.resolve("WEB-INF/classes"));
        try (InputStream compiled = type.getResourceAsStream(
                type.getName().substring(type.getPackageName().length() + 1) + ".class")) {
            Files.copy(compiled, classes.resolve(file));
        }
    }

    private static HttpResponse<String> get(URI address) throws Exception {
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
    }
}
