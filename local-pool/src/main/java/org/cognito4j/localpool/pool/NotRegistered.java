package org.cognito4j.localpool.pool;

import java.util.NoSuchElementException;

/** The answer of the registry to an id that it does not have. */
public final class NotRegistered extends NoSuchElementException {
    private static final long serialVersionUID = 1L;

    NotRegistered(String message) {
        super(message);
    }
}
