package org.cognito4j.localpool;

import java.time.Duration;
import java.util.stream.Stream;
import org.cognito4j.localpool.http.DisturbanceSwitches;
import org.cognito4j.localpool.http.RequestArea;

/**
 * Switches that make a server misbehave for a test, each for some {@linkplain Area areas} or, if none is named, for all of
 * them. A new disturbance of an area replaces its former one. Safe for use by several threads.
 */
public final class Disturbances {
    /** What can be disturbed on its own. */
    public enum Area {
        /** The token endpoint. */
        TOKENS(RequestArea.TOKENS),
        /** Key sets and discovery documents. */
        KEYS(RequestArea.KEYS),
        /** The API of {@code cognito-idp}, {@code GetClientToken} included. */
        CONTROL(RequestArea.CONTROL);

        private final RequestArea requests;

        Area(RequestArea requests) {
            this.requests = requests;
        }
    }

    private final DisturbanceSwitches switches;

    Disturbances(DisturbanceSwitches switches) {
        this.switches = switches;
    }

    /**
     * Accepts connections and closes them without an answer.
     *
     * @param areas where, all if none is named
     */
    public void outage(Area... areas) {
        switches.outage(requests(areas));
    }

    /**
     * Answers properly, but late.
     *
     * @param delay how late
     * @param areas where, all if none is named
     */
    public void slow(Duration delay, Area... areas) {
        switches.slow(delay, requests(areas));
    }

    /**
     * Answers every request with a status and nothing else.
     *
     * @param status an HTTP status from 400 to 599
     * @param areas where, all if none is named
     * @throws IllegalArgumentException if the status is another
     */
    public void status(int status, Area... areas) {
        switches.status(status, requests(areas));
    }

    /**
     * Throttles: the token endpoint answers 429, the API {@code TooManyRequestsException}.
     *
     * @param requests how many requests of each area are refused before it recovers
     * @param areas where, all if none is named
     */
    public void throttle(int requests, Area... areas) {
        switches.throttle(requests, requests(areas));
    }

    /**
     * Ends the disturbances.
     *
     * @param areas where, all if none is named
     */
    public void calm(Area... areas) {
        switches.calm(requests(areas));
    }

    private static RequestArea[] requests(Area... areas) {
        return Stream.of(areas).map(area -> area.requests).toArray(RequestArea[]::new);
    }
}
