package org.cognito4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cognito4j.Explanation.Result;
import org.cognito4j.Explanation.Rule;
import org.cognito4j.Verification.Accepted;
import org.cognito4j.Verification.Rejected;
import org.cognito4j.Verification.Unavailable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "token_use | \"id\"       | token-use",
                "client_id | \"other\"    | client",
                "client_id | \"cutoff\"  | client-not-denied",
                "sub       | \"somebody\" | caller",
                "aud       | \"there\"    | audience",
                "tenant    | \"other\"    | claims-required",
                "tier      | null       | claims-required",
                "exp       | \"soon\"     | expiry-time",
                "iat       | \"soon\"     | issue-time",
                "exp       | 1795341540   | not-expired",
                "iat       | 1795341661   | not-from-the-future",
                "exp       | 1795428061   | lifetime",
                "nbf       | 1795341661   | not-too-early",
                "iat       | 1795341539   | issued-since",
                "jti       | \"stolen\"   | token-not-denied",
                "scope     | \"a  b\"     | scope",
                "scope     | [\"\\ud800\"] | claims-in-full"
            })
    void tells_which_rule_a_claim_breaks(String claim, String json, String rule) {
        Explanation explanation = strictVerifier()
                .explain(POOL.token()
                        .claimText("aud", "here")
                        .claimText("tenant", "acme")
                        .claimText("tier", "gold")
                        .claim(claim, json)
                        .mint());

        assertThat(rule(explanation, rule).result()).isEqualTo(Result.FAILED);
        assertThat(explanation.verdict())
                .isEqualTo(new Rejected(rule(explanation, rule).reason().orElseThrow()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "crit | [\"exp\"] | header-members",
                "alg  | \"none\"  | algorithm",
                "typ  | \"JWE\"   | type",
                "kid  | 7         | key-id"
            })
    void tells_which_rule_the_header_breaks(String name, String json, String rule) {
        Explanation explanation =
                POOL.verifier().explain(POOL.token().header(name, json).mint());

        assertThat(explanation.rules())
                .filteredOn(each -> each.result() == Result.FAILED)
                .extracting(Rule::name)
                .containsExactly(rule);
    }

    @Test
    void tells_what_the_settings_ask_for() {
        Explanation explanation =
                strictVerifier().explain(POOL.token().claimText("aud", "here").mint());

        assertThat(rule(explanation, "client").expected())
                .isEqualTo("client_id among \"" + TestPool.CLIENT + ", cutoff\"");
        assertThat(rule(explanation, "client-not-denied").actual()).isEqualTo("it is not");
        assertThat(rule(explanation, "caller").expected()).startsWith("a machine: ");
        assertThat(rule(explanation, "audience").expected()).isEqualTo("aud holds \"here\"");
        assertThat(rule(explanation, "not-from-the-future").expected())
                .isEqualTo("iat not later than 2026-11-22T10:01:00Z, which is now and PT1M");
        assertThat(rule(explanation, "lifetime").actual()).isEqualTo("PT1H");
    }

    private static TokenVerifier strictVerifier() {
        return POOL.verifier(POOL.settings()
                .clientIds(List.of(TestPool.CLIENT, "cutoff"))
                .clientDenied("cutoff", true)
                .clientIssuedBefore(TestPool.CLIENT, Instant.ofEpochSecond(1_795_341_540))
                .deniedTokens(Map.of("stolen", TestPool.NOW.plusSeconds(60)))
                .audience("here")
                .requiredClaim("tenant", List.of("acme", "globex"))
                .clientRequiredClaim(TestPool.CLIENT, "tier", List.of("*"))
                .build());
    }

    @Test
    void shows_required_claims_and_what_the_token_has() {
        String token = POOL.token()
                .claim("tenant", "[\"a\\u001b[31m\", \"b\"]")
                .claim("tier", "{\"secret\":1}")
                .mint();

        Explanation.Rule rule = rule(strictVerifier().explain(token), "claims-required");

        assertThat(rule.expected()).isEqualTo("tenant = \"acme\" or \"globex\"; tier with any value");
        assertThat(rule.actual()).isEqualTo("tenant = the list \"a\\u001b[31m, b\"; tier = an object");
        assertThat(rule.settings())
                .containsExactly("required-claims.\"<claim>\"", "clients.\"<id>\".required-claims.\"<claim>\"");
        assertThat(rule(POOL.verifier().explain(token), "claims-required").expected())
                .isEqualTo("nothing: no claim is required");
    }

    @Test
    void tells_which_keys_there_are_for_one_that_is_not_among_them() {
        Explanation explanation = POOL.verifier()
                .explain(POOL.token().headerText("kid", "nobody's").mint());

        assertThat(rule(explanation, "key").expected())
                .isEqualTo("one of the keys \"" + TestPool.KEY_ID + ", " + TestPool.OTHER_KEY_ID + '"');
        assertThat(rule(explanation, "key").actual()).isEqualTo("kid = \"nobody's\"");
    }

    @Test
    void cannot_tell_of_the_signature_while_there_are_no_keys() {
        TokenVerifier cold = TokenVerifier.of(
                List.of(POOL.settings().build()), InstantSource.fixed(TestPool.NOW), ExplanationTest::ringWithoutKeys);
        Explanation explanation = cold.explain(POOL.token().mint());

        assertThat(explanation.verdict()).isInstanceOf(Unavailable.class);
        assertThat(rule(explanation, "key").result()).isEqualTo(Result.UNKNOWN);
        assertThat(rule(explanation, "key").expected()).isEqualTo("a key of user pool eu-west-1_AbCdEfGhI");
        assertThat(rule(explanation, "key").actual()).isEqualTo("keys are not available: refused");
        assertThat(rule(explanation, "signature").result()).isEqualTo(Result.SKIPPED);
        assertThat(explanation.rules()).extracting(Rule::name).containsSequence("key", "signature", "claims-in-full");
    }

    private static KeyRing ringWithoutKeys(VerifierSettings settings) {
        return POOL.keyRing(
                settings,
                timeout -> {
                    throw new KeySetUnavailable("refused");
                },
                new TestPool.RunsAtOnce());
    }

    @Test
    void reads_nothing_of_a_token_that_is_too_large_for_every_pool() {
        Explanation explanation = POOL.verifier().explain("x".repeat(16_385));

        assertThat(explanation.rules())
                .filteredOn(rule -> rule.result() == Result.FAILED)
                .extracting(Rule::name)
                .containsExactly("size");
        assertThat(rule(explanation, "form").result()).isEqualTo(Result.SKIPPED);
    }

    @Test
    void holds_a_token_to_the_size_of_its_own_pool() {
        TestPool others = new TestPool("eu-west-1_Others");
        TokenVerifier verifier = TokenVerifier.of(
                List.of(
                        POOL.settings().maxTokenSize(2_048).build(),
                        others.settings().maxTokenSize(4_096).build()),
                InstantSource.fixed(TestPool.NOW),
                settings -> (settings.maxTokenSize() == 2_048 ? POOL : others).keyRing(settings));
        String large = POOL.token().claimText("x", "x".repeat(2_048)).mint();

        Rule broken = rule(verifier.explain(large), "pool-size");
        assertThat(broken.reason()).isEqualTo(Optional.of(RejectionReason.TOKEN_TOO_LARGE));
        assertThat(broken.expected()).isEqualTo("at most 2048 characters");
        assertThat(broken.actual()).isEqualTo(large.length() + " characters");
        assertThat(rule(verifier.explain(POOL.token().mint()), "pool-size").result())
                .isEqualTo(Result.PASSED);
        assertThat(verifier.explain(others.token().mint()).rules())
                .extracting(Rule::name)
                .contains("size")
                .doesNotContain("pool-size");
    }

    private static Rule rule(Explanation explanation, String name) {
        return explanation.rules().stream()
                .filter(rule -> rule.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
