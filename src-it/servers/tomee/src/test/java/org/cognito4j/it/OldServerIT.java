package org.cognito4j.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A server that the module cannot protect an application on starts none, instead of one with open doors. */
@ExtendWith(ArquillianExtension.class)
class OldServerIT {

    private static final String NAME = "old";

    @ArquillianResource
    private Deployer deployer;

    @Deployment(name = NAME, managed = false, testable = false)
    static WebArchive application() {
        return ContractApplication.named(NAME, Settings.trusting(Pools.TRUSTED), Settings.NONE);
    }

    @Test
    void starts_no_application_and_says_why() throws Exception {
        try (ServerLog log = ServerLog.open()) {
            assertThatThrownBy(() -> deployer.deploy(NAME)).isInstanceOf(Exception.class);

            await().untilAsserted(() -> assertThat(log.records())
                    .anySatisfy(record -> assertThat(record)
                            .contains("cognito4j needs a server with Jakarta EE 10 or newer", "Servlet 5.0")));
        }
        for (String path : List.of("rest/read", "rest/nobody", "open")) {
            assertThat(status(path)).as(path).isEqualTo(404);
        }
    }

    private static int status(String path) throws Exception {
        URI resource =
                URI.create("http://127.0.0.1:" + System.getProperty("server.http-port") + "/" + NAME + "/" + path);
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(resource).build(), BodyHandlers.ofString())
                .statusCode();
    }
}
