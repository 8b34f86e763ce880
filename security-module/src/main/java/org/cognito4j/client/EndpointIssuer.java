package org.cognito4j.client;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import org.cognito4j.client.TokenAnswer.Failed;
import org.cognito4j.net.BoundedExchange;
import org.jspecify.annotations.Nullable;

/** Asks Cognito, with the secret that works. Counts what it sends. */
final class EndpointIssuer implements TokenIssuer, AutoCloseable {

    static final int MAX_BODY_BYTES = 64 * 1024;

    private static final Duration LEAST_TIME = Duration.ofMillis(1);

    private final TokenApi api;
    private final List<BoundedSecret> suppliers;
    private final SecretRotation secrets;
    private final Duration timeout;
    private final InstantSource clock;
    // What is wrong stands in the body of an error too.
    private final BoundedExchange exchange = new BoundedExchange(MAX_BODY_BYTES, status -> true);
    private final LongAdder requests = new LongAdder();
    private final LongAdder failures = new LongAdder();
    private volatile long deadlineTick; // of two requests with their secrets

    EndpointIssuer(ClientSettings settings, InstantSource clock) {
        this.api = settings.api();
        this.suppliers = settings.secrets().stream()
                .map(secret -> new BoundedSecret(secret, this::timeLeft))
                .toList();
        this.secrets = new SecretRotation(List.copyOf(suppliers));
        this.timeout = settings.timeout();
        this.clock = clock;
    }

    @Override
    public TokenAnswer issue(@Nullable String refused) {
        deadlineTick = System.nanoTime() + timeout.multipliedBy(2).toNanos();
        return secrets.ask(this::request);
    }

    long requests() {
        return requests.sum();
    }

    long failures() {
        return failures.sum();
    }

    @Override
    public void close() {
        suppliers.forEach(BoundedSecret::close);
        exchange.close();
    }

    /** What the next step may take: a supplier of a secret, or a request. */
    private Duration timeLeft() {
        Duration left = Duration.ofNanos(Math.max(deadlineTick - System.nanoTime(), LEAST_TIME.toNanos()));
        return left.compareTo(timeout) < 0 ? left : timeout;
    }

    private TokenAnswer request(String secret) {
        requests.increment();
        TokenAnswer answer = ask(api, secret, exchange, timeLeft(), clock.instant());
        if (answer instanceof Failed) {
            failures.increment();
        }
        return answer;
    }

    /** Asks once. */
    static TokenAnswer ask(TokenApi api, String secret, BoundedExchange exchange, Duration timeout, Instant now) {
        try {
            return new AnswerReader(api.names(), api.settings().clientId())
                    .read(exchange.send(api.request(secret), timeout), now);
        } catch (BoundedExchange.Failed e) {
            return new Failed(e.proxyRefusal()
                    .map(refusal -> new Failure(refusal.code(), false))
                    .orElseGet(() -> Failure.NO_ANSWER));
        }
    }
}
