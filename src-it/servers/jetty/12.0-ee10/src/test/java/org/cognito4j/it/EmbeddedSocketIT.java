package org.cognito4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.http.HttpServlet;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URL;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.cognito4j.it.socket.AreaEndpoint;
import org.cognito4j.it.socket.EndingEndpoint;
import org.cognito4j.jakarta.filter.CognitoFilter;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.ee10.websocket.jakarta.server.config.JakartaWebSocketServletContainerInitializer;
import org.eclipse.jetty.ee10.websocket.server.JettyWebSocketServerContainer;
import org.eclipse.jetty.ee10.websocket.server.JettyWebSocketServlet;
import org.eclipse.jetty.ee10.websocket.server.JettyWebSocketServletFactory;
import org.eclipse.jetty.ee10.websocket.server.config.JettyWebSocketServletContainerInitializer;
import org.eclipse.jetty.http.HostPortHttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpScheme;
import org.eclipse.jetty.http.MetaData;
import org.eclipse.jetty.http2.api.Stream;
import org.eclipse.jetty.http2.client.HTTP2Client;
import org.eclipse.jetty.http2.frames.HeadersFrame;
import org.eclipse.jetty.http2.server.HTTP2CServerConnectionFactory;
import org.eclipse.jetty.server.HttpConfiguration;
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
        JakartaWebSocketServletContainerInitializer.configure(application, (context, container) -> {
            container.addEndpoint(AreaEndpoint.class);
            container.addEndpoint(EndingEndpoint.class);
        });
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

    /** RFC 8441: the handshake is a CONNECT, and its answer without a refusal is 200. */
    @ParameterizedTest
    @EnumSource
    void is_decided_on_over_http_2(Registration registration) throws Exception {
        connector.addConnectionFactory(new HTTP2CServerConnectionFactory(new HttpConfiguration()));
        start(registration);

        assertThat(statusOfConnect("orders/ws", HttpFields.EMPTY)).isEqualTo(401);
        assertThat(statusOfConnect("orders/mapped", bearer("writer", "write"))).isEqualTo(403);
        assertThat(statusOfConnect("orders/ws", bearer("writer", "write"))).isEqualTo(403);
        assertThat(statusOfConnect("orders/ws", bearer("reader", "read"))).isEqualTo(200);
        assertThat(statusOfConnect("open/ws", HttpFields.EMPTY)).isEqualTo(200);
    }

    private static HttpFields bearer(String client, String scope) {
        return HttpFields.build().put("Authorization", "Bearer " + Pools.token(client, scope));
    }

    private int statusOfConnect(String path, HttpFields headers) throws Exception {
        HTTP2Client client = new HTTP2Client();
        client.start();
        try {
            org.eclipse.jetty.http2.api.Session session = client.connect(
                            new InetSocketAddress("127.0.0.1", connector.getLocalPort()),
                            new org.eclipse.jetty.http2.api.Session.Listener() {})
                    .get(20, TimeUnit.SECONDS);
            HttpFields fields = HttpFields.build(headers).put("Sec-WebSocket-Version", "13");
            MetaData.ConnectRequest handshake = new MetaData.ConnectRequest(
                    HttpScheme.HTTP,
                    new HostPortHttpField("127.0.0.1:" + connector.getLocalPort()),
                    "/" + path,
                    fields,
                    "websocket");
            CompletableFuture<Integer> status = new CompletableFuture<>();
            session.newStream(new HeadersFrame(handshake, null, false), new Stream.Listener() {
                @Override
                public void onHeaders(Stream stream, HeadersFrame frame) {
                    status.complete(((MetaData.Response) frame.getMetaData()).getStatus());
                }
            });
            return status.get(20, TimeUnit.SECONDS);
        } finally {
            client.stop();
        }
    }

    @Test
    void ends_a_session_when_its_token_does() throws Exception {
        application.setInitParameter("cognito.clock-skew", "PT0S");
        start(Registration.HOLDER);
        String token = Pools.mint("reader", "read")
                .expiresAt(Instant.now().plusSeconds(3))
                .token();

        try (SocketClient socket = SocketClient.open(base(), "orders/ending", "Authorization", "Bearer " + token)) {
            assertThat(socket.awaitClosing()).isEqualTo(new SocketClient.Closing(1008, "The access token has expired"));
        }
    }

    private void assertRefused(String... paths) throws Exception {
        for (String path : paths) {
            Reply reply = SocketClient.refusal(base(), path);
            assertThat(reply.status()).as(path).isEqualTo(401);
            assertThat(reply.challenge())
                    .startsWith("Bearer realm=\"contract\"")
                    .doesNotContain("error=");
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
