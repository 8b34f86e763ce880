package org.cognito4j.client;

import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.cognito4j.net.Transport;

/** The APIs that a token is meant for. Nobody else is shown it. */
final class ApiOrigins {

    private final Set<String> origins;

    /**
     * The origins of the given addresses.
     *
     * @throws IllegalArgumentException if there is none, or one that a token must not be sent to
     */
    ApiOrigins(URI... apis) {
        if (apis.length == 0) {
            throw new IllegalArgumentException("name at least one API that the tokens are meant for");
        }
        for (URI api : apis) {
            if (Transport.of(api) == Transport.UNSAFE) {
                throw new IllegalArgumentException(
                        "tokens are sent over https, or over http on this machine, not to " + api.getHost());
            }
        }
        this.origins = Arrays.stream(apis).map(ApiOrigins::origin).collect(Collectors.toUnmodifiableSet());
    }

    boolean include(URI address) {
        return Transport.of(address) != Transport.UNSAFE && origins.contains(origin(address));
    }

    /** Scheme, host and port (RFC 6454 section 4). */
    private static String origin(URI address) {
        String scheme = address.getScheme().toLowerCase(Locale.ROOT);
        int defaultPort = scheme.equals("https") ? 443 : 80;
        int port = address.getPort() == -1 ? defaultPort : address.getPort();
        return scheme + "://" + address.getHost().toLowerCase(Locale.ROOT) + ":" + port;
    }
}
