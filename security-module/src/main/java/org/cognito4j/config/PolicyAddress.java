package org.cognito4j.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import org.cognito4j.net.Transport;

/** The address of a policy: https, or plain http to this machine. */
final class PolicyAddress {

    private PolicyAddress() {}

    /** Reads an address. A user name would be sent nowhere, and stand in logs. */
    static Optional<URI> parse(String text) {
        try {
            URI address = new URI(text);
            boolean isUsable = Transport.of(address) != Transport.UNSAFE
                    && address.getRawUserInfo() == null
                    && address.getRawFragment() == null;
            return Optional.of(address).filter(usable -> isUsable);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
