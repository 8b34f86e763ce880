package org.cognito4j.localpool.http;

import java.io.IOException;
import java.io.UncheckedIOException;

/** The refusal of the operating system to let this process listen on a port. */
public final class PortUnavailable extends UncheckedIOException {
    private static final long serialVersionUID = 1L;

    PortUnavailable(String address, int port, IOException cause) {
        super("Port " + port + " of " + address + " is taken or not allowed", cause);
    }
}
