package org.cognito4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.cognito4j.fault.SelfSigned;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whom the JDK trusts is trusted, under the name in the certificate, and nobody else. */
@Timeout(60)
class KeySetTlsTest {

    @TempDir
    private static Path folder;

    private static SelfSigned identity;

    private final SSLContext before = defaultContext();
    private HttpsServer server;

    @BeforeAll
    static void certify() throws Exception {
        identity = SelfSigned.in(folder);
    }

    @AfterEach
    void stop() {
        SSLContext.setDefault(before);
        server.stop(0);
    }

    @Test
    void takes_keys_from_whom_the_jdk_trusts() throws Exception {
        SSLContext.setDefault(identity.trusting());

        assertThat(fetch("localhost").keys()).containsOnlyKeys("one");
    }

    @Test
    void takes_none_from_whom_the_jdk_does_not_trust() {
        assertThatThrownBy(() -> fetch("localhost"))
                .isInstanceOf(KeySetUnavailable.class)
                .hasMessage("no answer (SSLHandshakeException)");
    }

    @Test
    void takes_none_under_another_name_than_the_certificate_has() throws Exception {
        SSLContext.setDefault(identity.trusting());

        assertThatThrownBy(() -> fetch("127.0.0.1"))
                .isInstanceOf(KeySetUnavailable.class)
                .hasMessage("no answer (SSLHandshakeException)");
    }

    private KeySetSource.Fetched fetch(String host) throws Exception {
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(identity.ofServer()));
        byte[] set = KeySets.of("one");
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, set.length);
            exchange.getResponseBody().write(set);
            exchange.close();
        });
        server.start();
        URI address = URI.create("https://" + host + ":" + server.getAddress().getPort() + "/jwks.json");
        try (KeySetFetcher fetcher = new KeySetFetcher(List.of(address))) {
            return fetcher.fetch(Duration.ofSeconds(30));
        }
    }

    private static SSLContext defaultContext() {
        try {
            return SSLContext.getDefault();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
