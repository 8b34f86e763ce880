package org.cognito4j.matrix;

import java.time.Duration;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;

/**
 * One server with all that it was asked.
 *
 * @param title the server with its version
 * @param cells by the simple name of the class of tests; what was not asked is absent
 * @param limits what failed as expected, each with its cause in the server
 * @param files names of what was deployed, each with its SHA-256
 * @param time how long the tests took
 */
record Column(
        String title,
        SortedMap<String, Cell> cells,
        SortedSet<String> limits,
        Map<String, String> files,
        Duration time) {

    /** Everything together. */
    Cell sum() {
        return cells.values().stream().reduce(Cell.EMPTY, Cell::plus);
    }

    boolean isGreen() {
        return sum().failed() == 0 && sum().passed() > 0;
    }
}
