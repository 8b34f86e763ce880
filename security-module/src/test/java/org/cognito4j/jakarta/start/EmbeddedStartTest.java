package org.cognito4j.jakarta.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.EnumSet;
import org.cognito4j.InvalidSettings;
import org.cognito4j.jakarta.filter.CognitoFilter;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An application that a program embeds, without a class loader of its own. */
class EmbeddedStartTest {

    private final Server server = new Server();
    private final ServerConnector connector = new ServerConnector(server);
    private final ServletContextHandler application = new ServletContextHandler("/");

    @AfterEach
    void stop() throws Exception {
        server.stop();
    }

    @Test
    void protects_the_paths_of_its_filter() throws Exception {
        start("/orders/*");

        assertThat(statusOf("/orders/1")).isEqualTo(401);
        assertThat(statusOf("/open")).isEqualTo(200);
    }

    @Test
    void finds_the_faults_that_it_finds_in_a_web_application() {
        assertThatThrownBy(() -> start("/star*"))
                .isInstanceOf(InvalidSettings.class)
                .hasMessageContaining("/star*");
    }

    private void start(String pattern) throws Exception {
        application.setInitParameter("cognito.user-pool-id", "eu-west-1_AbCdEfGhI");
        application.setInitParameter("cognito.client-ids", "client1");
        application.addServlet(new ServletHolder(new Answering()), "/*");
        application.addFilter(CognitoFilter.class, pattern, EnumSet.of(DispatcherType.REQUEST));
        application.addServletContainerInitializer(new CognitoInitializer());
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        server.setHandler(application);
        server.start();
    }

    private int statusOf(String path) throws Exception {
        URI address = URI.create("http://127.0.0.1:" + connector.getLocalPort() + path);
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
                .statusCode();
    }

    private static final class Answering extends HttpServlet {

        private static final long serialVersionUID = 1;

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            response.getWriter().print("here");
        }
    }
}
