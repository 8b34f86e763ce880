package org.cognito4j.benchmarks;

import java.util.Arrays;
import java.util.Locale;
import org.cognito4j.localpool.LocalPool;
import org.cognito4j.localpool.PoolDefinition;

/** How long a test waits for its local pool: the first one of a process, and those after it. */
public final class PoolStarts {

    private static final int LATER_ONES = 50;

    private PoolStarts() {}

    /**
     * Measures it.
     *
     * @param arguments none
     */
    public static void main(String[] arguments) {
        PoolDefinition definition = PoolDefinition.builder("eu-west-1_LocalPool")
                .resourceServer("orders", "read")
                .client("billing", client -> client.scopes("orders/read"))
                .build();
        double first = millis(definition);
        double[] later = new double[LATER_ONES];
        Arrays.setAll(later, i -> millis(definition));
        Arrays.sort(later);
        System.out.printf(
                Locale.ROOT,
                "first start with a token: %.0f ms; %d later ones: median %.0f ms, slowest %.0f ms%n",
                first,
                LATER_ONES,
                later[LATER_ONES / 2],
                later[LATER_ONES - 1]);
    }

    private static double millis(PoolDefinition definition) {
        long start = System.nanoTime();
        try (LocalPool pool = LocalPool.start(definition)) {
            pool.tokens("billing").with("orders/read");
            return (System.nanoTime() - start) / 1e6;
        }
    }
}
