package org.cognito4j.net;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The JDK's HTTP client as it is used here: no redirects, the JDK's TLS and proxy settings, and threads that
 * end. It is made for the first request, since a service may never need it.
 */
final class EndingClient implements AutoCloseable {

    private @Nullable HttpClient client;
    private @Nullable ExecutorService threads;
    private @Nullable ThreadGroup selector;
    private boolean closed;

    /** Fails at once if this is closed. Sends without the lock: a proxy selector is foreign and may hang. */
    <T> CompletableFuture<HttpResponse<T>> send(HttpRequest request, BodyHandler<T> handler)
            throws InterruptedException {
        HttpClient open = open();
        try {
            return open == null
                    ? CompletableFuture.failedFuture(new IllegalStateException("closed"))
                    : open.sendAsync(request, handler);
        } catch (RuntimeException e) { // thrown by a proxy selector, or for a client that was closed just now
            return CompletableFuture.failedFuture(e);
        }
    }

    private synchronized @Nullable HttpClient open() throws InterruptedException {
        if (client == null && !closed) {
            ExecutorService workers = idleThreadsEnd();
            ThreadGroup group = new ThreadGroup("cognito4j-http");
            client = builtIn(group, workers);
            threads = workers;
            selector = group;
        }
        return client;
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (client != null) {
            end(client, selector, threads);
        }
        client = null;
        threads = null;
        selector = null;
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
    private static ExecutorService idleThreadsEnd() {
        return new ThreadPoolExecutor(
                0,
                Integer.MAX_VALUE,
                500,
                TimeUnit.MILLISECONDS,
                new SynchronousQueue<>(),
                task -> DetachedThread.of(task, "cognito4j-http"));
    }
}
