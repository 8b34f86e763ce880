package org.cognito4j.jakarta.rest;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Application;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.RuntimeDelegate;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.Principal;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.cxf.jaxrs.impl.RuntimeDelegateImpl;
import org.apache.cxf.jaxrs.servlet.CXFNonSpringJaxrsServlet;
import org.cognito4j.config.Configuration;
import org.cognito4j.config.ConfigurationSource;
import org.cognito4j.config.ServiceSettingsReader;
import org.cognito4j.jakarta.CognitoService;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Apache CXF in a servlet container, with nothing but an application class. */
class CxfRegistrationTest {

    /** What is located. */
    public static class Item {

        /** For all that get here. */
        @GET
        public String get() {
            return "item";
        }

        /** For administrators. */
        @GET
        @Path("admin")
        @RolesAllowed("admin")
        public String admin() {
            return "admin";
        }
    }

    /** Has it said by its interface. */
    public interface Api {

        /** For administrators. */
        @GET
        @Path("by-interface")
        @RolesAllowed("admin")
        String byInterface();

        /** For no caller. */
        @GET
        @Path("none")
        @DenyAll
        String none();
    }

    /** Has locators and methods. */
    @Path("x")
    public static class Resource implements Api {

        /** Without an annotation. */
        @GET
        public String get() {
            return "x";
        }

        /** For administrators. */
        @GET
        @Path("admin")
        @RolesAllowed("admin")
        public String admin() {
            return "admin";
        }

        @Override
        public String byInterface() {
            return "by interface";
        }

        @Override
        public String none() {
            return "none";
        }

        /** For readers. */
        @Path("mine")
        @RolesAllowed("read")
        public Item mine() {
            return new Item();
        }

        /** Of any type, for administrators. */
        @Path("any")
        @RolesAllowed("admin")
        public Object any() {
            return new Item();
        }

        /** Of any type, for all. */
        @Path("open")
        public Object open() {
            return new Item();
        }
    }

    /** Makes an answer of every exception. */
    public static class Lenient implements ExceptionMapper<Throwable> {

        @Override
        public Response toResponse(Throwable failure) {
            return Response.ok("as if nothing had happened").build();
        }
    }

    /** Names the resource. */
    public static class Plain extends Application {

        @Override
        public Set<Class<?>> getClasses() {
            return Set.of(Resource.class);
        }
    }

    /** Names the resource, and a mapper that loses refusals. */
    public static class WithMapper extends Application {

        @Override
        public Set<Class<?>> getClasses() {
            return Set.of(Resource.class, Lenient.class);
        }
    }

    private static final Server SERVER = new Server();
    private static final CognitoService SERVICE =
            new CognitoService(ServiceSettingsReader.read(Configuration.of(List.of(ConfigurationSource.of(
                    "test",
                    Map.of(
                            "cognito.user-pool-id", "eu-west-1_AbCdEfGhI",
                            "cognito.client-ids", "client1",
                            "cognito.unannotated", "deny"))))));
    private static URI address;

    @BeforeAll
    static void start() throws Exception {
        RuntimeDelegate.setInstance(new RuntimeDelegateImpl());
        ServerConnector connector = new ServerConnector(SERVER);
        connector.setHost("127.0.0.1");
        SERVER.addConnector(connector);
        ServletContextHandler context = new ServletContextHandler("");
        context.setClassLoader(CxfRegistrationTest.class.getClassLoader());
        context.addFilter(new FilterHolder(new Callers()), "/*", EnumSet.of(DispatcherType.REQUEST));
        context.addServlet(servlet(Plain.class), "/plain/*");
        context.addServlet(servlet(WithMapper.class), "/mapped/*");
        SERVICE.shareWith(context.getServletContext());
        SERVER.setHandler(context);
        SERVER.start();
        address = URI.create("http://127.0.0.1:" + connector.getLocalPort() + "/");
    }

    @AfterAll
    static void stop() throws Exception {
        SERVER.stop();
        SERVICE.close();
        RuntimeDelegate.setInstance(null);
    }

    private static ServletHolder servlet(Class<?> application) {
        ServletHolder servlet = new ServletHolder(application.getSimpleName(), CXFNonSpringJaxrsServlet.class);
        servlet.setInitParameter("jakarta.ws.rs.Application", application.getName());
        return servlet;
    }

    @Test
    void protects_resource_methods() throws Exception {
        assertThat(status("plain/x/admin", "")).isEqualTo(401);
        assertThat(status("plain/x/admin", "read")).isEqualTo(403);
        assertThat(status("plain/x/admin", "admin")).isEqualTo(200);
        assertThat(status("plain/x/by-interface", "read")).isEqualTo(403);
        assertThat(status("plain/x/by-interface", "admin")).isEqualTo(200);
        assertThat(status("plain/x/none", "admin")).isEqualTo(403);
    }

    @Test
    void protects_what_locators_lead_to() throws Exception {
        assertThat(status("plain/x/mine", "admin")).isEqualTo(403);
        assertThat(status("plain/x/mine", "read")).isEqualTo(200);
        assertThat(status("plain/x/any", "read")).isEqualTo(403);
        assertThat(status("plain/x/any", "admin")).isEqualTo(200);
        assertThat(status("plain/x/open/admin", "read")).isEqualTo(403);
        assertThat(status("plain/x/open/admin", "admin")).isEqualTo(200);
    }

    @Test
    void refuses_what_has_no_annotation_if_that_is_set() throws Exception {
        assertThat(status("plain/x", "")).isEqualTo(401);
        assertThat(status("plain/x", "read")).isEqualTo(403);
        assertThat(status("plain/x/open", "read")).isEqualTo(403);
    }

    /** An answer that a filter gives is no exception. */
    @Test
    void keeps_a_refusal_from_mappers_of_the_application() throws Exception {
        assertThat(status("mapped/x/admin", "")).isEqualTo(401);
        assertThat(status("mapped/x/admin", "read")).isEqualTo(403);
        assertThat(status("mapped/x/none", "admin")).isEqualTo(403);
    }

    private static int status(String path, String role) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(address.resolve(path))
                .header("X-Role", role)
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).statusCode();
    }

    /** Gives callers the role that they name. */
    private static final class Callers extends HttpFilter {

        private static final long serialVersionUID = 1;

        @Override
        protected void doFilter(
                HttpServletRequest request,
                jakarta.servlet.http.HttpServletResponse response,
                jakarta.servlet.FilterChain chain)
                throws java.io.IOException, jakarta.servlet.ServletException {
            String role = request.getHeader("X-Role");
            chain.doFilter(
                    new HttpServletRequestWrapper(request) {
                        @Override
                        public Principal getUserPrincipal() {
                            return role.isEmpty() ? null : () -> "caller";
                        }

                        @Override
                        public boolean isUserInRole(String asked) {
                            return role.equals(asked);
                        }
                    },
                    response);
        }
    }
}
