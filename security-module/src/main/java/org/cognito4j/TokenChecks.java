package org.cognito4j;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import org.cognito4j.Verification.Accepted;
import org.cognito4j.Verification.Unavailable;
import org.cognito4j.net.BoundedCalls;
import org.cognito4j.net.QuietLog;
import org.cognito4j.net.Quietly;
import org.jspecify.annotations.Nullable;

/**
 * Asks {@link TokenCheck}s about verified tokens, with a deadline for all of them. The forms of the module for servers do so by themselves; who
 * embeds {@link TokenVerifier} passes its outcome through {@link #apply}.
 *
 * <p>At most 1024 threads ask at a time, and none any more while 32 calls hang beyond their deadline. Thread-safe.
 */
public final class TokenChecks implements AutoCloseable {

    /** How long all checks of a request have if nothing else is set: two seconds. */
    public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(2);

    private static final Logger LOG = QuietLog.of("org.cognito4j");
    private static final int MOST_THREADS = 1_024;
    private static final int MOST_HANGING = 32;
    private static final Duration SHORTEST_TIMEOUT = Duration.ofMillis(100);
    private static final Duration LONGEST_TIMEOUT = Duration.ofSeconds(30);
    private static final Duration RETRY = Duration.ofSeconds(5);
    private static final long MINUTE = Duration.ofMinutes(1).toNanos();

    /** Asks nobody. */
    public static final TokenChecks NONE =
            new TokenChecks(List.of(), DEFAULT_TIMEOUT, System::nanoTime, Optional.empty());

    private final List<TokenCheck> checks;
    private final Duration timeout;
    private final LongSupplier ticker;
    private final BoundedCalls calls = new BoundedCalls("cognito4j-token-check", MOST_THREADS, MOST_HANGING);
    private final Optional<ClassLoader> loader;
    private final AtomicLong lastTrace;

    TokenChecks(Collection<? extends TokenCheck> checks, Duration timeout, LongSupplier ticker) {
        this(checks, timeout, ticker, Optional.ofNullable(Thread.currentThread().getContextClassLoader()));
    }

    private TokenChecks(
            Collection<? extends TokenCheck> checks,
            Duration timeout,
            LongSupplier ticker,
            Optional<ClassLoader> loader) {
        if (timeout.compareTo(SHORTEST_TIMEOUT) < 0 || timeout.compareTo(LONGEST_TIMEOUT) > 0) {
            throw new IllegalArgumentException(
                    "Checks have " + SHORTEST_TIMEOUT + " to " + LONGEST_TIMEOUT + " for an answer");
        }
        this.checks = List.copyOf(checks);
        this.timeout = timeout;
        this.ticker = ticker;
        this.loader = loader;
        this.lastTrace = new AtomicLong(ticker.getAsLong() - MINUTE);
    }

    /**
     * Makes some checks one, to be closed with what uses it. They are called with the context class loader of the calling thread.
     *
     * @param checks all of which have to allow a token
     * @param timeout how long all of them have for one request; 100 milliseconds to 30 seconds
     * @return what asks them
     * @throws IllegalArgumentException if the time is out of bounds
     */
    public static TokenChecks of(Collection<? extends TokenCheck> checks, Duration timeout) {
        return new TokenChecks(checks, timeout, System::nanoTime);
    }

    /**
     * Returns whether there is no check, so that each token is allowed.
     *
     * @return true if nobody is asked
     */
    public boolean isEmpty() {
        return checks.isEmpty();
    }

    /**
     * Passes on an outcome that the checks agree with.
     *
     * @param outcome of a {@link TokenVerifier}
     * @param request what is known of the request
     * @return the same unless it is accepted and a check denies it, {@link RejectionReason#DENIED_BY_APPLICATION}, or gives no answer,
     *     {@link Unavailable}
     */
    public Verification apply(Verification outcome, RequestFacts request) {
        if (isEmpty() || !(outcome instanceof Accepted accepted)) {
            return outcome;
        }
        try {
            Optional<Denial> denial = ask(accepted.token(), request);
            return denial.isEmpty() ? outcome : accepted.deniedBy(denial.get());
        } catch (TokenCheckFailed failure) {
            return new Unavailable(RETRY);
        }
    }

    /**
     * Asks the checks about a token, unless an answer is remembered.
     *
     * @param token a verified token
     * @param request what is known of the request
     * @return the first denial; empty if all allow it
     * @throws TokenCheckFailed if one of them throws, returns null or does not return in time
     */
    public Optional<Denial> ask(AccessToken token, RequestFacts request) {
        if (isEmpty()) {
            return Optional.empty();
        }
        AccessToken.Verified verified = token.verified();
        RememberedAnswer known = verified.answer();
        if (known != null && known.by() == this && ticker.getAsLong() - known.until() < 0) {
            return known.denial();
        }
        Answer answer = decide(verified, request);
        if (!answer.rememberedFor.isZero()) {
            verified.remember(
                    new RememberedAnswer(this, answer.denial, ticker.getAsLong() + answer.rememberedFor.toNanos()));
        }
        return answer.denial;
    }

    /** The combined answer of all checks. */
    private record Answer(Optional<Denial> denial, Duration rememberedFor) {}

    private Answer decide(AccessToken token, RequestFacts request) {
        AtomicReference<@Nullable Throwable> thrown = new AtomicReference<>();
        try {
            return calls.call(() -> run(token, request, thrown), timeout);
        } catch (BoundedCalls.Failed e) {
            throw failed(e.getMessage(), thrown.get());
        }
    }

    private Answer run(AccessToken token, RequestFacts request, AtomicReference<@Nullable Throwable> thrown)
            throws Exception {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        loader.ifPresent(thread::setContextClassLoader);
        try {
            return askAll(token, request);
        } catch (Throwable failure) {
            thrown.set(failure);
            throw failure;
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private Answer askAll(AccessToken token, RequestFacts request) throws Exception {
        Duration shortest = Denial.LONGEST;
        for (TokenCheck check : checks) {
            Optional<Denial> denial = Objects.requireNonNull(check.check(token, request), "a check returned null");
            if (denial.isPresent()) {
                return new Answer(denial, denial.get().rememberedFor());
            }
            Duration time = check.allowanceRememberedFor(token);
            Denial.requireShort(time);
            shortest = time.compareTo(shortest) < 0 ? time : shortest;
        }
        return new Answer(Optional.empty(), shortest);
    }

    /** One stack trace a minute: a check that always throws does so with each request. */
    private TokenCheckFailed failed(String message, @Nullable Throwable thrown) {
        TokenCheckFailed failure = new TokenCheckFailed("A token check gave no answer: " + message);
        if (thrown != null) {
            failure.setStackTrace(thrown.getStackTrace());
        }
        long now = ticker.getAsLong();
        long last = lastTrace.get();
        if (now - last >= MINUTE && lastTrace.compareAndSet(last, now)) {
            Quietly.run(() -> LOG.log(Level.ERROR, "Requests are refused with 503: " + failure.getMessage(), failure));
        }
        return failure;
    }

    /** Interrupts the checks that run. Waits for nothing; afterwards no token is allowed. */
    @Override
    public void close() {
        if (!isEmpty()) {
            calls.close();
        }
    }
}
