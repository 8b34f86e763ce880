package org.cognito4j.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.cognito4j.client.TokenStore.StoredToken;
import org.cognito4j.net.DaemonRefreshThread;
import org.cognito4j.net.RefreshThread;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Foreign code that hangs, throws or lies: stores, suppliers of secrets, log handlers, proxy selectors. */
@Timeout(120)
class ForeignCodeTest {

    private static final Duration TIMEOUT = Duration.ofMillis(300);

    private final ScriptedEndpoint endpoint = new ScriptedEndpoint();
    private final CountDownLatch release = new CountDownLatch(1);

    @AfterEach
    void stop() {
        release.countDown();
        endpoint.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"read", "claim", "write", "release"})
    void a_store_that_hangs_for_ever_is_passed_over(String method) throws Exception {
        TokenStore hanging = store(method, this::hang);
        try (TokenSource source = TokenSource.of(withStore(hanging).build())) {
            assertThat(source.tokenAsync().get(30, TimeUnit.SECONDS)).isEqualTo("token-1");
            assertThat(source.tokenAfter("token-1")).contains("token-2");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"read", "claim", "write", "release"})
    void a_store_that_throws_an_error_is_passed_over(String method) {
        TokenStore faulty = store(method, () -> {
            throw new NoClassDefFoundError("secret");
        });
        try (TokenSource source = TokenSource.of(withStore(faulty).build())) {
            assertThat(source.token()).isEqualTo("token-1");
        }
    }

    @Test
    void a_store_in_which_another_node_always_asks_is_passed_over() throws Exception {
        TokenStore lying = store("claim", () -> false);
        ClientSettingsBuilder settings = withStore(lying).timeout(Duration.ofSeconds(2));
        try (TokenSource source = TokenSource.of(settings.build())) {
            assertThat(source.tokenAsync().get(30, TimeUnit.SECONDS)).isEqualTo("token-1");
        }
    }

    @Test
    void a_supplier_that_hangs_for_ever_ends_in_a_failure() throws Exception {
        try (TokenSource source = TokenSource.of(
                endpoint.client().timeout(TIMEOUT).secret(() -> (String) hang()).build())) {
            ExecutionException failure = catchThrowableOfType(
                    ExecutionException.class, () -> source.tokenAsync().get(30, TimeUnit.SECONDS));

            assertThat(failure.getCause())
                    .isInstanceOfSatisfying(
                            TokenRequestFailed.class,
                            failed -> assertThat(failed.code()).isEqualTo("secret-unavailable"));
        }
    }

    @Test
    void a_supplier_that_hangs_once_is_asked_again() throws Exception {
        CountDownLatch first = new CountDownLatch(1);
        try (TokenSource source = TokenSource.of(endpoint.client()
                .timeout(TIMEOUT)
                .secret(() -> {
                    if (first.getCount() > 0) {
                        first.countDown();
                        hang();
                    }
                    return "secret";
                })
                .build())) {
            String token = null;
            while (token == null) {
                token = source.tokenAsync()
                        .handle((brought, failure) -> brought)
                        .get(30, TimeUnit.SECONDS);
                Thread.onSpinWait();
            }
            assertThat(token).isEqualTo("token-1");
        }
    }

    @Test
    void the_other_secret_is_taken_where_the_supplier_of_the_first_hangs() {
        try (TokenSource source = TokenSource.of(endpoint.client()
                .timeout(TIMEOUT)
                .secret(() -> (String) hang())
                .nextSecret(() -> "second")
                .build())) {
            assertThat(source.token()).isEqualTo("token-1");
        }
    }

    @Test
    void a_supplier_that_throws_an_error_has_no_secret() {
        try (TokenSource source = TokenSource.of(endpoint.client()
                .secret(() -> {
                    throw new NoClassDefFoundError("secret");
                })
                .build())) {
            assertThat(catchThrowableOfType(TokenRequestFailed.class, source::token)
                            .code())
                    .isEqualTo("secret-unavailable");
        }
    }

    @Test
    void a_log_handler_that_hangs_holds_up_no_token() throws Exception {
        Logger logger = Logger.getLogger("org.cognito4j.client");
        Level before = logger.getLevel();
        Handler hanging = new HangingHandler();
        logger.addHandler(hanging);
        logger.setLevel(Level.ALL);
        try (TokenSource source = TokenSource.of(endpoint.client().build())) {
            assertThat(source.tokenAsync().get(30, TimeUnit.SECONDS)).isEqualTo("token-1");
            assertThat(source.tokenAfterAsync("token-1").get(30, TimeUnit.SECONDS))
                    .contains("token-2");
        } finally {
            logger.removeHandler(hanging);
            logger.setLevel(before);
        }
    }

    @Test
    void a_proxy_selector_that_hangs_ends_in_a_failure() throws Exception {
        ProxySelector before = ProxySelector.getDefault();
        ProxySelector.setDefault(new HangingSelector());
        try (TokenSource source =
                TokenSource.of(endpoint.client().timeout(TIMEOUT).build())) {
            ExecutionException failure = catchThrowableOfType(
                    ExecutionException.class, () -> source.tokenAsync().get(30, TimeUnit.SECONDS));

            assertThat(failure.getCause())
                    .isInstanceOfSatisfying(
                            TokenRequestFailed.class,
                            failed -> assertThat(failed.code()).isEqualTo("no-answer"));
            release.countDown();
        } finally {
            ProxySelector.setDefault(before);
        }
    }

    /** By foreign code on the same thread, or by a restart. */
    @Test
    void an_interrupt_of_the_thread_that_asks_ends_the_round_and_no_other() throws Exception {
        AtomicBoolean interrupted = new AtomicBoolean();
        try (RefreshThread thread = new DaemonRefreshThread("interrupted");
                TokenSource source = new TokenSource(
                        endpoint.client().build(),
                        interrupting(thread, interrupted),
                        InstantSource.system(),
                        System::nanoTime)) {
            assertThat(source.tokenAsync().handle((token, failure) -> failure).get(30, TimeUnit.SECONDS))
                    .isNotNull();
            assertThat(interrupted).isTrue();
            String token = null;
            while (token == null) {
                token = source.tokenAsync()
                        .handle((brought, failure) -> brought)
                        .get(30, TimeUnit.SECONDS);
                Thread.onSpinWait();
            }
            assertThat(token).startsWith("token-");
        }
    }

    /** Interrupts the first task. */
    private static RefreshThread interrupting(RefreshThread thread, AtomicBoolean interrupted) {
        return new RefreshThread() {
            @Override
            public void runAfter(Duration delay, Runnable task) {
                thread.runAfter(delay, () -> {
                    if (interrupted.compareAndSet(false, true)) {
                        Thread.currentThread().interrupt();
                    }
                    task.run();
                });
            }

            @Override
            public void close() {
                thread.close();
            }
        };
    }

    @Test
    void foreign_code_sees_nothing_of_the_first_caller() {
        InheritableThreadLocal<String> ofRequest = new InheritableThreadLocal<>();
        Map<String, Optional<String>> seen = new ConcurrentHashMap<>();
        ofRequest.set("of the first caller");
        TokenStore store = store("read", () -> {
            seen.put("store", Optional.ofNullable(ofRequest.get()));
            return Optional.empty();
        });
        try (TokenSource source = TokenSource.of(withStore(store)
                .secret(() -> {
                    seen.put("secret", Optional.ofNullable(ofRequest.get()));
                    return "secret";
                })
                .build())) {
            source.token();
        } finally {
            ofRequest.remove();
        }
        assertThat(seen)
                .containsOnlyKeys("store", "secret")
                .allSatisfy((seam, value) -> assertThat(value).isEmpty());
    }

    private ClientSettingsBuilder withStore(TokenStore store) {
        return endpoint.client().store(store).storeTimeout(TIMEOUT);
    }

    /** A store in which one method does something else. */
    private static TokenStore store(String changed, Supplier<Object> behaviour) {
        Map<String, StoredToken> tokens = new ConcurrentHashMap<>();
        return (TokenStore) Proxy.newProxyInstance(
                TokenStore.class.getClassLoader(), new Class<?>[] {TokenStore.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals(changed)) {
                        return behaviour.get();
                    }
                    return switch (method.getName()) {
                        case "read" -> Optional.ofNullable(tokens.get((String) arguments[0]));
                        case "claim" -> true;
                        case "write" ->
                            tokens.put((String) arguments[0], (StoredToken) arguments[1]) == null ? null : null;
                        default -> null;
                    };
                });
    }

    /** Ignores interrupts, as a socket does. */
    private Object hang() {
        while (true) {
            try {
                release.await();
                return null;
            } catch (InterruptedException e) {
                // It goes on waiting.
            }
        }
    }

    private final class HangingHandler extends Handler {

        @Override
        public void publish(LogRecord line) {
            hang();
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    private final class HangingSelector extends ProxySelector {

        @Override
        public List<java.net.Proxy> select(URI uri) {
            hang();
            return List.of(java.net.Proxy.NO_PROXY);
        }

        @Override
        public void connectFailed(URI uri, SocketAddress address, IOException failure) {}
    }
}
