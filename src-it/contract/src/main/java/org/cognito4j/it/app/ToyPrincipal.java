package org.cognito4j.it.app;

import jakarta.security.enterprise.CallerPrincipal;

/** A principal class of the application. */
public final class ToyPrincipal extends CallerPrincipal {

    private static final long serialVersionUID = 1;

    ToyPrincipal(String name) {
        super(name);
    }
}
