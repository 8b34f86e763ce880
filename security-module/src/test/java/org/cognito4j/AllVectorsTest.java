package org.cognito4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.cognito4j.Verification.Rejected;
import org.cognito4j.Verification.Unavailable;
import org.junit.jupiter.api.Test;

/**
 * All vectors in one test, before verifiers that nobody asked before. It is what mutation testing runs in place of {@link
 * VectorTest}, whose verifiers are kept and would remember what one mutant said for the next.
 */
class AllVectorsTest {

    private final Map<Service, TokenVerifier> verifiers = new EnumMap<>(Service.class);

    @Test
    void new_verifiers_give_each_vector_its_result() {
        for (Vector vector : Vectors.all()) {
            Verification outcome = verifier(vector.service()).verify(Vectors.token(vector));

            assertThat(outcome).as(vector.id()).isNotInstanceOf(Unavailable.class);
            assertThat(reasonOf(outcome)).as(vector.id()).isEqualTo(vector.reason());
        }
    }

    private TokenVerifier verifier(Service service) {
        return verifiers.computeIfAbsent(service, each -> Vectors.POOL.verifier(each.settings(Vectors.POOL)));
    }

    private static Optional<RejectionReason> reasonOf(Verification outcome) {
        return outcome instanceof Rejected rejected ? Optional.of(rejected.reason()) : Optional.empty();
    }
}
