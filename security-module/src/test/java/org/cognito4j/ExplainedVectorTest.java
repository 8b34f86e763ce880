package org.cognito4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.cognito4j.Explanation.Result;
import org.cognito4j.Explanation.Rule;
import org.cognito4j.Verification.Rejected;
import org.cognito4j.Verification.Unavailable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is explained has to be what is done: every vector goes through both. */
class ExplainedVectorTest {

    private static final TestPool POOL = Vectors.POOL;

    /** One for each service, as each tells once that its keys are missing. */
    private static final Map<Service, TokenVerifier> WITHOUT_KEYS = new ConcurrentHashMap<>();

    static List<Vector> vectors() {
        return Vectors.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("vectors")
    void explains_the_verdict_that_verification_gives(Vector vector) {
        TokenVerifier verifier = Vectors.verifier(vector.service());
        String token = Vectors.token(vector);

        Explanation explanation = verifier.explain(token);

        assertThat(explanation.verdict()).isEqualTo(verifier.verify(token));
        assertThat(firstFailure(explanation)).isEqualTo(vector.reason());
        assertThat(explanation.rules()).noneMatch(rule -> rule.result() == Result.UNKNOWN);
        assertShowsNothingToHide(explanation, token);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("vectors")
    void explains_as_much_without_keys(Vector vector) {
        TokenVerifier verifier =
                WITHOUT_KEYS.computeIfAbsent(vector.service(), service -> withoutKeys(service.settings(POOL)));
        String token = Vectors.token(vector);

        Explanation explanation = verifier.explain(token);

        assertThat(explanation.verdict().getClass())
                .isEqualTo(verifier.verify(token).getClass());
        if (explanation.verdict() instanceof Rejected rejected) {
            assertThat(firstFailure(explanation)).contains(rejected.reason());
        } else {
            assertThat(explanation.verdict()).isInstanceOf(Unavailable.class);
            assertThat(rule(explanation, "key").result()).isEqualTo(Result.UNKNOWN);
            assertThat(rule(explanation, "signature").result()).isEqualTo(Result.SKIPPED);
        }
        assertShowsNothingToHide(explanation, token);
    }

    private static Optional<RejectionReason> firstFailure(Explanation explanation) {
        return explanation.rules().stream()
                .filter(rule -> rule.result() == Result.FAILED)
                .findFirst()
                .flatMap(Rule::reason);
    }

    private static Rule rule(Explanation explanation, String name) {
        return explanation.rules().stream()
                .filter(rule -> rule.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static void assertShowsNothingToHide(Explanation explanation, String token) {
        String all = explanation.rules().toString();
        String signature = token.substring(token.lastIndexOf('.') + 1);
        assertThat(all).matches("[ -~]*");
        if (signature.length() >= 16) {
            assertThat(all).doesNotContain(signature);
        }
    }

    private static TokenVerifier withoutKeys(VerifierSettings settings) {
        TestPool.Fetch nothing = timeout -> {
            throw new KeySetUnavailable("nobody is there");
        };
        return TokenVerifier.of(
                List.of(settings),
                InstantSource.fixed(TestPool.NOW),
                each -> POOL.keyRing(each, nothing, new TestPool.RunsAtOnce()));
    }
}
