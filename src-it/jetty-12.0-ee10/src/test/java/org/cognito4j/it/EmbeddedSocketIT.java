package org.cognito4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.http.HttpServlet;
import jakarta.websocket.server.ServerEndpointConfig;
import java.net.URI;
import java.net.URL;
import java.util.EnumSet;
import java.util.Map;
import java.util.function.Consumer;
import org.cognito4j.it.socket.AreaEndpoint;
import org.cognito4j.jakarta.CognitoFilter;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.ee10.websocket.jakarta.server.config.JakartaWebSocketServletContainerInitializer;
import org.eclipse.jetty.ee10.websocket.server.JettyWebSocketServerContainer;
import org.eclipse.jetty.ee10.websocket.server.JettyWebSocketServlet;
import org.eclipse.jetty.ee10.websocket.server.JettyWebSocketServletFactory;
import org.eclipse.jetty.ee10.websocket.server.config.JettyWebSocketServletContainerInitializer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.websocket.api.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Handshakes at a Jetty that is embedded: none of the module's initializers is run there. */
class EmbeddedSocketIT {

    /** How the application registers the filter. */
    enum Registration {
        /** As the embedding program does it. */
        HOLDER(application -> application.addFilter(
                holder("required-scopes", "read"), "/orders/*", EnumSet.of(DispatcherType.REQUEST))),

        /** From a listener of the application. */
        LISTENER(application -> application.addEventListener(new ServletContextListener() {
            @Override
            public void contextInitialized(ServletContextEvent event) {
                CognitoFilter.register(
                        event.getServletContext(), "orders", Map.of("required-scopes", "read"), "/orders/*");
            }
        }));

        private final Consumer<ServletContextHandler> filter;

        Registration(Consumer<ServletContextHandler> filter) {
            this.filter = filter;
        }
    }

    private final Server server = new Server();
    private final ServerConnector connector = new ServerConnector(server);
    private final ServletContextHandler application = new ServletContextHandler("/");

    private void start(Registration registration) throws Exception {
        Settings.trusting(Pools.TRUSTED).values().forEach(application::setInitParameter);
        JakartaWebSocketServletContainerInitializer.configure(
                application,
                (context, container) ->
                        container.addEndpoint(ServerEndpointConfig.Builder.create(AreaEndpoint.class, "/{area}/ws")
                                .build()));
        JettyWebSocketServletContainerInitializer.configure(
                application, (context, container) -> container.addMapping("/orders/mapped", Silent.class));
        application.addServlet(new ServletHolder(new SocketServlet()), "/orders/servlet/*");
        application.addServlet(new ServletHolder(new LateServlet()), "/late");
        application.addFilter(holder("optional", "true"), "/open/*", EnumSet.of(DispatcherType.REQUEST));
        registration.filter.accept(application);
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        server.setHandler(application);
        server.start();
    }

    private static FilterHolder holder(String name, String text) {
        FilterHolder holder = new FilterHolder(CognitoFilter.class);
        holder.setInitParameter(name, text);
        holder.setAsyncSupported(true);
        return holder;
    }

    @AfterEach
    void stop() throws Exception {
        server.stop();
    }

    @ParameterizedTest
    @EnumSource
    void is_refused_at_endpoints_of_each_kind(Registration registration) throws Exception {
        start(registration);

        assertRefused("orders/ws", "orders/mapped", "orders/servlet/x");
        try (SocketClient socket = SocketClient.open(base(), "open/ws")) {
            assertThat(socket.ask("who?").report()).containsEntry("caller", "nobody");
        }
    }

    @ParameterizedTest
    @EnumSource
    void opens_for_callers_with_the_scope(Registration registration) throws Exception {
        start(registration);

        try (SocketClient socket =
                SocketClient.open(base(), "orders/ws", "Authorization", "Bearer " + Pools.token("reader", "read"))) {
            assertThat(socket.ask("who?").report())
                    .containsEntry("caller", "reader")
                    .containsEntry("principal", "CognitoPrincipal");
        }
    }

    /** Jetty puts its filter in front of all others again, while requests are served. */
    @ParameterizedTest
    @EnumSource
    void is_refused_at_an_endpoint_that_comes_late(Registration registration) throws Exception {
        start(registration);
        assertThat(SocketClient.refusal(base(), "orders/late").status()).isEqualTo(401);

        assertThat(Client.send(base(), "GET", "late", null).status()).isEqualTo(200);

        assertRefused("orders/late", "orders/ws");
    }

    @ParameterizedTest
    @EnumSource
    void is_refused_after_a_restart_of_the_application(Registration registration) throws Exception {
        start(registration);

        application.stop();
        application.start();

        assertRefused("orders/ws", "orders/mapped");
    }

    @Test
    void is_refused_at_an_endpoint_that_is_the_first_and_comes_late() throws Exception {
        Settings.trusting(Pools.TRUSTED).values().forEach(application::setInitParameter);
        JettyWebSocketServletContainerInitializer.configure(application, null);
        application.addServlet(new ServletHolder(new LateServlet()), "/late");
        Registration.HOLDER.filter.accept(application);
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        server.setHandler(application);
        server.start();
        assertThat(Client.send(base(), "GET", "late", null).status()).isEqualTo(200);

        assertRefused("orders/late");
    }

    private void assertRefused(String... paths) throws Exception {
        for (String path : paths) {
            Reply reply = SocketClient.refusal(base(), path);
            assertThat(reply.status()).as(path).isEqualTo(401);
            assertThat(reply.challenge()).isEqualTo("Bearer realm=\"contract\"");
            assertThat(SocketClient.refusal(base(), path, "Authorization", "Bearer " + Pools.token("writer", "write"))
                            .status())
                    .as(path)
                    .isEqualTo(403);
        }
    }

    private URL base() throws Exception {
        return URI.create("http://127.0.0.1:" + connector.getLocalPort() + "/").toURL();
    }

    /** An endpoint of Jetty's own API. */
    public static final class Silent implements Session.Listener {}

    /** Answers handshakes itself, as any servlet answers requests. */
    static final class SocketServlet extends JettyWebSocketServlet {

        private static final long serialVersionUID = 1;

        @Override
        protected void configure(JettyWebSocketServletFactory factory) {
            factory.register(Silent.class);
        }
    }

    /** Adds an endpoint when it is first asked. */
    static final class LateServlet extends HttpServlet {

        private static final long serialVersionUID = 1;

        @Override
        public void init() {
            JettyWebSocketServerContainer.getContainer(getServletContext()).addMapping("/orders/late", Silent.class);
        }

        @Override
        protected void service(
                jakarta.servlet.http.HttpServletRequest request, jakarta.servlet.http.HttpServletResponse response) {
            response.setStatus(200);
        }
    }
}
