package org.cognito4j;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whom the JDK trusts is trusted, under the name in the certificate, and nobody else. */
@Timeout(60)
class KeySetTlsTest {

    private static final char[] PASSWORD = "changeit".toCharArray();

    @TempDir
    private static Path folder;

    private static KeyStore identity;

    private final SSLContext before = defaultContext();
    private HttpsServer server;

    /** The JDK makes certificates by its tool alone. */
    @BeforeAll
    static void certify() throws Exception {
        Path file = folder.resolve("identity.p12");
        String command =
                "-genkeypair -alias server -keyalg EC -groupname secp256r1 -dname CN=keys -ext san=dns:localhost"
                        + " -storetype PKCS12 -storepass changeit -keystore";
        List<String> line = new ArrayList<>(List.of(command.split(" ")));
        line.add(0, Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        line.add(file.toString());
        Process keytool = new ProcessBuilder(line).redirectErrorStream(true).start();
        String output = new String(keytool.getInputStream().readAllBytes(), UTF_8);
        assertThat(keytool.waitFor()).as(output).isZero();
        identity = KeyStore.getInstance("PKCS12");
        try (InputStream stored = Files.newInputStream(file)) {
            identity.load(stored, PASSWORD);
        }
    }

    @AfterEach
    void stop() {
        SSLContext.setDefault(before);
        server.stop(0);
    }

    @Test
    void takes_keys_from_whom_the_jdk_trusts() throws Exception {
        SSLContext.setDefault(trustingIt());

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
        SSLContext.setDefault(trustingIt());

        assertThatThrownBy(() -> fetch("127.0.0.1"))
                .isInstanceOf(KeySetUnavailable.class)
                .hasMessage("no answer (SSLHandshakeException)");
    }

    private KeySetSource.Fetched fetch(String host) throws Exception {
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(ofServer()));
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

    private static SSLContext ofServer() throws GeneralSecurityException, IOException {
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(identity, PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }

    private static SSLContext trustingIt() throws GeneralSecurityException, IOException {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("server", identity.getCertificate("server"));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    private static SSLContext defaultContext() {
        try {
            return SSLContext.getDefault();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
