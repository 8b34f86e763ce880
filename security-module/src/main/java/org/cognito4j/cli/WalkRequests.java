package org.cognito4j.cli;

import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.cognito4j.net.BoundedExchange;
import org.cognito4j.net.StrictJson;
import org.cognito4j.net.Transport;
import org.jspecify.annotations.Nullable;

/** Sends the requests of an {@code AgentWalk}, bounded in time and size, over https or to this machine. Used by one thread. */
final class WalkRequests implements AutoCloseable {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final int MOST_BYTES = 64 * 1024;
    private static final int MOST_VALUES = 1_000;

    private final BoundedExchange exchange = new BoundedExchange(MOST_BYTES, status -> true);
    private final Transport transport;
    private final Consumer<Finding> findings;

    /**
     * No request yet.
     *
     * @param url the API. Only one on this machine may lead to further addresses on this machine
     * @param findings takes what is wrong with an answer
     */
    WalkRequests(URI url, Consumer<Finding> findings) {
        this.transport = Transport.of(url);
        this.findings = findings;
    }

    /** Returns a JSON document; null if there is none. */
    @Nullable Map<String, Object> document(String check, URI place, boolean isNamed) {
        if (Transport.of(place) != Transport.HTTPS && Transport.of(place) != transport) {
            findings.accept(Finding.fault(
                    check, place + " is no https address, so a client does not ask there", "Name an https address"));
            return null;
        }
        try {
            BoundedExchange.Answer answer = send(place, "");
            if (answer.status() == 200) {
                return StrictJson.object(answer.body(), MOST_VALUES);
            }
            if (isNamed) {
                findings.accept(Finding.fault(
                        check,
                        place + " answers " + answer.status(),
                        "The document is below the context path of the application: let a proxy hand it over"));
            }
            return null;
        } catch (BoundedExchange.Failed | StrictJson.Malformed e) {
            if (isNamed || e instanceof StrictJson.Malformed) {
                findings.accept(Finding.fault(check, place + " has no JSON document", "See what answers there"));
            }
            return null;
        }
    }

    BoundedExchange.@Nullable Answer get(String check, URI address, String token) {
        try {
            return send(address, token);
        } catch (BoundedExchange.Failed e) {
            findings.accept(Finding.fault(
                    check, address.getHost() + ": " + e.getMessage(), "See that this machine reaches the address"));
            return null;
        }
    }

    private BoundedExchange.Answer send(URI address, String token) throws BoundedExchange.Failed {
        HttpRequest.Builder request = HttpRequest.newBuilder(address).header("Accept", "application/json, */*");
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return exchange.send(request.build(), TIMEOUT);
    }

    static Optional<URI> address(@Nullable Object text) {
        try {
            return text instanceof String address
                    ? Optional.of(URI.create(address)).filter(one -> Transport.of(one) != Transport.UNSAFE)
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    static URI at(URI origin, String path) {
        return URI.create(origin.getScheme() + "://" + origin.getRawAuthority() + path);
    }

    static String path(URI address) {
        String path = address.getRawPath() == null ? "" : address.getRawPath();
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    @Override
    public void close() {
        exchange.close();
    }
}
