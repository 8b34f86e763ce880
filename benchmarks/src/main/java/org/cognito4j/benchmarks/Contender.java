package org.cognito4j.benchmarks;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
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

    /** How to make one; and how with an own copy of the keys at hand, where there is a setting for that. */
    record Entry(
            String name, Function<URI, Contender> start, Optional<BiFunction<URI, byte[], Contender>> startWithKeys) {

        Entry(String name, Function<URI, Contender> start) {
            this(name, start, Optional.empty());
        }
    }

    Outcome verify(String token);

    @Override
    default void close() {}

    static List<Entry> all() {
        return List.of(
                new Entry("cognito4j", Cognito4j::new, Optional.of(Cognito4j::new)),
                new Entry("jose4j HttpsJwks", Jose4j::new),
                new Entry("Nimbus JWKSourceBuilder", Nimbus::new, Optional.of(Nimbus::new)),
                new Entry("Spring NimbusJwtDecoder", Spring::new));
    }
}
