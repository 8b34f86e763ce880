package org.cognito4j.jakarta.audit;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.servlet.ServletContext;
import jakarta.servlet.annotation.HttpConstraint;
import jakarta.servlet.annotation.ServletSecurity;
import jakarta.servlet.http.HttpServlet;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Application;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.cognito4j.jakarta.access.RequiresScope;
import org.cognito4j.jakarta.application.ClassFile;
import org.cognito4j.jakarta.application.ClassFile.Marker;
import org.cognito4j.jakarta.application.ClassFile.Method;
import org.cognito4j.jakarta.application.ScannedClasses;
import org.cognito4j.jakarta.constraint.ConstraintReader;
import org.cognito4j.jakarta.fake.FakeServlets;
import org.cognito4j.jakarta.metadata.ScopeNeed;
import org.junit.jupiter.api.Test;

class AskedScopesTest {

    private static final String REQUIRES_SCOPE = RequiresScope.class.getName();

    private final FakeServlets servlets = new FakeServlets();

    @ApplicationPath("rest")
    public static class RestApplication extends Application {}

    @RequiresScope("audit")
    @Retention(RetentionPolicy.RUNTIME)
    public @interface Audited {}

    public interface Contract {
        @POST
        @Path("contract")
        @RolesAllowed("by-contract")
        void contract();
    }

    @Path("orders")
    @RolesAllowed("by-class")
    public static class Orders implements Contract {

        @GET
        public String list() {
            return "";
        }

        @GET
        @Path("{id}/lines")
        @RolesAllowed({"lines", "admin"})
        public String lines() {
            return "";
        }

        @GET
        @Path("open")
        @PermitAll
        public String open() {
            return "";
        }

        @GET
        @Path("audited/x{id}")
        @Audited
        public String audited() {
            return "";
        }

        @Override
        public void contract() {}

        @RolesAllowed("no-resource-method")
        public void other() {}
    }

    /** All of whose methods say themselves what they ask for. */
    @RolesAllowed("asked-by-no-method")
    @Path("own")
    public static class Own {

        @GET
        @RequiresScope("whole/scope")
        @RolesAllowed("own")
        public String own() {
            return "";
        }
    }

    public static class Bean {

        @RequiresScope("bean")
        public void work() {}
    }

    @RolesAllowed("servlet")
    @ServletSecurity(@HttpConstraint(rolesAllowed = "constraint"))
    public static class Servlet extends HttpServlet {
        private static final long serialVersionUID = 1;
    }

    @Test
    void are_those_of_resource_methods_on_their_paths() throws IOException {
        assertThat(found(RestApplication.class, Contract.class, Audited.class, Orders.class, Own.class))
                .containsExactlyInAnyOrder(
                        need("/rest/orders/*", Set.of("by-class"), Set.of()),
                        need("/rest/orders/*", Set.of("lines", "admin"), Set.of()),
                        need("/rest/orders/contract/*", Set.of("by-contract"), Set.of()),
                        need("/rest/orders/audited/*", Set.of("by-class"), Set.of("audit")),
                        need("/rest/own/*", Set.of("own"), Set.of("whole/scope")));
    }

    @Test
    void are_those_of_beans_and_servlets() throws IOException {
        servlets.servlets = List.of(Servlet.class);

        assertThat(found(Bean.class, Servlet.class))
                .contains(
                        new ScopeNeed(Set.of(), Set.of(), Set.of("bean")),
                        need("/Servlet", Set.of("servlet"), Set.of()));
    }

    /** Its annotation is in no library of these tests. */
    @Test
    void are_those_of_endpoints() throws IOException {
        Map<String, Marker> annotations = Map.of(
                "jakarta.websocket.server.ServerEndpoint",
                new Marker(Map.of("value", List.of("/socket/{room}")), Map.of()),
                REQUIRES_SCOPE,
                new Marker(Map.of("value", List.of("talk")), Map.of()));
        ClassFile endpoint = new ClassFile(
                "Endpoint",
                "java.lang.Object",
                List.of(),
                false,
                annotations,
                List.of(new Method("message", "()V", Map.of())));

        assertThat(found(Map.of("Endpoint", endpoint))).containsExactly(need("/socket/*", Set.of(), Set.of("talk")));
    }

    @Test
    void are_those_of_constraints_and_filters() throws IOException {
        servlets.webXml = """
                <web-app><security-constraint>
                  <web-resource-collection><url-pattern>/a/*</url-pattern></web-resource-collection>
                  <auth-constraint><role-name>reader</role-name></auth-constraint>
                </security-constraint><security-constraint>
                  <web-resource-collection><url-pattern>/any/*</url-pattern></web-resource-collection>
                  <auth-constraint><role-name>*</role-name></auth-constraint>
                </security-constraint><security-constraint>
                  <web-resource-collection><url-pattern>/closed/*</url-pattern></web-resource-collection>
                  <auth-constraint/>
                </security-constraint>
                <security-role><role-name>declared</role-name></security-role></web-app>
                """;
        servlets.filterParameters.put("required-scopes", "x, other/y");
        servlets.filterPatterns = List.of("/filtered/*", "/b");

        assertThat(found())
                .containsExactlyInAnyOrder(
                        need("/a/*", Set.of("reader"), Set.of()),
                        need("/any/*", Set.of("declared"), Set.of()),
                        new ScopeNeed(Set.of("/filtered/*", "/b"), Set.of(), Set.of("x", "other/y")));
    }

    private static ScopeNeed need(String pattern, Set<String> roles, Set<String> scopes) {
        return new ScopeNeed(Set.of(pattern), roles, scopes);
    }

    private List<ScopeNeed> found(Class<?>... types) throws IOException {
        Map<String, ClassFile> classes = new TreeMap<>();
        for (Class<?> type : types) {
            try (InputStream in = type.getResourceAsStream("/" + type.getName().replace('.', '/') + ".class")) {
                ClassFile read = ClassFile.read(in);
                classes.put(read.name(), read);
            }
        }
        return found(classes);
    }

    private List<ScopeNeed> found(Map<String, ClassFile> classes) throws IOException {
        ServletContext application = servlets.context();
        if (servlets.webXml != null) {
            new ConstraintReader(application).read().publishIn(application);
        }
        Map<String, Set<String>> patterns =
                servlets.servlets.isEmpty() ? Map.of() : Map.of(Servlet.class.getName(), Set.of("/Servlet"));
        return new AskedScopes(application, new ScannedClasses(classes), patterns)
                .find()
                .all();
    }
}
