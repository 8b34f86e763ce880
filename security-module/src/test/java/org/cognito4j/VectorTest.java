package org.cognito4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.cognito4j.Verification.Accepted;
import org.cognito4j.Verification.Rejected;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Sends every vector to its service. */
class VectorTest {

    static List<Vector> vectors() {
        return Vectors.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("vectors")
    void gives_each_vector_its_result(Vector vector) {
        Verification outcome = Vectors.verify(vector);

        if (vector.reason().isPresent()) {
            assertThat(outcome)
                    .as(vector.id())
                    .isEqualTo(new Rejected(vector.reason().get()));
        } else {
            assertThat(outcome).as(vector.id()).isInstanceOf(Accepted.class);
        }
    }

    /** By the verdicts that are remembered from the first time. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("vectors")
    void gives_each_vector_its_result_again(Vector vector) {
        TokenVerifier verifier = Vectors.verifier(vector.service());
        String token = Vectors.token(vector);

        assertThat(verifier.verify(token)).isEqualTo(verifier.verify(token));
    }

    /** But for the one that checks of an application have, see {@link TokenChecksTest}. */
    @Test
    void has_a_vector_for_every_reason() {
        assertThat(vectors().stream().map(Vector::reason).flatMap(Optional::stream))
                .containsAll(EnumSet.complementOf(EnumSet.of(RejectionReason.DENIED_BY_APPLICATION)));
    }

    @Test
    void has_no_id_twice() {
        assertThat(vectors()).extracting(Vector::id).doesNotHaveDuplicates();
    }

    @Test
    void expects_a_rejection_of_no_genuine_token_but_for_its_mutation() {
        for (Service service : Service.values()) {
            assertThat(Vectors.verifier(service).verify(unmutated(service)))
                    .as(service.name())
                    .isInstanceOf(Accepted.class);
        }
    }

    private static String unmutated(Service service) {
        TokenDraft draft = Vectors.POOL.token();
        return switch (service) {
            case FOR_MACHINES,
                    FOR_BOTH,
                    FOR_ANY_CLIENT,
                    DENYING_A_CLIENT,
                    CUTTING_OFF,
                    WITHOUT_SKEW,
                    FOR_SHORT_LIVES,
                    FOR_SHORT_TOKENS -> draft.mint();
            case FOR_USERS -> draft.forUser("alice").mint();
            case REQUIRING_CLAIMS, REQUIRING_PRESENCE ->
                draft.claimText("tenant", "acme").mint();
            case REQUIRING_AUDIENCE_AND_CLAIMS ->
                draft.claimText("tenant", "acme").claimText("aud", "here").mint();
            case WITH_AUDIENCE ->
                draft.claimText("aud", TestPool.RESOURCE_SERVER).mint();
        };
    }
}
