package org.cognito4j.net;

import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntPredicate;

/**
 * Sends requests to a server of which nothing good is taken for granted. Nothing that it does can lead elsewhere, take
 * longer or grow larger than agreed: no redirect is followed, no compressed body is taken, one deadline counts from the
 * first connect to the last byte, and the body is capped. Used by one thread at a time, but for {@link #close()}.
 */
public final class BoundedExchange implements AutoCloseable {

    private final int maxBodyBytes;
    private final IntPredicate wanted;
    private final EndingClient client;
    private final ProxyLogin login = new ProxyLogin(System::nanoTime);
    private final OpenTelemetryLookup telemetry = new OpenTelemetryLookup();

    /**
     * An exchange that has not connected to anything yet.
     *
     * @param maxBodyBytes the most bytes that are read of a body
     * @param wanted tells by its status whether an answer's body is read at all
     */
    public BoundedExchange(int maxBodyBytes, IntPredicate wanted) {
        this(maxBodyBytes, wanted, new EndingClient());
    }

    /** An exchange by a client that it ends. */
    BoundedExchange(int maxBodyBytes, IntPredicate wanted, EndingClient client) {
        this.maxBodyBytes = maxBodyBytes;
        this.wanted = wanted;
        this.client = client;
    }

    /** There is no complete answer. The message quotes nothing that came from outside. */
    public static final class Failed extends Exception {

        private static final long serialVersionUID = 1;

        private final transient Optional<ProxyRefusal> proxyRefusal;
        private final String kind;

        Failed(String message) {
            this(message, message);
        }

        Failed(String message, String kind) {
            super(message, null, false, false);
            this.proxyRefusal = Optional.empty();
            this.kind = kind;
        }

        Failed(ProxyRefusal refusal) {
            super(refusal.sentence(), null, false, false);
            this.proxyRefusal = Optional.of(refusal);
            this.kind = refusal.code();
        }

        /**
         * Returns why a proxy let the request not pass.
         *
         * @return empty if something else is the matter
         */
        public Optional<ProxyRefusal> proxyRefusal() {
            return proxyRefusal;
        }
    }

    /** An answer, of which the body may have been refused. */
    public static final class Answer {

        private final HttpResponse<Optional<byte[]>> response;
        private final int maxBodyBytes;

        Answer(HttpResponse<Optional<byte[]>> response, int maxBodyBytes) {
            this.response = response;
            this.maxBodyBytes = maxBodyBytes;
        }

        /**
         * The status code.
         *
         * @return for example 200
         */
        public int status() {
            return response.statusCode();
        }

        /**
         * The header fields.
         *
         * @return as they came
         */
        public HttpHeaders headers() {
            return response.headers();
        }

        /**
         * The body.
         *
         * @return all of it
         * @throws Failed if it is compressed or larger than agreed
         */
        public byte[] body() throws Failed {
            if (isCompressed(headers())) {
                throw new Failed("the answer is compressed, which was not asked for");
            }
            Optional<byte[]> body = response.body();
            if (body == null) { // the JDK reads none where a proxy refuses to open a tunnel
                throw new Failed("the answer is a proxy's");
            }
            return body.orElseThrow(() -> new Failed("the answer is larger than " + maxBodyBytes + " bytes"));
        }

        /**
         * What the server asks for with {@code Retry-After} (RFC 9110 section 10.2.3). A date counts from the {@code
         * Date} of the same answer, so that two clocks need not agree.
         *
         * @return the time, not clamped in any way
         */
        public Optional<Duration> retryAfter() {
            return FreshnessHeaders.retryAfter(headers());
        }

        /**
         * When the server sent the answer, by its own clock: {@code Date} (RFC 9110 section 6.6.1).
         *
         * @return the instant, without parts of a second; empty if it did not say
         */
        public Optional<Instant> sentAt() {
            return FreshnessHeaders.sentAt(headers());
        }

        /**
         * For how long a cache on the way has kept the answer: {@code Age} (RFC 9111 section 5.1).
         *
         * @return the time; empty if no cache says so
         */
        public Optional<Duration> age() {
            return FreshnessHeaders.age(headers());
        }

        /**
         * For how long the server calls its answer fresh with {@code Cache-Control} (RFC 9111 section 5.2.2).
         *
         * @return the time, not clamped in any way; zero if the answer is not to be kept
         */
        public Optional<Duration> maxAge() {
            return FreshnessHeaders.maxAge(headers());
        }
    }

    /**
     * Sends a request and waits for the whole answer. A proxy that asks for credentials gets those of the JDK's default {@link
     * java.net.Authenticator}.
     *
     * @param request what to send
     * @param deadline how long all of it may take
     * @return the answer, of whatever status
     * @throws Failed if there is none in time. If the thread is interrupted, it still is afterwards
     */
    public Answer send(HttpRequest request, Duration deadline) throws Failed {
        long end = System.nanoTime() + deadline.toNanos();
        RequestTrace trace =
                OpenTelemetryLookup.hasApi() ? ClientSpan.begin(request, telemetry) : new RequestTrace.None(request);
        String failure = "_OTHER";
        try {
            Answer answer = exchange(trace.request(), end);
            failure = "";
            trace.answered(answer.status());
            return answer;
        } catch (Failed e) {
            failure = e.kind;
            throw e;
        } finally {
            if (!failure.isEmpty()) {
                trace.failed(failure);
            }
        }
    }

    private Answer exchange(HttpRequest request, long end) throws Failed {
        boolean complete = false;
        try {
            HttpResponse<Optional<byte[]>> response = await(client.send(login.prepare(request), bounded()), end);
            if (response.statusCode() == ProxyLogin.REQUIRED) {
                response = repeat(request, response, end);
            }
            complete = true;
            return new Answer(response, maxBodyBytes);
        } catch (ProxyLogin.Refused e) {
            throw new Failed(e.refusal());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failed("interrupted");
        } finally {
            if (!complete) {
                client.renew();
            }
        }
    }

    private HttpResponse<Optional<byte[]>> repeat(HttpRequest request, HttpResponse<Optional<byte[]>> refused, long end)
            throws Failed, ProxyLogin.Refused, InterruptedException {
        List<String> challenges = refused.headers().allValues("Proxy-Authenticate");
        Optional<HttpRequest> answered = login.answer(request, challenges, end);
        if (answered.isEmpty()) {
            return refused;
        }
        HttpResponse<Optional<byte[]>> response = await(client.send(answered.get(), bounded()), end);
        login.conclude(answered.get(), response.statusCode() != ProxyLogin.REQUIRED);
        return response;
    }

    private static <T> T await(CompletableFuture<T> exchange, long end) throws Failed, InterruptedException {
        try {
            return exchange.get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new Failed("no complete answer in time", "timeout");
        } catch (ExecutionException e) {
            Class<?> cause = e.getCause().getClass();
            throw new Failed("no answer (" + cause.getSimpleName() + ")", cause.getName());
        } finally {
            exchange.cancel(true);
        }
    }

    /** Ends what is under way and all threads. Any thread may call it. */
    @Override
    public void close() {
        client.close();
    }

    /** A body that is not wanted is not read either. */
    private BodyHandler<Optional<byte[]>> bounded() {
        return response -> {
            boolean read = wanted.test(response.statusCode()) && !isCompressed(response.headers());
            return new BoundedBody(read ? maxBodyBytes : 0);
        };
    }

    private static boolean isCompressed(HttpHeaders headers) {
        return headers.allValues("Content-Encoding").stream().anyMatch(coding -> !coding.equalsIgnoreCase("identity"));
    }
}
