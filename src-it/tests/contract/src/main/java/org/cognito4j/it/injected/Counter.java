package org.cognito4j.it.injected;

import jakarta.enterprise.context.ApplicationScoped;

/** Leaves the answer to its interceptor. */
@ApplicationScoped
@Counted
public class Counter {

    public String answer() {
        return "";
    }
}
