package org.cognito4j.jakarta.misplaced;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.ServletSecurity;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Application;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.logging.Level;
import org.cognito4j.InvalidSettings;
import org.cognito4j.SettingFault;
import org.cognito4j.config.Configuration;
import org.cognito4j.config.ConfigurationSource;
import org.cognito4j.jakarta.access.RequiresClaim;
import org.cognito4j.jakarta.access.RequiresScope;
import org.cognito4j.jakarta.fake.FakeServlets;
import org.cognito4j.jakarta.fake.LoggedLines;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MisplacedAnnotationsTest {

    private final FakeServlets servlets = new FakeServlets();
    private final ApplicationBeans beans = new ApplicationBeans();

    @Retention(RetentionPolicy.RUNTIME)
    @RequiresScope("admin")
    @interface Administering {}

    @RequiresScope("admin")
    static class ScopedServlet extends HttpServlet {
        private static final long serialVersionUID = 1;
    }

    static class RolesServlet extends HttpServlet {
        private static final long serialVersionUID = 1;

        @Override
        @RolesAllowed("admin")
        protected void doGet(HttpServletRequest request, HttpServletResponse response) {}
    }

    @DenyAll
    static class ClosedFilter implements Filter {
        @Override
        public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain) {}
    }

    @Administering
    static class Listener implements ServletContextListener {}

    @RolesAllowed("admin")
    static class RestApplication extends Application {}

    @RequiresScope("admin")
    static class RestFilter implements ContainerRequestFilter {
        @Override
        public void filter(ContainerRequestContext request) {}
    }

    static class PrivateMethod {
        @RequiresScope("admin")
        private void purge() {}
    }

    static class StaticMethod {
        @DenyAll
        static void purge() {}
    }

    static class FinalMethod {
        @Administering
        public final void purge() {}
    }

    static class MethodOfLifeCycle {
        @PostConstruct
        @RequiresScope("admin")
        public void purge() {}
    }

    static class PublicMethod {
        @RequiresScope("admin")
        public void purge() {}
    }

    static class ClaimOnPrivateMethod {
        @RequiresClaim(name = "tier", value = "gold")
        private void purge() {}
    }

    static class ClaimsOnStaticMethod {
        @RequiresClaim(name = "tier", value = "gold")
        @RequiresClaim(name = "tenant")
        static void purge() {}
    }

    @RequiresClaim(name = "tier", value = "gold")
    static class ClaimedServlet extends HttpServlet {
        private static final long serialVersionUID = 1;
    }

    /** Has no annotation of its own, and a template without the parameter. */
    @Path("orders/{id}")
    static class HeirOfClaim extends ClaimedBase {
        @Override
        public String get() {
            return "orders";
        }
    }

    abstract static class ClaimedBase {
        @GET
        @RequiresClaim(name = "tenant", path = "tenantId")
        public abstract String get();
    }

    @RolesAllowed("admin")
    static class Roles {}

    @Path("orders")
    static class Orders {
        @GET
        @RequiresScope("admin")
        public String get() {
            return purge();
        }

        @RequiresScope("admin")
        public String purge() {
            return "purged";
        }
    }

    @Path("open")
    static class RestOrders {
        @GET
        @RequiresScope("admin")
        @RolesAllowed("admin")
        public final String get() {
            return "orders";
        }
    }

    interface Api {
        @RequiresScope("admin")
        void purge();
    }

    abstract static class Base {
        @RequiresScope("admin")
        public void purge() {}
    }

    @ServletSecurity
    static class Helper {}

    @PermitAll
    static class Open extends HttpServlet {
        private static final long serialVersionUID = 1;
    }

    static class Both {
        @RolesAllowed("admin")
        public void purge() {}
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                ScopedServlet.class,
                ClaimedServlet.class,
                ClaimOnPrivateMethod.class,
                ClaimsOnStaticMethod.class,
                RolesServlet.class,
                ClosedFilter.class,
                Listener.class,
                RestApplication.class,
                RestFilter.class,
                PrivateMethod.class,
                StaticMethod.class,
                FinalMethod.class,
                MethodOfLifeCycle.class,
                PublicMethod.class,
                Roles.class,
                Orders.class,
                Helper.class
            })
    void end_the_deployment_with_the_class_and_the_method(Class<?> type) throws IOException {
        deploy(type);
        deploy(Administering.class);

        assertThatThrownBy(() -> run("fail"))
                .isInstanceOf(InvalidSettings.class)
                .hasMessageContaining(type.getName());
    }

    @ParameterizedTest
    @ValueSource(classes = {PrivateMethod.class, StaticMethod.class, FinalMethod.class, MethodOfLifeCycle.class})
    void end_the_deployment_also_on_methods_of_a_bean_that_have_no_interceptor(Class<?> type) throws IOException {
        deploy(type);
        deploy(Administering.class);
        beans.manages(type);

        assertThatThrownBy(() -> run("fail"))
                .isInstanceOf(InvalidSettings.class)
                .hasMessageContaining(type.getName() + ".purge");
    }

    @ParameterizedTest
    @ValueSource(classes = {PublicMethod.class, Roles.class, Orders.class})
    void are_none_on_what_cdi_makes(Class<?> type) throws IOException {
        deploy(type);
        beans.manages(type);

        assertThatCode(() -> run("fail")).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(classes = {RestOrders.class, Api.class, Base.class, Administering.class, Open.class})
    void are_none_on_resources_and_on_what_others_inherit_from(Class<?> type) throws IOException {
        deploy(type);

        assertThatCode(() -> run("fail")).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javax.annotation.security.RolesAllowed",
                "org.springframework.security.access.prepost.PreAuthorize"
            })
    void end_the_deployment_where_they_are_of_another_world(String annotation) throws IOException {
        servlets.resources.put(
                path(Both.class),
                replaced(bytes(Both.class), descriptor(RolesAllowed.class.getName()), descriptor(annotation)));

        assertThatThrownBy(() -> run("fail"))
                .isInstanceOf(InvalidSettings.class)
                .hasMessageContaining(Both.class.getName() + ".purge")
                .hasMessageContaining(annotation.substring(annotation.lastIndexOf('.') + 1));
    }

    @Test
    void end_the_deployment_with_all_of_them_in_one_message() throws IOException {
        List.of(ScopedServlet.class, PrivateMethod.class, Roles.class).forEach(this::deployUnchecked);

        assertThatThrownBy(() -> run("fail"))
                .hasMessageContaining("ScopedServlet")
                .hasMessageContaining("PrivateMethod.purge")
                .hasMessageContaining("Roles");
    }

    @Test
    void are_found_in_libraries_that_stay_packed() throws IOException {
        servlets.resources.put("/WEB-INF/lib/orders.jar", library());

        assertThatThrownBy(() -> run("fail")).hasMessageContaining("PublicMethod");
    }

    @Test
    void are_found_in_libraries_that_are_files(@TempDir java.nio.file.Path directory) throws IOException {
        java.nio.file.Path file = Files.write(directory.resolve("orders.jar"), library());
        servlets.resources.put("/WEB-INF/lib/orders.jar", new byte[0]);
        servlets.realPaths.put("/WEB-INF/lib/orders.jar", file.toString());

        assertThatThrownBy(() -> run("fail")).hasMessageContaining("PublicMethod");
    }

    private static byte[] library() throws IOException {
        ByteArrayOutputStream library = new ByteArrayOutputStream();
        try (JarOutputStream jar = new JarOutputStream(library)) {
            jar.putNextEntry(new JarEntry("com/example/PublicMethod.class"));
            jar.write(bytes(PublicMethod.class));
        }
        return library.toByteArray();
    }

    @Test
    void end_the_deployment_where_a_producer_makes_the_object() {
        beans.produces(PublicMethod.class, "com.example.Maker.make");

        assertThatThrownBy(() -> run("fail"))
                .hasMessageContaining(PublicMethod.class.getName() + " from com.example.Maker.make");
    }

    @Test
    void are_none_where_a_producer_intercepts_an_object_with_scopes_itself() {
        beans.intercepts(PublicMethod.class, "com.example.Maker.scoped");
        assertThatCode(() -> run("fail")).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(classes = {Roles.class, ClaimedServlet.class})
    void end_the_deployment_where_a_producer_intercepts_an_object_itself(Class<?> type) {
        beans.intercepts(type, "com.example.Maker.make");

        assertThatThrownBy(() -> run("fail")).hasMessageContaining(type.getName() + " from com.example.Maker.make");
    }

    @Test
    void end_the_deployment_of_a_resource_that_inherits_a_parameter_that_it_does_not_have() throws IOException {
        deploy(HeirOfClaim.class);
        deploy(ClaimedBase.class);

        assertThatThrownBy(() -> run("fail"))
                .hasMessageContaining(HeirOfClaim.class.getName() + ".get")
                .hasMessageContaining("orders/{id}");
    }

    @Test
    void are_warnings_where_the_setting_says_so() throws IOException {
        deploy(ScopedServlet.class);
        try (LoggedLines log = LoggedLines.of("org.cognito4j")) {
            run("warn");

            assertThat(log.lines(Level.WARNING)).anyMatch(line -> line.contains(ScopedServlet.class.getName()));
        }
    }

    @Test
    void name_the_setting_that_cannot_be_read() {
        assertThatThrownBy(() -> run("perhaps"))
                .isInstanceOfSatisfying(
                        InvalidSettings.class,
                        invalid -> assertThat(invalid.faults())
                                .extracting(SettingFault::setting)
                                .containsExactly("cognito.misplaced-annotations"));
    }

    private void run(String mode) {
        AnnotationAudit.run(
                servlets.context(),
                Configuration.of(List.of(ConfigurationSource.of("test", Map.of(AnnotationAudit.KEY, mode)))),
                beans);
    }

    private void deployUnchecked(Class<?> type) {
        try {
            deploy(type);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private void deploy(Class<?> type) throws IOException {
        servlets.resources.put(path(type), bytes(type));
    }

    private static String path(Class<?> type) {
        return "/WEB-INF/classes/" + type.getName().replace('.', '/') + ".class";
    }

    private static byte[] bytes(Class<?> type) throws IOException {
        try (InputStream in = type.getResourceAsStream("/" + type.getName().replace('.', '/') + ".class")) {
            return in.readAllBytes();
        }
    }

    private static String descriptor(String type) {
        return "L" + type.replace('.', '/') + ";";
    }

    /** Puts another text in place of one of the constants, as a compiler would that sees the other annotation. */
    private static byte[] replaced(byte[] file, String text, String other) {
        byte[] constant = constant(text);
        int start = 0;
        while (!Arrays.equals(file, start, start + constant.length, constant, 0, constant.length)) {
            start++;
        }
        byte[] instead = constant(other);
        ByteBuffer changed = ByteBuffer.allocate(file.length - constant.length + instead.length);
        changed.put(file, 0, start).put(instead);
        return changed.put(file, start + constant.length, file.length - start - constant.length)
                .array();
    }

    private static byte[] constant(String text) {
        byte[] octets = text.getBytes(UTF_8);
        return ByteBuffer.allocate(3 + octets.length)
                .put((byte) 1)
                .putShort((short) octets.length)
                .put(octets)
                .array();
    }
}
