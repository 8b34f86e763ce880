package org.cognito4j;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Fetches a pool's key set over HTTP. Nothing the other side does can lead elsewhere, take longer or grow larger than
 * agreed: no redirect is followed, no compressed body is taken, one deadline counts from the first connect to the last
 * byte, and the body is capped. If the first address fails the next is tried within the same deadline; the one that
 * answered is asked first the next time.
 */
final class KeySetFetcher implements KeySetSource {

    private static final int MAX_BODY_BYTES = 256 * 1024;
    private static final int OK = 200;
    private static final Pattern MAX_AGE = Pattern.compile("(?:^|[,\\s])max-age=\"?([0-9]{1,9})\"?(?:$|[,\\s])");
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}");

    private final List<URI> addresses;
    private final Duration timeout;
    private @Nullable HttpClient client;
    private int preferred;

    KeySetFetcher(List<URI> addresses, Duration timeout) {
        this.addresses = addresses;
        this.timeout = timeout;
    }

    @Override
    public Fetched fetch() throws KeySetUnavailable {
        long deadline = System.nanoTime() + timeout.toNanos();
        KeySetUnavailable failure = null;
        int first = preferred;
        for (int i = 0; i < addresses.size(); i++) {
            int candidate = (first + i) % addresses.size();
            try {
                Fetched fetched = fetch(addresses.get(candidate), deadline);
                preferred = candidate;
                return fetched;
            } catch (KeySetUnavailable e) {
                failure = e;
                // The next round starts elsewhere, in case this address ate the whole time.
                preferred = (candidate + 1) % addresses.size();
            }
        }
        throw failure == null ? new KeySetUnavailable("there is no address") : failure;
    }

    private Fetched fetch(URI address, long deadline) throws KeySetUnavailable {
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Accept", "application/json")
                .timeout(timeout)
                .build();
        CompletableFuture<HttpResponse<Optional<byte[]>>> exchange = client().sendAsync(request, bounded());
        HttpResponse<Optional<byte[]>> response = await(exchange, deadline);
        if (response.statusCode() != OK) {
            throw new KeySetUnavailable("HTTP status " + response.statusCode(), retryAfter(response.headers()));
        }
        if (isCompressed(response.headers())) {
            throw new KeySetUnavailable("the answer is compressed, which was not asked for");
        }
        byte[] body = response.body()
                .orElseThrow(() -> new KeySetUnavailable("the answer is larger than " + MAX_BODY_BYTES + " bytes"));
        return new Fetched(KeySetParser.parse(body), maxAge(response.headers()));
    }

    private static HttpResponse<Optional<byte[]>> await(
            CompletableFuture<HttpResponse<Optional<byte[]>>> exchange, long deadline) throws KeySetUnavailable {
        try {
            return exchange.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new KeySetUnavailable("no complete answer in time");
        } catch (ExecutionException e) {
            throw new KeySetUnavailable("no answer (" + e.getCause().getClass().getSimpleName() + ")");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KeySetUnavailable("interrupted");
        } finally {
            exchange.cancel(true);
        }
    }

    /** A body that is not wanted is not read either. */
    private static BodyHandler<Optional<byte[]>> bounded() {
        return response -> {
            boolean wanted = response.statusCode() == OK && !isCompressed(response.headers());
            return new BoundedBody(wanted ? MAX_BODY_BYTES : 0);
        };
    }

    private static boolean isCompressed(HttpHeaders headers) {
        return headers.allValues("Content-Encoding").stream().anyMatch(coding -> !coding.equalsIgnoreCase("identity"));
    }

    /** {@code Cache-Control: max-age} (RFC 9111 section 5.2.2.1). */
    private static Optional<Duration> maxAge(HttpHeaders headers) {
        Matcher matcher = MAX_AGE.matcher(String.join(",", headers.allValues("Cache-Control")));
        return matcher.find() ? Optional.of(Duration.ofSeconds(Long.parseLong(matcher.group(1)))) : Optional.empty();
    }

    /** {@code Retry-After} in seconds (RFC 9110 section 10.2.3); a date is not worth trusting two clocks for. */
    private static Optional<Duration> retryAfter(HttpHeaders headers) {
        return headers.firstValue("Retry-After")
                .filter(value -> SECONDS.matcher(value).matches())
                .map(value -> Duration.ofSeconds(Long.parseLong(value)));
    }

    /** Made on first use, by the thread that fetches, so that the client's own thread belongs to no application. */
    private HttpClient client() {
        if (client == null) {
            client = HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .connectTimeout(timeout)
                    .build();
        }
        return client;
    }
}
