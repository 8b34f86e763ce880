package org.cognito4j.server.wildfly;

import static org.assertj.core.api.Assertions.assertThat;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.servlet.api.DeploymentInfo;
import io.undertow.servlet.api.LoginConfig;
import jakarta.servlet.ServletContext;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import java.util.ServiceLoader;
import org.cognito4j.jakarta.fake.PublishedFinding;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WildFlyExtensionTest {

    private final Elytron elytron = new Elytron();
    private final DeploymentInfo deployment =
            new DeploymentInfo().setDeploymentName("orders.war").setInitialSecurityWrapper(next -> elytron);

    private final Map<String, Object> attributes = new HashMap<>();
    private final ServletContext application = (ServletContext) Proxy.newProxyInstance(
            WildFlyExtensionTest.class.getClassLoader(),
            new Class<?>[] {ServletContext.class},
            (proxy, called, arguments) -> switch (called.getName()) {
                case "getAttribute" -> attributes.get(arguments[0]);
                case "setAttribute" -> attributes.put((String) arguments[0], arguments[1]);
                default -> throw new AssertionError("the application was asked for " + called.getName());
            });

    /** As the module has found when the application's listeners have been called. */
    @BeforeEach
    void authenticate() {
        PublishedFinding.in(application, true);
    }

    @ParameterizedTest
    @ValueSource(strings = {"calls others alone", "is authenticated by another"})
    void leaves_the_flag_as_it_is_where_the_module_does_not_authenticate(String application) {
        attributes.clear();
        if (application.startsWith("is")) {
            PublishedFinding.in(this.application, false);
        }

        assertThat(deployed()).isSameAs(elytron);
        assertThat(elytron.integratedJaspi).isTrue();
    }

    @Test
    void notes_that_the_server_authenticates_by_itself() {
        deployment.setLoginConfig(new LoginConfig("MP-JWT", "orders"));

        deployed();

        assertThat(attributes).containsValue("WildFly with MP-JWT");
    }

    @Test
    void turns_the_flag_of_the_deployment_off() {
        assertThat(deployed()).isSameAs(elytron);
        assertThat(elytron.integratedJaspi).isFalse();
    }

    @Test
    void finds_the_flag_behind_a_handler_that_Elytron_puts_in_front() {
        HttpHandler front = new Front(elytron);
        deployment.setInitialSecurityWrapper(next -> front);

        assertThat(deployed()).isSameAs(front);
        assertThat(elytron.integratedJaspi).isFalse();
    }

    @Test
    void leaves_alone_what_is_behind_the_handlers_of_Elytron() {
        deployment.setInitialSecurityWrapper(Front::new);

        new WildFlyExtension().handleDeployment(deployment, application);
        deployment.getInitialSecurityWrapper().wrap(elytron);

        assertThat(elytron.integratedJaspi).isTrue();
    }

    @Test
    void leaves_the_flag_as_it_is_where_the_application_says_so() {
        deployment.addInitParameter(WildFlyExtension.KEEP, "true");

        assertThat(deployed()).isSameAs(elytron);
        assertThat(elytron.integratedJaspi).isTrue();
    }

    @Test
    void leaves_the_flag_as_it_is_where_the_server_says_so() {
        System.setProperty(WildFlyExtension.KEEP, "true");
        try {
            deployed();
        } finally {
            System.clearProperty(WildFlyExtension.KEEP);
        }

        assertThat(elytron.integratedJaspi).isTrue();
    }

    @Test
    void leaves_handlers_in_place_that_it_does_not_know() {
        HttpHandler unknown = exchange -> {};
        deployment.setInitialSecurityWrapper(next -> unknown);

        assertThat(deployed()).isSameAs(unknown);
    }

    @Test
    void adds_nothing_where_there_is_no_security() {
        DeploymentInfo open = new DeploymentInfo();

        new WildFlyExtension().handleDeployment(open, application);

        assertThat(open.getInitialSecurityWrapper()).isNull();
    }

    @Test
    void is_found_by_the_server() {
        assertThat(ServiceLoader.load(io.undertow.servlet.ServletExtension.class))
                .hasOnlyElementsOfType(WildFlyExtension.class)
                .hasSize(1);
    }

    private @Nullable HttpHandler deployed() {
        new WildFlyExtension().handleDeployment(deployment, application);
        return deployment.getInitialSecurityWrapper().wrap(exchange -> {});
    }

    /** Stands before a handler as Elytron's clean-up does. */
    private static final class Front implements HttpHandler {

        private final HttpHandler next;

        Front(HttpHandler next) {
            this.next = next;
        }

        @Override
        public void handleRequest(HttpServerExchange exchange) throws Exception {
            next.handleRequest(exchange);
        }
    }

    /** Has what Elytron's handler has. */
    private static final class Elytron implements HttpHandler {

        private final boolean integratedJaspi;

        Elytron() {
            integratedJaspi = true;
        }

        @Override
        public void handleRequest(HttpServerExchange exchange) {}
    }
}
