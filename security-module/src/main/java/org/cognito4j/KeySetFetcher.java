package org.cognito4j;

import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import org.cognito4j.net.BoundedExchange;

/**
 * Fetches a pool's key set over HTTP. If the first address fails the next is tried. Each gets its share of the time
 * that is left, so that one that hangs leaves enough for the others. The one that answered is asked first the next
 * time.
 */
final class KeySetFetcher implements KeySetSource {

    private static final int MAX_BODY_BYTES = 256 * 1024;
    private static final int OK = 200;

    private final List<URI> addresses;
    private final BoundedExchange exchange = new BoundedExchange(MAX_BODY_BYTES, status -> status == OK);
    private int preferred;

    KeySetFetcher(List<URI> addresses) {
        this.addresses = addresses;
    }

    @Override
    public Fetched fetch(Duration timeout) throws KeySetUnavailable {
        long deadline = System.nanoTime() + timeout.toNanos();
        KeySetUnavailable failure = null;
        int first = preferred;
        for (int i = 0; i < addresses.size(); i++) {
            int candidate = (first + i) % addresses.size();
            long share = (deadline - System.nanoTime()) / (addresses.size() - i);
            try {
                Fetched fetched = fetch(addresses.get(candidate), Duration.ofNanos(Math.max(0, share)));
                preferred = candidate;
                return fetched;
            } catch (KeySetUnavailable e) {
                failure = e;
            }
        }
        throw failure == null ? new KeySetUnavailable("there is no address") : failure;
    }

    @Override
    public void close() {
        exchange.close();
    }

    private Fetched fetch(URI address, Duration timeout) throws KeySetUnavailable {
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Accept", "application/json")
                .build();
        try {
            BoundedExchange.Answer answer = exchange.send(request, timeout);
            if (answer.status() != OK) {
                throw new KeySetUnavailable("HTTP status " + answer.status(), answer.retryAfter());
            }
            return new Fetched(KeySetParser.parse(answer.body()), answer.maxAge());
        } catch (BoundedExchange.Failed e) {
            throw new KeySetUnavailable(e.getMessage());
        }
    }
}
