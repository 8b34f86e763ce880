package org.cognito4j;

import static org.assertj.core.api.Assertions.assertThat;

import org.cognito4j.Explanation.Result;
import org.cognito4j.Explanation.Rule;
import org.cognito4j.Verification.Accepted;
import org.cognito4j.Verification.Rejected;
import org.junit.jupiter.api.Test;

/** What is told of a token; that it is what is done is shown with the vectors. */
class ExplanationTest {

    private static final TestPool POOL = Vectors.POOL;

    @Test
    void tells_every_rule_of_a_good_token_with_what_it_asks_for() {
        Explanation explanation = POOL.verifier().explain(POOL.token().mint());

        assertThat(explanation.verdict()).isInstanceOf(Accepted.class);
        assertThat(explanation.userPool()).contains(UserPool.of("eu-west-1_AbCdEfGhI"));
        assertThat(explanation.rules()).hasSize(TokenRule.values().length - 1).allSatisfy(rule -> {
            assertThat(rule.result()).isEqualTo(Result.PASSED);
            assertThat(rule.expected()).isNotEmpty();
            assertThat(rule.actual()).isNotEmpty();
        });
        assertThat(rule(explanation, "client").actual()).isEqualTo("client_id = \"" + TestPool.CLIENT + '"');
        assertThat(rule(explanation, "client").settings()).containsExactly("client-ids");
        assertThat(rule(explanation, "not-expired").expected()).startsWith("exp later than 2026-11-22T09:59:00Z");
    }

    @Test
    void goes_on_behind_the_first_rule_that_fails() {
        String token = POOL.token()
                .claimText("token_use", "id")
                .claimText("client_id", "other")
                .claim("exp", "1")
                .signatureBytes(bytes -> new byte[256])
                .mint();

        assertThat(POOL.verifier().explain(token).rules())
                .filteredOn(rule -> rule.result() == Result.FAILED)
                .extracting(Rule::name)
                .containsExactly("signature", "token-use", "client", "caller", "not-expired");
    }

    /** In the order of verification, which fetches no key for what is refused anyway. */
    @Test
    void asks_first_whether_a_key_that_nobody_knows_is_worth_a_fetch() {
        Explanation explanation = POOL.verifier()
                .explain(POOL.token()
                        .headerText("kid", "nobody's")
                        .claim("exp", "1")
                        .mint());

        assertThat(explanation.verdict()).isEqualTo(new Rejected(RejectionReason.TOKEN_EXPIRED));
        assertThat(explanation.rules())
                .filteredOn(rule -> rule.result() == Result.FAILED)
                .extracting(Rule::name)
                .containsExactly("not-expired", "key");
    }

    @Test
    void judges_another_issuers_token_by_the_rules_of_the_only_pool() {
        Explanation explanation = POOL.verifier()
                .explain(POOL.token()
                        .claimText("iss", "https://other.example.com")
                        .mint());

        assertThat(explanation.userPool()).isEmpty();
        assertThat(rule(explanation, "key").result()).isEqualTo(Result.SKIPPED);
        assertThat(rule(explanation, "client").result()).isEqualTo(Result.PASSED);
    }

    @Test
    void asks_no_pool_for_keys_of_which_it_knows_that_the_token_is_not_its_own() {
        TestPool ours = new TestPool("eu-west-1_Ours");
        TestPool others = new TestPool("eu-west-1_Others");

        ours.verifierWith(others).explain(others.token().mint());

        assertThat(ours.fetches()).isZero();
        assertThat(others.fetches()).isEqualTo(1);
    }

    @Test
    void shows_nothing_that_could_move_a_cursor_and_no_claim_that_holds_the_signature() {
        String name = "\u001b[31m\r\n\u0085\u202e\"admin";
        String token = POOL.token().claimText("client_id", name).mint();
        String signature = token.substring(token.lastIndexOf('.') + 1);
        String forged = POOL.token().claimText("client_id", signature).mint();

        assertThat(rule(POOL.verifier().explain(token), "client").actual())
                .isEqualTo("client_id = \"\\u001b[31m\\u000d\\u000a\\u0085\\u202e\"admin\"");
        Explanation ofForged = POOL.verifier().explain(forged.substring(0, forged.lastIndexOf('.') + 1) + signature);
        assertThat(rule(ofForged, "client").actual()).contains("not shown").doesNotContain(signature);
    }

    private static Rule rule(Explanation explanation, String name) {
        return explanation.rules().stream()
                .filter(rule -> rule.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
