package org.cognito4j.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.cognito4j.benchmarks.Contender.Entry;
import org.cognito4j.benchmarks.Contender.Outcome;
import org.cognito4j.fault.Fault;
import org.cognito4j.fault.FaultServer;

/** One contender with its endpoint, both fresh. Calls are made on threads of their own and given up on in the end. */
final class Situation implements AutoCloseable {

    /** How long anybody is waited for. */
    static final Duration PATIENCE = Duration.ofSeconds(30);

    static final Call NO_ANSWER = new Call("no answer", PATIENCE.toMillis());

    final TokenIssuer issuer;
    final FaultServer server;
    final ExecutorService callers = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task);
        thread.setDaemon(true);
        return thread;
    });
    private final Contender contender;

    /** What a call came to, and after what time; no outcome if nobody waited for it any longer. */
    record Call(String outcome, double millis) {

        boolean accepted() {
            return outcome.equals(Outcome.ACCEPTED.name());
        }

        @Override
        public String toString() {
            String time = millis < 1_000
                    ? String.format(Locale.ROOT, "%.0f ms", millis)
                    : String.format(Locale.ROOT, "%.1f s", millis / 1_000);
            return outcome.toLowerCase(Locale.ROOT) + " after " + time;
        }
    }

    Situation(Entry entry, TokenIssuer issuer, Fault first) throws IOException {
        this(entry.start(), issuer, first);
    }

    Situation(Function<URI, Contender> start, TokenIssuer issuer, Fault first) throws IOException {
        this.issuer = issuer;
        this.server = new FaultServer(first);
        this.contender = start.apply(server.address("/jwks.json"));
    }

    CompletableFuture<Call> begin(String token) {
        return CompletableFuture.supplyAsync(() -> callHere(token), callers);
    }

    Call call(String token) {
        return await(begin(token));
    }

    Call callHere(String token) {
        long start = System.nanoTime();
        Outcome outcome = contender.verify(token);
        return new Call(outcome.name(), (System.nanoTime() - start) / 1e6);
    }

    static Call await(CompletableFuture<Call> call) {
        try {
            return call.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return NO_ANSWER;
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        contender.close();
        callers.shutdownNow();
    }
}
