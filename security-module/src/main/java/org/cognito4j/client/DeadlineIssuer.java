package org.cognito4j.client;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.cognito4j.client.TokenAnswer.Failed;
import org.cognito4j.net.BoundedCalls;
import org.jspecify.annotations.Nullable;

/**
 * Gives up another issuer at a deadline. Its steps have deadlines of their own; this one is for what hangs between them, for example a
 * proxy selector of the application.
 */
final class DeadlineIssuer implements TokenIssuer, AutoCloseable {

    private final TokenIssuer issuer;
    private final Duration deadline;
    private final BoundedCalls calls = new BoundedCalls("cognito4j-token-request");

    DeadlineIssuer(TokenIssuer issuer, Duration deadline) {
        this.issuer = issuer;
        this.deadline = deadline;
    }

    /** What the other issuer throws is thrown on, since it is no late answer. */
    @Override
    public TokenAnswer issue(@Nullable String refused) {
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        try {
            return calls.call(() -> issue(refused, thrown), deadline);
        } catch (BoundedCalls.Failed e) {
            if (thrown.get() instanceof RuntimeException exception) {
                throw exception;
            }
            if (thrown.get() instanceof Error error) {
                throw error;
            }
            return new Failed(Failure.NO_ANSWER);
        }
    }

    private TokenAnswer issue(@Nullable String refused, AtomicReference<Throwable> thrown) {
        try {
            return issuer.issue(refused);
        } catch (Throwable failure) {
            thrown.set(failure);
            throw failure;
        }
    }

    @Override
    public void close() {
        calls.close();
    }
}
