package org.cognito4j;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cognito4j.net.BoundedExchange;

/**
 * Fetches a pool's key set over HTTP. If the first address fails the next is tried within the same deadline; the one
 * that answered is asked first the next time.
 */
final class KeySetFetcher implements KeySetSource {

    private static final int MAX_BODY_BYTES = 256 * 1024;
    private static final int OK = 200;
    private static final Pattern MAX_AGE = Pattern.compile("(?:^|[,\\s])max-age=\"?([0-9]{1,9})\"?(?:$|[,\\s])");

    private final List<URI> addresses;
    private final Duration timeout;
    private final BoundedExchange exchange = new BoundedExchange(MAX_BODY_BYTES, status -> status == OK);
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
                .build();
        try {
            BoundedExchange.Answer answer =
                    exchange.send(request, Duration.ofNanos(Math.max(0, deadline - System.nanoTime())));
            if (answer.status() != OK) {
                throw new KeySetUnavailable("HTTP status " + answer.status(), answer.retryAfter());
            }
            return new Fetched(KeySetParser.parse(answer.body()), maxAge(answer.headers()));
        } catch (BoundedExchange.Failed e) {
            throw new KeySetUnavailable(e.getMessage());
        }
    }

    /** {@code Cache-Control: max-age} (RFC 9111 section 5.2.2.1). */
    private static Optional<Duration> maxAge(HttpHeaders headers) {
        Matcher matcher = MAX_AGE.matcher(String.join(",", headers.allValues("Cache-Control")));
        return matcher.find() ? Optional.of(Duration.ofSeconds(Long.parseLong(matcher.group(1)))) : Optional.empty();
    }
}
