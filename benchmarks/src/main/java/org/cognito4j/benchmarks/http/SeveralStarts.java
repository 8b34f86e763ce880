package org.cognito4j.benchmarks.http;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Throughput with repeated tokens, by servers that are started anew a few times: what the compilers make of a server in its
 * first seconds stays with it, and lets one and the same form differ from start to start by more than what is measured.
 *
 * @param starts how often
 * @param warmUp how long each server is under load before anything counts, in milliseconds
 * @param rounds how many samples each start gives
 * @param millis how long each of them is
 */
record SeveralStarts(int starts, int warmUp, int rounds, int millis) {

    private static final int TOKENS = 1_000;

    Map<Form, List<Sample>> measure(Collection<Form> forms) throws IOException {
        Map<Form, List<Sample>> samples = new EnumMap<>(Form.class);
        for (int start = 0; start < starts; start++) {
            try (HttpComparison comparison = new HttpComparison(TOKENS, forms)) {
                comparison.warmUp(false, warmUp);
                comparison
                        .measure(false, 0, millis, rounds)
                        .forEach((form, own) -> samples.computeIfAbsent(form, each -> new ArrayList<>())
                                .addAll(own));
            }
        }
        return samples;
    }
}
