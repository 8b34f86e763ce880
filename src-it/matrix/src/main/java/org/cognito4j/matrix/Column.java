package org.cognito4j.matrix;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;

/**
 * One server with all that it was asked.
 *
 * @param title the server with its version
 * @param run which run of the whole it is from
 * @param cells by the simple name of the class of tests; what was not asked is absent
 * @param limits what failed as expected, each with its cause in the server
 * @param excluded classes of tests that the server is not asked, each with the cause
 * @param own classes of tests that no other server is asked
 * @param lacks what the server or the form has nothing of, so that some tests have nothing to ask; empty if it has all
 * @param files names of what was deployed, each with its SHA-256
 * @param time how long the tests took
 */
record Column(
        String title,
        String run,
        SortedMap<String, Cell> cells,
        SortedSet<String> limits,
        SortedMap<String, String> excluded,
        Set<String> own,
        Optional<String> lacks,
        Map<String, String> files,
        Duration time) {

    /** Everything together. */
    Cell sum() {
        return cells.values().stream().reduce(Cell.EMPTY, Cell::plus);
    }

    /** Whether something ran, and failed only as the server's known limits say. */
    boolean isGreen() {
        return sum().failed() == 0 && sum().passed() > 0;
    }
}
