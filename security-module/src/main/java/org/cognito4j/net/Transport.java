package org.cognito4j.net;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
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

    private static boolean isLoopback(@Nullable String host) {
        if (host == null) {
            return false;
        }
        // Only literal addresses are looked at: a name could be resolved to another address later.
        boolean literal = host.matches("127(\\.[0-9]{1,3}){3}") || host.equals("[::1]");
        try {
            return host.equals("localhost")
                    || (literal && InetAddress.getByName(host).isLoopbackAddress());
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
