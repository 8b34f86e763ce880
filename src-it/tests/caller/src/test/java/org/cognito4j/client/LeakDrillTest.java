package org.cognito4j.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.cognito4j.RejectionReason;
import org.cognito4j.Verification;
import org.cognito4j.Verification.Accepted;
import org.cognito4j.Verification.Rejected;
import org.cognito4j.config.Configuration;
import org.cognito4j.config.ConfigurationSource;
import org.cognito4j.config.ServiceSettingsReader;
import org.cognito4j.jakarta.CognitoService;
import org.cognito4j.localpool.LocalPool;
import org.cognito4j.localpool.PoolDefinition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The drill of {@code docs/revoking.md}: a client's secret leaks, and its owner ends the leak on three nodes that run on. The time
 * it takes is printed; what is asserted about it leaves room for a busy machine.
 */
class LeakDrillTest {

    private static final String FIRST = "first0secret0of0billing0";
    private static final String SECOND = "second0secret0of0billing";
    private static final int NODES = 3;
    private static final Duration LONGEST = Duration.ofSeconds(20);

    /** The pool is asked a minute ago first, since tokens tell the second in which they were issued. */
    private final AtomicReference<Duration> ago = new AtomicReference<>(Duration.ofMinutes(1));

    private final InstantSource clock = () -> Instant.now().minus(ago.get());
    private final LocalPool pool = LocalPool.start(
            PoolDefinition.builder("eu-west-1_LocalPool")
                    .resourceServer("orders", "read")
                    .client(
                            "billing",
                            client -> client.id("billing").secret(FIRST).scopes("orders/read"))
                    .build(),
            0,
            clock);
    private final PoolAdministrator administrator =
            new PoolAdministrator(pool.server().uri());

    @TempDir
    private Path folder;

    private final List<CognitoService> nodes = new ArrayList<>();

    private final HttpServer objectStore;

    LeakDrillTest() throws IOException {
        objectStore = objectStore();
    }

    private HttpServer objectStore() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/policy.properties", exchange -> {
            byte[] policy = Files.readAllBytes(folder.resolve("policy.properties"));
            exchange.sendResponseHeaders(200, policy.length);
            exchange.getResponseBody().write(policy);
            exchange.close();
        });
        server.start();
        return server;
    }

    /** Where the nodes look for the policy. */
    private Map<String, String> place(String way) {
        return way.equals("file")
                ? Map.of(
                        "cognito.policy-file",
                        folder.resolve("policy.properties").toString())
                : Map.of(
                        "cognito.policy-url",
                        "http://127.0.0.1:" + objectStore.getAddress().getPort() + "/policy.properties",
                        "cognito.policy-interval",
                        "PT1S");
    }

    private void startNodes(String way) throws Exception {
        put("# Nothing is cut off\n");
        Map<String, String> settings = new HashMap<>(Map.of(
                "cognito.user-pool-id", pool.userPoolId(),
                "cognito.client-ids", "billing",
                "cognito.issuers", pool.issuer(),
                "cognito.jwks-uri", pool.keySetAddress().toString(),
                "cognito.allow-loopback-http", "true"));
        settings.putAll(place(way));
        for (int i = 0; i < NODES; i++) {
            nodes.add(new CognitoService(
                    ServiceSettingsReader.read(Configuration.of(List.of(ConfigurationSource.of("test", settings))))));
        }
    }

    @AfterEach
    void stop() {
        nodes.forEach(CognitoService::close);
        pool.close();
        objectStore.stop(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"file", "address"})
    void ends_a_leak_on_every_node_and_lets_the_client_go_on(String way) throws Exception {
        startNodes(way);
        String stolen = token(FIRST);
        assertThat(verdicts(stolen)).allSatisfy(verdict -> assertThat(verdict).isInstanceOf(Accepted.class));

        administrator.addSecret(pool.userPoolId(), "billing", SECOND);
        administrator.deleteFirstSecret(pool.userPoolId(), "billing");
        ago.set(Duration.ZERO);
        Instant rotated = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        put("cognito.clients.\"billing\".issued-before=" + rotated + "\n");
        long moved = System.nanoTime();
        long lastWrong = lastAcceptance(stolen, moved);

        System.out.printf(
                "By %s: the last node accepted the stolen token %d ms after the move%n", way, lastWrong / 1_000_000);
        assertThat(verdicts(stolen)).containsOnly(new Rejected(RejectionReason.ISSUED_BEFORE));
        assertThat(verdicts(token(SECOND)))
                .allSatisfy(verdict -> assertThat(verdict).isInstanceOf(Accepted.class));
        assertThat(nodes).allSatisfy(node -> assertThat(node.policyProblem()).isEmpty());
    }

    /** When a node accepted the token for the last time, in nanoseconds after the move. Returns once none does. */
    private long lastAcceptance(String token, long moved) {
        long last = 0;
        while (verdicts(token).stream().anyMatch(Accepted.class::isInstance)) {
            last = System.nanoTime() - moved;
            assertThat(last).isLessThan(LONGEST.toNanos());
        }
        return last;
    }

    private List<Verification> verdicts(String token) {
        return nodes.stream().map(node -> node.verifier().verify(token)).toList();
    }

    private String token(String secret) {
        try (TokenSource tokens = TokenSource.of(new ClientSettingsBuilder()
                .tokenEndpoint(pool.tokenEndpoint())
                .allowLoopbackHttp(true)
                .clientId("billing")
                .secret(() -> secret)
                .scopes(List.of("orders/read"))
                .build())) {
            return tokens.token();
        }
    }

    /** The commands of the page: the whole file with its digest, put into place by one rename. */
    private void put(String policy) throws Exception {
        Path next = folder.resolve("next.properties");
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(policy.getBytes(UTF_8));
        Files.writeString(next, policy + "# end " + HexFormat.of().formatHex(digest) + "\n");
        move(next);
    }

    private void move(Path next) throws IOException {
        Files.move(next, folder.resolve("policy.properties"), StandardCopyOption.ATOMIC_MOVE);
    }
}
