package org.cognito4j.server.jetty;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.cognito4j.net.QuietLog;

/** Reports that a check broke down, without a word of the request: messages of exceptions may quote it. */
final class CheckFailure {

    private static final System.Logger LOG = QuietLog.of("org.cognito4j.jetty");
    /** When to try again if a check breaks down, in seconds. */
    static final String RETRY_AFTER = "5";

    private static final int FRAMES = 5;
    private static final int CAUSES = 10; // a chain of causes may be a circle

    private CheckFailure() {}

    static void log(Throwable failure) {
        LOG.log(
                System.Logger.Level.ERROR,
                () -> "Authentication broke down, the request was refused: " + trace(failure, CAUSES));
    }

    private static String trace(Throwable failure, int causes) {
        String frames = Arrays.stream(failure.getStackTrace())
                .limit(FRAMES)
                .map(StackTraceElement::toString)
                .collect(Collectors.joining(", ", " at ", ""));
        Throwable cause = failure.getCause();
        return failure.getClass().getName()
                + frames
                + (cause == null || causes == 0 ? "" : "; caused by " + trace(cause, causes - 1));
    }
}
