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

    private static final int MAX_BODY_BYTES = 64 * 1024;

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
        Instant requestedAt = clock.instant();
        requests.increment();
        TokenAnswer answer;
        try {
            answer = new AnswerReader(api.names()).read(exchange.send(api.request(secret), timeout), requestedAt);
        } catch (BoundedExchange.Failed e) {
            answer = new Failed(new Failure("no-answer", true));
        }
        if (answer instanceof Failed) {
            failures.increment();
        }
        return answer;
    }
}
