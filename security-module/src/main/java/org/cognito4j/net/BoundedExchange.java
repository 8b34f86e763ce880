package org.cognito4j.net;

import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests to a server of which nothing good is taken for granted. Nothing that it does can lead elsewhere, take
 * longer or grow larger than agreed: no redirect is followed, no compressed body is taken, one deadline counts from the
 * first connect to the last byte, and the body is capped. Used by one thread at a time.
 */
public final class BoundedExchange {

    private final int maxBodyBytes;
    private final IntPredicate wanted;
    private @Nullable HttpClient client;

    /**
     * An exchange that has not connected to anything yet.
     *
     * @param maxBodyBytes the most bytes that are read of a body
     * @param wanted tells by its status whether an answer's body is read at all
     */
    public BoundedExchange(int maxBodyBytes, IntPredicate wanted) {
        this.maxBodyBytes = maxBodyBytes;
        this.wanted = wanted;
    }

    /** There is no complete answer. The message quotes nothing that came from outside. */
    public static final class Failed extends Exception {

        private static final long serialVersionUID = 1;

        Failed(String message) {
            super(message, null, false, false);
        }
    }

    /** An answer, of which the body may have been refused. */
    public static final class Answer {

        private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}");

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
            return response.body()
                    .orElseThrow(() -> new Failed("the answer is larger than " + maxBodyBytes + " bytes"));
        }

        /**
         * What the server asks for with {@code Retry-After} in seconds (RFC 9110 section 10.2.3). A date is not worth
         * trusting two clocks for.
         *
         * @return the time, not clamped in any way
         */
        public Optional<Duration> retryAfter() {
            return headers()
                    .firstValue("Retry-After")
                    .filter(value -> SECONDS.matcher(value).matches())
                    .map(value -> Duration.ofSeconds(Long.parseLong(value)));
        }
    }

    /**
     * Sends a request and waits for the whole answer.
     *
     * @param request what to send
     * @param deadline how long all of it may take
     * @return the answer, of whatever status
     * @throws Failed if there is none in time. If the thread is interrupted, it still is afterwards
     */
    public Answer send(HttpRequest request, Duration deadline) throws Failed {
        CompletableFuture<HttpResponse<Optional<byte[]>>> exchange = client().sendAsync(request, bounded());
        try {
            return new Answer(exchange.get(deadline.toNanos(), TimeUnit.NANOSECONDS), maxBodyBytes);
        } catch (TimeoutException e) {
            throw new Failed("no complete answer in time");
        } catch (ExecutionException e) {
            throw new Failed("no answer (" + e.getCause().getClass().getSimpleName() + ")");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failed("interrupted");
        } finally {
            exchange.cancel(true);
        }
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

    /** Made on first use, by the thread that sends, so that the client's own thread belongs to no application. */
    private HttpClient client() {
        if (client == null) {
            client = HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();
        }
        return client;
    }
}
