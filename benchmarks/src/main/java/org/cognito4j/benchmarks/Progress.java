package org.cognito4j.benchmarks;

import java.time.LocalTime;
import java.time.temporal.ChronoUnit;

/** Tells whoever waits what is going on, beside the tables. */
public final class Progress {

    private Progress() {}

    /**
     * A line with the time.
     *
     * @param step what begins now
     */
    public static void say(String step) {
        System.err.println(LocalTime.now().truncatedTo(ChronoUnit.SECONDS) + " " + step);
    }
}
