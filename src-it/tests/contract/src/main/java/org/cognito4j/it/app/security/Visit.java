package org.cognito4j.it.app.security;

import jakarta.enterprise.context.RequestScoped;

/** Counts within one request: a count that goes on tells of a scope that was never left. */
@RequestScoped
public class Visit {

    private int count;

    int count() {
        return ++count;
    }
}
