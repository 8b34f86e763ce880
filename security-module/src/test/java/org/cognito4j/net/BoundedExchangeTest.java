package org.cognito4j.net;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import org.cognito4j.fault.Fault;
import org.cognito4j.fault.FaultServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What bad answers come to is in the tests of those who ask; here is what concerns the caller's thread and ours. */
@Timeout(60)
class BoundedExchangeTest {

    private static final Duration LONG = Duration.ofSeconds(50);

    private final BoundedExchange exchange = new BoundedExchange(100, status -> status == 200);
    private FaultServer server;

    @BeforeEach
    void start() throws IOException {
        server = new FaultServer(Fault.ok("hello".getBytes(UTF_8)));
    }

    @AfterEach
    void stop() throws IOException {
        exchange.close();
        server.close();
    }

    @Test
    void gives_status_and_body() throws BoundedExchange.Failed {
        BoundedExchange.Answer answer = exchange.send(request(), LONG);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).asString(UTF_8).isEqualTo("hello");
    }

    @Test
    void tells_what_the_headers_say_of_time() throws BoundedExchange.Failed {
        server.answer(Fault.ok(
                new byte[0],
                "Date: Sun, 22 Nov 2026 10:00:00 GMT",
                "Retry-After: Sun, 22 Nov 2026 10:00:07 GMT",
                "Cache-Control: max-age=60"));

        BoundedExchange.Answer answer = exchange.send(request(), LONG);

        assertThat(answer.sentAt()).hasValue(Instant.parse("2026-11-22T10:00:00Z"));
        assertThat(answer.retryAfter()).hasValue(Duration.ofSeconds(7));
        assertThat(answer.maxAge()).hasValue(Duration.ofMinutes(1));
    }

    @Test
    void does_not_read_the_body_of_a_status_that_is_not_wanted() throws BoundedExchange.Failed {
        server.answer(Fault.headersOnly(404));

        BoundedExchange.Answer answer = exchange.send(request(), LONG);

        assertThat(answer.status()).isEqualTo(404);
        assertThatThrownBy(answer::body).isInstanceOf(BoundedExchange.Failed.class);
    }

    @Test
    void an_interrupted_caller_stays_interrupted() throws BoundedExchange.Failed {
        exchange.send(request(), LONG);
        server.answer(Fault.silence());

        assertThat(failureOfInterruptedCaller()).hasMessage("interrupted");
    }

    /** Then the client is still being made. */
    @Test
    void so_does_one_that_is_interrupted_before_its_first_request() {
        assertThat(failureOfInterruptedCaller()).hasMessage("interrupted");
    }

    private BoundedExchange.Failed failureOfInterruptedCaller() {
        Thread.currentThread().interrupt();
        BoundedExchange.Failed failure =
                catchThrowableOfType(BoundedExchange.Failed.class, () -> exchange.send(request(), LONG));
        assertThat(Thread.interrupted()).isTrue();
        return failure;
    }

    /** All that do not end by themselves as soon as they have nothing to do. */
    @Test
    void its_threads_are_daemons_and_end_with_it() throws Exception {
        Set<Thread> others = threads();
        exchange.send(request(), LONG);
        Set<Thread> own = threads();
        own.removeAll(others);

        assertThat(own).isNotEmpty().allMatch(Thread::isDaemon);
        exchange.close();
        for (Thread thread : own) {
            thread.join(LONG.toMillis());
            assertThat(thread.isAlive()).as(thread.getName()).isFalse();
        }
    }

    private static Set<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(BoundedExchangeTest::isOurs)
                .collect(Collectors.toSet());
    }

    private static boolean isOurs(Thread thread) {
        ThreadGroup group = thread.getThreadGroup(); // null after its end
        return group != null && group.getName().equals("cognito4j-http");
    }

    @Test
    void fails_at_once_when_it_is_closed() {
        exchange.close();

        assertThatThrownBy(() -> exchange.send(request(), LONG))
                .isInstanceOf(BoundedExchange.Failed.class)
                .hasMessage("no answer (IllegalStateException)");
        assertThat(server.requests()).isEmpty();
    }

    private HttpRequest request() {
        return HttpRequest.newBuilder(server.address("/")).build();
    }
}
