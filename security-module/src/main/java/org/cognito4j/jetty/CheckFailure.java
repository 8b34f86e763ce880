package org.cognito4j.jetty;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Reports that a check broke down, without a word of the request: messages of exceptions may quote it. */
final class CheckFailure {

    private static final System.Logger LOG = System.getLogger(CheckFailure.class.getPackageName());
    private static final int FRAMES = 5;

    private CheckFailure() {}

    static void log(Throwable failure) {
        LOG.log(
                System.Logger.Level.ERROR,
                () -> "Authentication broke down, the request was refused: " + trace(failure));
    }

    private static String trace(Throwable failure) {
        String frames = Arrays.stream(failure.getStackTrace())
                .limit(FRAMES)
                .map(StackTraceElement::toString)
                .collect(Collectors.joining(", ", " at ", ""));
        Throwable cause = failure.getCause();
        return failure.getClass().getName() + frames + (cause == null ? "" : "; caused by " + trace(cause));
    }
}
