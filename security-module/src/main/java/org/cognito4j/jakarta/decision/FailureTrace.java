package org.cognito4j.jakarta.decision;

import org.jspecify.annotations.Nullable;

/**
 * The stack trace of a failure and its causes, without their messages: those may quote a token. A log shows it as it shows any exception,
 * by the names of the classes.
 */
final class FailureTrace extends Exception {

    private static final long serialVersionUID = 1;

    /** Causes may lead in a circle. */
    private static final int DEEPEST = 10;

    private final String type;

    FailureTrace(Throwable failure) {
        this(failure, DEEPEST);
    }

    private FailureTrace(Throwable failure, int deepest) {
        super(null, causeOf(failure, deepest), false, true);
        this.type = failure.getClass().getName();
        setStackTrace(failure.getStackTrace());
    }

    private static @Nullable FailureTrace causeOf(Throwable failure, int deepest) {
        Throwable cause = failure.getCause();
        return cause == null || deepest == 0 ? null : new FailureTrace(cause, deepest - 1);
    }

    /** The name of the failure's class. */
    @Override
    public String toString() {
        return type;
    }
}
