package org.cognito4j.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URL;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A policy at an address changes a running application, and stays in force while the address has no usable policy. */
@ExtendWith(ArquillianExtension.class)
class PolicyAddressIT {

    /** An application that is idle takes one second, which is the interval here. */
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private static final Duration SEVERAL_LOOKS = Duration.ofMillis(2_500);

    private static final AtomicReference<String> PUBLISHED = new AtomicReference<>(whole(""));
    private static final HttpServer SERVER = start();

    @ArquillianResource
    private URL base;

    @Deployment(testable = false)
    static WebArchive application() {
        Settings settings = Settings.trusting(Pools.TRUSTED)
                .with(
                        "cognito.policy-url",
                        "http://127.0.0.1:" + SERVER.getAddress().getPort() + "/policy")
                .with("cognito.policy-interval", "PT1S");
        return ContractApplication.named("policy-address", settings, Settings.NONE);
    }

    private static HttpServer start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
            server.createContext("/policy", exchange -> {
                byte[] policy = PUBLISHED.get().getBytes(UTF_8);
                exchange.sendResponseHeaders(policy.length == 0 ? 503 : 200, policy.length == 0 ? -1 : policy.length);
                exchange.getResponseBody().write(policy);
                exchange.close();
            });
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @AfterAll
    static void close() {
        SERVER.stop(0);
    }

    @Test
    void cuts_a_client_off_and_lets_it_in_again() {
        String reader = Pools.token("reader", "read");
        assertThat(get(reader).status()).isEqualTo(200);
        String denial = whole("cognito.clients.\"reader\".denied=true\n");

        PUBLISHED.set(denial);

        await(reader, 401);
        assertThat(get(reader).reason()).isEqualTo("invalid_token client-denied");
        assertThat(get(Pools.token("both", "read")).status()).isEqualTo(200);
        for (String unusable : new String[] {"", denial.substring(0, 20), "cognito.client-ids=*\ncognito.realm=x\n"}) {
            PUBLISHED.set(unusable);
            long end = System.nanoTime() + SEVERAL_LOOKS.toNanos();
            while (System.nanoTime() < end) {
                assertThat(get(reader).status()).isEqualTo(401);
            }
        }

        PUBLISHED.set(whole(""));

        await(reader, 200);
    }

    private void await(String token, int status) {
        long end = System.nanoTime() + LONGEST.toNanos();
        while (get(token).status() != status) {
            assertThat(System.nanoTime()).as("in time").isLessThan(end);
        }
    }

    private Reply get(String token) {
        return Client.send(base, "GET", "read/x", token);
    }

    /** With the last line that names the digest of all before it. */
    private static String whole(String policy) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(policy.getBytes(UTF_8));
            return policy + "# end " + HexFormat.of().formatHex(digest) + "\n";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JVM has SHA-256", e);
        }
    }
}
