package org.cognito4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.cognito4j.Verification.Accepted;
import org.cognito4j.Verification.Rejected;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Sends every vector to its service. */
class VectorTest {

    private static final TestPool POOL = TestPool.create();
    private static final Map<Service, TokenVerifier> VERIFIERS = new EnumMap<>(Service.class);

    static {
        for (Service service : Service.values()) {
            VERIFIERS.put(service, POOL.verifier(service.settings(POOL)));
        }
    }

    static List<Vector> vectors() {
        return Stream.of(
                        AlgorithmVectors.rows(),
                        SignatureVectors.rows(),
                        EncodingVectors.rows(),
                        HeaderVectors.rows(),
                        ShapeVectors.rows(),
                        Base64Vectors.rows(),
                        JsonVectors.rows(),
                        TimeVectors.rows(),
                        IssuerVectors.rows(),
                        CallerVectors.rows(),
                        ScopeVectors.rows(),
                        ValidVectors.rows())
                .flatMap(Collection::stream)
                .toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("vectors")
    void gives_each_vector_its_result(Vector vector) {
        Verification outcome = VERIFIERS.get(vector.service()).verify(vector.mint(POOL));

        if (vector.reason().isPresent()) {
            assertThat(outcome)
                    .as(vector.id())
                    .isEqualTo(new Rejected(vector.reason().get()));
        } else {
            assertThat(outcome).as(vector.id()).isInstanceOf(Accepted.class);
        }
    }

    @Test
    void has_a_vector_for_every_reason() {
        assertThat(vectors().stream().map(Vector::reason).flatMap(Optional::stream))
                .containsAll(Arrays.asList(RejectionReason.values()));
    }

    @Test
    void has_no_id_twice() {
        assertThat(vectors()).extracting(Vector::id).doesNotHaveDuplicates();
    }

    @Test
    void expects_a_rejection_of_no_genuine_token_but_for_its_mutation() {
        VERIFIERS.forEach((service, verifier) -> assertThat(verifier.verify(unmutated(service)))
                .as(service.name())
                .isInstanceOf(Accepted.class));
    }

    private static String unmutated(Service service) {
        TokenDraft draft = POOL.token();
        return switch (service) {
            case FOR_MACHINES, FOR_BOTH, FOR_ANY_CLIENT, WITHOUT_SKEW, FOR_SHORT_LIVES, FOR_SHORT_TOKENS ->
                draft.mint();
            case FOR_USERS -> draft.forUser("alice").mint();
            case WITH_AUDIENCE ->
                draft.claimText("aud", TestPool.RESOURCE_SERVER).mint();
        };
    }
}
