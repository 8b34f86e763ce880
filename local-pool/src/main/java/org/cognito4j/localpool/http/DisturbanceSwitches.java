package org.cognito4j.localpool.http;

import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Switches that make a server misbehave for a test, each for some areas or, if none is named, for all of them. A new
 * disturbance of an area replaces its former one. Safe for use by several threads.
 */
public final class DisturbanceSwitches {
    /** What happens to a request. */
    enum Kind {
        OUTAGE,
        SLOW,
        STATUS,
        THROTTLE
    }

    /** A disturbance with what it needs: a delay, a status or the number of requests still to be refused. */
    record Disturbance(Kind kind, Duration delay, int number) {}

    private final Map<RequestArea, Disturbance> current = new EnumMap<>(RequestArea.class);

    /** Accepts connections and closes them without an answer. */
    public void outage(RequestArea... areas) {
        put(new Disturbance(Kind.OUTAGE, Duration.ZERO, 0), areas);
    }

    /** Answers properly, but late. */
    public void slow(Duration delay, RequestArea... areas) {
        put(new Disturbance(Kind.SLOW, delay, 0), areas);
    }

    /**
     * Answers every request with a status and nothing else.
     *
     * @param status an HTTP status from 400 to 599
     * @param areas where, all if none is named
     * @throws IllegalArgumentException if the status is another
     */
    public void status(int status, RequestArea... areas) {
        if (status < 400 || status > 599) {
            throw new IllegalArgumentException(status + " is no status of an error: use one from 400 to 599");
        }
        put(new Disturbance(Kind.STATUS, Duration.ZERO, status), areas);
    }

    /** Throttles: the token endpoint answers 429, the API {@code TooManyRequestsException}. */
    public void throttle(int requests, RequestArea... areas) {
        put(new Disturbance(Kind.THROTTLE, Duration.ZERO, requests), areas);
    }

    /** Ends the disturbances. */
    public synchronized void calm(RequestArea... areas) {
        current.keySet().removeAll(allIfNone(areas));
    }

    private synchronized void put(Disturbance disturbance, RequestArea... areas) {
        allIfNone(areas).forEach(area -> current.put(area, disturbance));
    }

    private static Set<RequestArea> allIfNone(RequestArea... areas) {
        return areas.length == 0
                ? EnumSet.allOf(RequestArea.class)
                : Stream.of(areas).collect(Collectors.toCollection(() -> EnumSet.noneOf(RequestArea.class)));
    }

    /** What happens to the next request of an area; counts it. */
    synchronized Optional<Disturbance> next(RequestArea area) {
        Optional<Disturbance> disturbance = Optional.ofNullable(current.get(area));
        disturbance.filter(one -> one.kind() == Kind.THROTTLE).ifPresent(throttle -> {
            if (throttle.number() > 1) {
                current.put(area, new Disturbance(Kind.THROTTLE, Duration.ZERO, throttle.number() - 1));
            } else {
                current.remove(area);
            }
        });
        return disturbance;
    }

    /** The areas and the names of what disturbs them. */
    synchronized Map<RequestArea, Kind> shown() {
        Map<RequestArea, Kind> shown = new EnumMap<>(RequestArea.class);
        current.forEach((area, disturbance) -> shown.put(area, disturbance.kind()));
        return shown;
    }
}
