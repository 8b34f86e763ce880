package org.cognito4j.client;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.cognito4j.client.TokenAnswer.Failed;
import org.cognito4j.net.BoundedCalls;
import org.cognito4j.net.CallerTrace;
import org.jspecify.annotations.Nullable;

/**
 * Gives up another fetcher at a deadline. Its steps have deadlines of their own; this one is for what hangs between them, for example a
 * proxy selector of the application.
 */
final class DeadlineFetcher implements TokenFetcher, AutoCloseable {

    private final TokenFetcher fetcher;
    private final Duration deadline;
    private final BoundedCalls calls = new BoundedCalls("cognito4j-token-request");

    DeadlineFetcher(TokenFetcher fetcher, Duration deadline) {
        this.fetcher = fetcher;
        this.deadline = deadline;
    }

    /** What the other fetcher throws is thrown on, since it is no late answer. */
    @Override
    public TokenAnswer fetch(@Nullable String refused) {
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        AtomicReference<TokenAnswer> answer = new AtomicReference<>();
        Runnable asking = CallerTrace.carry(() -> answer.set(fetch(refused, thrown)));
        try {
            return calls.call(
                    () -> {
                        asking.run();
                        return answer.get();
                    },
                    deadline);
        } catch (BoundedCalls.Failed e) {
            if (thrown.get() instanceof RuntimeException exception) {
                throw exception;
            }
            if (thrown.get() instanceof Error error) {
                throw error;
            }
            return new Failed(TokenFailure.NO_ANSWER);
        }
    }

    private TokenAnswer fetch(@Nullable String refused, AtomicReference<Throwable> thrown) {
        try {
            return fetcher.fetch(refused);
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
