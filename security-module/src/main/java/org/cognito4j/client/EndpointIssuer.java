package org.cognito4j.client;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.LongAdder;
import org.cognito4j.client.TokenAnswer.Failed;
import org.cognito4j.net.BoundedExchange;
import org.jspecify.annotations.Nullable;

/** Asks Cognito, with the secret that works. Counts what it sends. */
final class EndpointIssuer implements TokenIssuer, AutoCloseable {

    static final int MAX_BODY_BYTES = 64 * 1024;

    private final TokenApi api;
    private final SecretRotation secrets;
    private final Duration timeout;
    private final InstantSource clock;
    // What is wrong stands in the body of an error too.
    private final BoundedExchange exchange = new BoundedExchange(MAX_BODY_BYTES, status -> true);
    private final LongAdder requests = new LongAdder();
    private final LongAdder failures = new LongAdder();

    EndpointIssuer(ClientSettings settings, InstantSource clock) {
        this.api = settings.api();
        this.secrets = new SecretRotation(settings.secrets());
        this.timeout = settings.timeout();
        this.clock = clock;
    }

    @Override
    public TokenAnswer issue(@Nullable String refused) {
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
        exchange.close();
    }

    private TokenAnswer request(String secret) {
        requests.increment();
        TokenAnswer answer = ask(api, secret, exchange, timeout, clock.instant());
        if (answer instanceof Failed) {
            failures.increment();
        }
        return answer;
    }

    /** Asks once. */
    static TokenAnswer ask(TokenApi api, String secret, BoundedExchange exchange, Duration timeout, Instant now) {
        try {
            return new AnswerReader(api.names()).read(exchange.send(api.request(secret), timeout), now);
        } catch (BoundedExchange.Failed e) {
            return new Failed(e.proxyRefusal()
                    .map(refusal -> new Failure(refusal.code(), false))
                    .orElseGet(() -> new Failure("no-answer", true)));
        }
    }
}
