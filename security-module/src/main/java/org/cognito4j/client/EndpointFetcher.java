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
final class EndpointFetcher implements TokenFetcher, AutoCloseable {

    static final int MAX_BODY_BYTES = 64 * 1024;

    private static final Duration LEAST_TIME = Duration.ofMillis(1);

    private final TokenRequestForm form;
    private final List<BoundedSecret> suppliers;
    private final SecretRotation secrets;
    private final Duration timeout;
    private final InstantSource clock;
    // What is wrong stands in the body of an error too.
    private final BoundedExchange exchange = new BoundedExchange(MAX_BODY_BYTES, status -> true);
    private final LongAdder requests = new LongAdder();
    private final LongAdder failures = new LongAdder();
    private volatile long deadlineTick; // of two requests with their secrets

    EndpointFetcher(ClientSettings settings, InstantSource clock) {
        this.form = TokenRequestForm.of(settings);
        this.suppliers = settings.secrets().stream()
                .map(secret -> new BoundedSecret(secret, this::timeLeft))
                .toList();
        this.secrets = new SecretRotation(List.copyOf(suppliers));
        this.timeout = settings.timeout();
        this.clock = clock;
    }

    @Override
    public TokenAnswer fetch(@Nullable String refused) {
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
        TokenAnswer answer = ask(form, secret, exchange, timeLeft(), clock.instant());
        if (answer instanceof Failed) {
            failures.increment();
        }
        return answer;
    }

    /** Asks once. */
    static TokenAnswer ask(
            TokenRequestForm form, String secret, BoundedExchange exchange, Duration timeout, Instant now) {
        try {
            return new AnswerReader(form.names(), form.settings().clientId())
                    .read(exchange.send(form.request(secret), timeout), now);
        } catch (BoundedExchange.Failed e) {
            return new Failed(e.proxyRefusal()
                    .map(refusal -> new TokenFailure(refusal.code(), false))
                    .orElseGet(() -> TokenFailure.NO_ANSWER));
        }
    }
}
