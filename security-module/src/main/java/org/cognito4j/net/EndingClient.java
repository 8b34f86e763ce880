package org.cognito4j.net;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The JDK's HTTP client as it is used here: no redirects, the JDK's TLS and proxy settings, and threads that
 * end. It is made for the first request, since a service may never need it.
 */
final class EndingClient implements AutoCloseable {

    private final ThreadFactory factory;
    private @Nullable HttpClient client;
    private @Nullable ExecutorService threads;
    private @Nullable ThreadGroup selector;
    private boolean closed;

    EndingClient() {
        this(task -> DetachedThread.of(task, "cognito4j-http"));
    }

    /** A client with threads of a factory, for its work though not for its selector. */
    EndingClient(ThreadFactory factory) {
        this.factory = factory;
    }

    /**
     * Fails at once if this is closed. Sends on a thread of its own: the JDK asks the proxy selector for each request, which is
     * foreign and may hang. Cancelling the result aborts the request.
     */
    <T> CompletableFuture<HttpResponse<T>> send(HttpRequest request, BodyHandler<T> handler)
            throws InterruptedException {
        CompletableFuture<HttpResponse<T>> result = new CompletableFuture<>();
        try {
            if (!submit(sender -> send(sender, request, handler, result))) {
                result.completeExceptionally(new IllegalStateException("closed"));
            }
        } catch (RuntimeException | Error e) { // no client can be made, or no thread started
            result.completeExceptionally(e);
        }
        return result;
    }

    private static <T> void send(
            HttpClient sender, HttpRequest request, BodyHandler<T> handler, CompletableFuture<HttpResponse<T>> result) {
        try {
            CompletableFuture<HttpResponse<T>> exchange = sender.sendAsync(request, handler);
            exchange.whenComplete((response, failure) -> {
                if (failure == null) {
                    result.complete(response);
                } else {
                    result.completeExceptionally(failure);
                }
            });
            result.whenComplete((response, failure) -> exchange.cancel(true));
        } catch (RuntimeException | Error e) { // thrown by a proxy selector, or for a client that was closed just now
            result.completeExceptionally(e);
        }
    }

    /** Returns whether the work was begun: false if this is closed. */
    private synchronized boolean submit(Consumer<HttpClient> work) throws InterruptedException {
        if (closed) {
            return false;
        }
        if (client == null) {
            ExecutorService workers = idleThreadsEnd();
            ThreadGroup group = new ThreadGroup("cognito4j-http");
            client = builtIn(group, workers);
            threads = workers;
            selector = group;
        }
        HttpClient open = client;
        threads.execute(() -> work.accept(open));
        return true;
    }

    /** Gives up the client, which some failures leave useless for ever. The next request makes another one. */
    synchronized void renew() {
        if (client != null) {
            end(client, selector, threads);
        }
        client = null;
        threads = null;
        selector = null;
    }

    @Override
    public synchronized void close() {
        closed = true;
        renew();
    }

    /**
     * A client whose selector thread can be found again. That thread belongs to the group of the thread that makes the
     * client, and ends when it is interrupted; before JDK 21 it would otherwise stay until the client is garbage.
     */
    private HttpClient builtIn(ThreadGroup group, ExecutorService threads) throws InterruptedException {
        CompletableFuture<HttpClient> building = new CompletableFuture<>();
        Thread builder = DetachedThread.of(group, () -> build(building, threads), "cognito4j-http-start");
        builder.start();
        try {
            return building.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the JDK's HTTP client cannot be made", e.getCause());
        } catch (InterruptedException e) {
            // The client that is being made gets a selector thread, and nobody else will know of it.
            building.whenComplete((late, failure) -> end(late, group, threads));
            throw e;
        }
    }

    private static void build(CompletableFuture<HttpClient> building, ExecutorService threads) {
        try {
            building.complete(HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .executor(threads)
                    .build());
        } catch (Throwable failure) {
            building.completeExceptionally(failure);
        }
    }

    private static void end(@Nullable HttpClient client, ThreadGroup group, ExecutorService threads) {
        if (client != null) {
            shutDown(client);
        }
        threads.shutdownNow();
        group.interrupt();
    }

    /** Since JDK 21 there is a way to end a client at once; its {@code close()} would wait for what is under way. */
    private static void shutDown(HttpClient client) {
        try {
            HttpClient.class.getMethod("shutdownNow").invoke(client);
        } catch (ReflectiveOperationException e) {
            // It is an older JDK.
        }
    }

    /** The client's own threads would stay for a minute after their last work. */
    private ExecutorService idleThreadsEnd() {
        return new ThreadPoolExecutor(
                0, Integer.MAX_VALUE, 500, TimeUnit.MILLISECONDS, new SynchronousQueue<>(), factory);
    }
}
