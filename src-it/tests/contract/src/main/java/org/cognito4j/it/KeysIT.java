package org.cognito4j.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URL;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.cognito4j.localpool.LocalPool;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An application whose pool is away when it is deployed. */
@ExtendWith(ArquillianExtension.class)
class KeysIT {

    private static final LocalPool POOL = Pools.start();
    private static final String READER = Pools.mint(POOL, "reader", "read").token();

    @ArquillianResource
    private URL base;

    @Deployment(testable = false)
    static WebArchive application() {
        POOL.pause();
        return ContractApplication.named("keys", Settings.trusting(POOL), Settings.NONE);
    }

    @AfterAll
    static void close() {
        POOL.close();
    }

    @Test
    void are_waited_for_and_outlast_the_next_outage() {
        for (String path : paths()) {
            Reply reply = with(READER, path);
            Contract.assertRefused(reply, 503);
            assertThat(reply.header("Retry-After")).matches("[1-9][0-9]?");
            assertThat(reply.challenge()).isEmpty();
        }
        Contract.assertAskedForCredentials(Client.send(base, "GET", "read/x", null));
        assertThat(Client.send(base, "GET", "open/x", null).status()).isEqualTo(200);

        POOL.resume();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> with(READER, "read/x").status() == 200);

        POOL.pause();
        assertThat(with(READER, "read/x").report()).containsEntry("caller", "reader");
    }

    /** Also those where the application itself asks who is calling. */
    private static List<String> paths() {
        List<String> paths = new ArrayList<>(
                List.of("read/x", "open/x", "any-caller/x", "annotated", "async/thread", "authenticate/by-request"));
        if (Form.CURRENT.hasRest()) {
            paths.add("rest/read");
            paths.add("rest/open");
        }
        if (Form.CURRENT.hasJakartaSecurity()) {
            paths.add("authenticate/by-security-context");
            paths.add("scoped/read");
        }
        return paths;
    }

    private Reply with(String token, String path) {
        return Client.send(base, "GET", path, token);
    }
}
