package org.cognito4j;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.cognito4j.fault.LoopbackProxy;
import org.cognito4j.fault.SelfSigned;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Keys and tokens through a proxy that opens tunnels to callers with credentials alone, each time by a JVM of its own. */
@Timeout(120)
class ProxyTest {

    private static final String TOKEN = "{\"access_token\":\"a.b.c\",\"expires_in\":3600,\"token_type\":\"Bearer\"}";

    @TempDir
    private static Path folder;

    private static SelfSigned identity;

    private HttpsServer server;
    private LoopbackProxy proxy;

    @BeforeAll
    static void certify() throws Exception {
        identity = SelfSigned.in(folder);
    }

    @BeforeEach
    void start() throws Exception {
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(identity.ofServer()));
        answer("/jwks.json", KeySets.of("one"));
        answer("/oauth2/token", TOKEN.getBytes(UTF_8));
        server.start();
        proxy = new LoopbackProxy();
        proxy.require("app", "right");
    }

    private void answer(String path, byte[] body) {
        server.createContext(path, exchange -> {
            exchange.getRequestBody().readAllBytes();
            boolean shown = exchange.getRequestHeaders().containsKey("Proxy-Authorization");
            exchange.sendResponseHeaders(shown ? 500 : 200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
    }

    @AfterEach
    void stop() throws IOException {
        proxy.close();
        server.stop(0);
    }

    @Test
    void opens_a_tunnel_with_the_credentials_of_the_default_authenticator() throws Exception {
        assertThat(run("right", "-Djdk.http.auth.tunneling.disabledSchemes="))
                .containsExactly("keys [one]", "token a.b.c");
        assertThat(proxy.requests()).isNotEmpty().allMatch(head -> head.startsWith("CONNECT localhost:"));
    }

    @Test
    void names_the_switch_of_the_jdk_where_it_is_missing() throws Exception {
        assertThat(run("right", "-Dunrelated=x"))
                .hasSize(2)
                .allSatisfy(line -> assertThat(line).contains("-Djdk.http.auth.tunneling.disabledSchemes="));
    }

    @Test
    void names_wrong_credentials() throws Exception {
        assertThat(run("wrong", "-Djdk.http.auth.tunneling.disabledSchemes="))
                .hasSize(2)
                .anySatisfy(line -> assertThat(line)
                        .startsWith(
                                "keys: the proxy refuses the credentials of the default java.net.Authenticator (407):"
                                        + " Correct the user name and the password"))
                .anySatisfy(line -> assertThat(line)
                        .startsWith("token: proxy-credentials-refused, Correct the user name and the password"));
        assertThat(String.join("", proxy.requests())).doesNotContain("Basic cmlnaHQ");
    }

    @Test
    void names_missing_credentials() throws Exception {
        assertThat(run("", "-Djdk.http.auth.tunneling.disabledSchemes="))
                .hasSize(2)
                .allSatisfy(line -> assertThat(line).contains("java.net.Authenticator.setDefault"));
    }

    /** The lines that {@link ProxiedProgram} prints. */
    private List<String> run(String password, String jdkSwitch) throws Exception {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                jdkSwitch,
                "-Dhttps.proxyHost=127.0.0.1",
                "-Dhttps.proxyPort=" + proxy.port(),
                "-Dhttp.nonProxyHosts=",
                "-Djavax.net.ssl.trustStore=" + identity.file(),
                "-Djavax.net.ssl.trustStorePassword=" + SelfSigned.PASSWORD,
                "-cp",
                System.getProperty("java.class.path"),
                ProxiedProgram.class.getName(),
                "https://localhost:" + server.getAddress().getPort()));
        if (!password.isEmpty()) {
            line.add(password);
        }
        Process program = new ProcessBuilder(line)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try {
            String output = new String(program.getInputStream().readAllBytes(), UTF_8);
            assertThat(program.waitFor()).isZero();
            return output.lines().toList();
        } finally {
            program.destroyForcibly();
        }
    }
}
