package org.cognito4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.cognito4j.Explanation.Result;
import org.cognito4j.Explanation.Rule;
import org.junit.jupiter.api.Test;

/** As {@link AllVectorsTest}, for {@link ExplainedVectorTest}. */
class AllExplainedVectorsTest {

    private final Map<Service, TokenVerifier> verifiers = new EnumMap<>(Service.class);

    @Test
    void new_verifiers_tell_the_rule_that_each_vector_breaks() {
        for (Vector vector : Vectors.all()) {
            Explanation explanation = verifier(vector.service()).explain(Vectors.token(vector));

            assertThat(firstFailure(explanation)).as(vector.id()).isEqualTo(vector.reason());
        }
    }

    private TokenVerifier verifier(Service service) {
        return verifiers.computeIfAbsent(service, each -> Vectors.POOL.verifier(each.settings(Vectors.POOL)));
    }

    private static Optional<RejectionReason> firstFailure(Explanation explanation) {
        return explanation.rules().stream()
                .filter(rule -> rule.result() == Result.FAILED)
                .findFirst()
                .flatMap(Rule::reason);
    }
}
