package org.cognito4j.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import javax.cache.Cache;
import org.cognito4j.client.TokenStore.StoredToken;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tokens that nodes share in a real cache. */
class TokenStoreTest {

    private static final Duration LEASE = Duration.ofSeconds(11);
    private static final String KEY = "key";

    private static int port;
    private static FleetNode node;
    private static Cache<String, String> cache;

    private final FakeTime time = new FakeTime();
    private final ScriptedFetcher fetcher = new ScriptedFetcher(time);
    private final TokenStore store = JCacheTokenStore.in(cache, time);
    private final RandomGenerator random = new java.util.SplittableRandom(7);

    @BeforeAll
    static void startNode() throws Exception {
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        node = new FleetNode(port);
        cache = node.cache();
    }

    @AfterAll
    static void stopNode() {
        node.close();
    }

    @BeforeEach
    void empty() {
        cache.clear();
    }

    private TokenCache source(TokenStore shared) {
        FleetFetcher sharing = new FleetFetcher(fetcher, shared, KEY, LEASE, time);
        return new TokenCache("test", sharing, new RenewalPolicy(random::nextDouble), time, time, time::ticks);
    }

    private String token(TokenCache source) {
        CompletableFuture<HeldToken> next = source.next();
        time.runDue();
        return next.join().text();
    }

    @Test
    void asks_as_often_for_a_fleet_as_for_one() {
        List<TokenCache> fleet =
                IntStream.range(0, 5).mapToObj(i -> source(store)).toList();
        assertThat(fleet).allSatisfy(source -> assertThat(token(source)).isEqualTo("token-1"));

        for (int minute = 0; minute < 24 * 60; minute++) {
            time.pass(Duration.ofMinutes(1));
            assertThat(fleet).allSatisfy(source -> assertThat(source.known()).isPresent());
        }

        assertThat(fetcher.requests()).isBetween(24, 34);
    }

    @Test
    void replaces_a_refused_token_once_for_the_fleet() {
        TokenCache one = source(store);
        TokenCache other = source(store);
        token(one);
        token(other);

        CompletableFuture<HeldToken> first = one.after("token-1");
        time.runDue();
        CompletableFuture<HeldToken> second = other.after("token-1");
        time.runDue();

        assertThat(first.join().text()).isEqualTo("token-2");
        assertThat(second.join().text()).isEqualTo("token-2");
        assertThat(fetcher.requests()).isEqualTo(2);
    }

    @Test
    void waits_for_the_node_that_asks() {
        assertThat(store.claim(KEY, "other", LEASE)).isTrue();
        CompletableFuture<HeldToken> next = source(store).next();
        time.pass(Duration.ofSeconds(1));
        assertThat(next).isNotDone();

        store.write(
                KEY, new StoredToken("theirs", time.instant(), time.instant().plusSeconds(3600)));
        store.release(KEY, "other");
        time.pass(Duration.ofSeconds(1));

        assertThat(next.join().text()).isEqualTo("theirs");
        assertThat(fetcher.requests()).isZero();
    }

    @Test
    void takes_over_from_a_node_that_died_while_it_asked() {
        assertThat(store.claim(KEY, "other", LEASE)).isTrue();
        CompletableFuture<HeldToken> next = source(store).next();

        time.pass(LEASE.minusMillis(1));
        assertThat(next).isNotDone();
        time.pass(Duration.ofSeconds(1));

        assertThat(next.join().text()).isEqualTo("token-1");
    }

    @Test
    void lets_one_node_claim_and_only_that_one_release() {
        assertThat(store.claim(KEY, "one", LEASE)).isTrue();
        assertThat(store.claim(KEY, "two", LEASE)).isFalse();
        store.release(KEY, "two");
        assertThat(store.claim(KEY, "two", LEASE)).isFalse();
        store.release(KEY, "one");
        assertThat(store.claim(KEY, "two", LEASE)).isTrue();
    }

    @Test
    void releases_its_claim_when_the_endpoint_fails() {
        fetcher.failsWith(new TokenFailure("http-503", true));
        CompletableFuture<HeldToken> next = source(store).next();
        time.runDue();

        assertThat(next).isCompletedExceptionally();
        assertThat(store.claim(KEY, "other", LEASE)).isTrue();
    }

    @Test
    void asks_for_itself_when_the_store_fails() {
        TokenStore broken = (TokenStore) java.lang.reflect.Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {TokenStore.class}, (proxy, method, arguments) -> {
                    throw new IllegalStateException("closed");
                });

        assertThat(token(source(broken))).isEqualTo("token-1");
    }

    @Test
    void passes_over_what_it_cannot_read() {
        cache.put(KEY, "of another version");
        assertThat(store.read(KEY)).isEmpty();
        cache.put(KEY, "then until token");
        assertThat(store.read(KEY)).isEmpty();
        cache.put(KEY + "-claim", "until-when? by-whom?");
        assertThat(store.claim(KEY, "one", LEASE)).isTrue();
    }

    @Test
    void keeps_a_token_with_its_life() {
        Instant issuedAt = time.instant();
        StoredToken token = new StoredToken("eyJ.a.b", issuedAt, issuedAt.plusSeconds(3600));

        store.write(KEY, token);

        assertThat(store.read(KEY)).contains(token);
    }

    @Test
    void shares_one_token_between_two_java_virtual_machines() throws Exception {
        try (ScriptedEndpoint endpoint = new ScriptedEndpoint()) {
            ClientSettingsBuilder settings = endpoint.client();
            ClientSettings shared = settings.store(JCacheTokenStore.in(cache)).build();
            TokenSource here = TokenSource.of(shared);
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            FleetNode.class.getName(),
                            String.valueOf(port),
                            endpoint.at("/oauth2/token").toString())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try (BufferedWriter to = process.outputWriter();
                    BufferedReader from = process.inputReader()) {
                assertThat(ask(to, from, "")).isEqualTo("2 token-1");
                assertThat(here.token()).isEqualTo("token-1");
                assertThat(here.tokenAfter("token-1")).contains("token-2");
                assertThat(ask(to, from, "token-1")).isEqualTo("2 token-2");
            } finally {
                here.close();
                process.destroy();
                process.waitFor();
            }
            assertThat(endpoint.requests()).hasSize(2);
        }
    }

    private static String ask(BufferedWriter to, BufferedReader from, String refused) throws Exception {
        to.write(refused);
        to.newLine();
        to.flush();
        return from.readLine();
    }
}
