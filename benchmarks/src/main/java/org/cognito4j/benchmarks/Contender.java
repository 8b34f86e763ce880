package org.cognito4j.benchmarks;

import java.net.URI;
import java.util.List;
import java.util.function.Function;

/** A library that verifies tokens with keys from an address, set up as its documentation has it. */
interface Contender extends AutoCloseable {

    /** What the caller of the library can tell from its answer by type. */
    enum Outcome {
        ACCEPTED,

        /** The token is bad: 401. */
        REFUSED,

        /** Nobody can tell: 503. */
        UNAVAILABLE
    }

    /** How to make one. */
    record Entry(String name, Function<URI, Contender> start) {}

    Outcome verify(String token);

    @Override
    default void close() {}

    static List<Entry> all() {
        return List.of(
                new Entry("cognito4j", Cognito4j::new),
                new Entry("jose4j HttpsJwks", Jose4j::new),
                new Entry("Nimbus JWKSourceBuilder", Nimbus::new),
                new Entry("Spring NimbusJwtDecoder", Spring::new));
    }
}
