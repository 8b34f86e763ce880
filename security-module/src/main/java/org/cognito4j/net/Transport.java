package org.cognito4j.net;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** How safe an address is from those who listen or reroute. */
public enum Transport {

    /** An {@code https} address. */
    HTTPS,

    /** Plain {@code http} that does not leave this machine. */
    LOOPBACK,

    /** Plain {@code http} to elsewhere, or no address of a server at all. */
    UNSAFE;

    /**
     * Looks at an address, without resolving any name.
     *
     * @param address any URI
     * @return how safe it is
     */
    public static Transport of(URI address) {
        if ("https".equalsIgnoreCase(address.getScheme()) && address.getHost() != null) {
            return HTTPS;
        }
        return "http".equalsIgnoreCase(address.getScheme()) && isLoopback(address.getHost()) ? LOOPBACK : UNSAFE;
    }

    /** Only literal addresses are looked at: a name could be resolved to another address later. */
    private static boolean isLoopback(@Nullable String host) {
        // What is beyond 255 is no host to a URI.
        return host != null
                && (host.equals("localhost") || host.equals("[::1]") || host.matches("127(\\.[0-9]{1,3}){3}"));
    }
}
