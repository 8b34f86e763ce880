package org.cognito4j.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.MalformedURLException;
import java.net.URL;
import java.time.Duration;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the server's own readiness page tells of an application, to whoever asks without a token. */
@Tag("health")
@ExtendWith(ArquillianExtension.class)
class HealthIT {

    /** WildFly has the page where it is managed. */
    private static final int PORT = Integer.getInteger("cognito4j.it.health-port");

    @ArquillianResource
    private URL base;

    /** Not named as the page of the server is. */
    @Deployment(testable = false)
    static WebArchive application() {
        return ContractApplication.named("readiness");
    }

    @Test
    void names_the_keys_and_is_ready_once_they_are_in_hand() throws MalformedURLException {
        URL ready = new URL(base.getProtocol(), base.getHost(), PORT, "/health/ready");
        assertThat(Client.send(ready, "GET", "", null).body()).contains("\"cognito-keys\"");

        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            Reply reply = Client.send(ready, "GET", "", null);
            assertThat(reply.status()).isEqualTo(200);
            assertThat(reply.body()).contains("\"eu-west-1_Contract.keys\":\"FRESH\"");
        });
    }
}
