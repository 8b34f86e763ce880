package org.cognito4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.cognito4j.Verification.Accepted;
import org.cognito4j.Verification.Rejected;
import org.junit.jupiter.api.Test;

/** Each pool has its own issuers, keys, clients, audience, callers, limits and roles. */
class SeveralPoolsTest {

    private final TestPool ours = new TestPool("eu-west-1_AbCdEfGhI");
    private final TestPool theirs = new TestPool("us-east-1_ZyXwVuTsR");

    @Test
    void accepts_the_tokens_of_each_pool() {
        TokenVerifier verifier = ours.verifierWith(theirs);

        assertThat(poolOf(verifier.verify(ours.token().mint()))).isEqualTo(UserPool.of("eu-west-1_AbCdEfGhI"));
        assertThat(poolOf(verifier.verify(theirs.token().mint()))).isEqualTo(UserPool.of("us-east-1_ZyXwVuTsR"));
    }

    @Test
    void lets_no_key_serve_another_pool() {
        TokenVerifier verifier = ours.verifierWith(theirs);

        assertThat(verifier.verify(
                        theirs.token().claimText("iss", ours.issuer()).mint()))
                .isEqualTo(new Rejected(RejectionReason.BAD_SIGNATURE));
        assertThat(verifier.verify(
                        ours.token().claimText("iss", theirs.issuer()).mint()))
                .isEqualTo(new Rejected(RejectionReason.BAD_SIGNATURE));
    }

    @Test
    void looks_for_a_key_in_the_pool_of_the_issuer_only() {
        theirs.publish("only-theirs", TestKeys.rsa("only theirs"));
        TokenVerifier verifier = ours.verifierWith(theirs);

        assertThat(verifier.verify(theirs.token("only-theirs").mint())).isInstanceOf(Accepted.class);
        assertThat(verifier.verify(theirs.token("only-theirs")
                        .claimText("iss", ours.issuer())
                        .mint()))
                .isEqualTo(new Rejected(RejectionReason.UNKNOWN_KEY));
    }

    @Test
    void asks_the_pool_of_the_issuer_for_keys_and_no_other() {
        TokenVerifier verifier = ours.verifierWith(theirs);

        verifier.verify(theirs.token().claimText("iss", ours.issuer()).mint());

        assertThat(ours.fetches()).isEqualTo(1);
        assertThat(theirs.fetches()).isZero();
    }

    @Test
    void takes_no_client_of_one_pool_for_one_of_the_other() {
        TokenVerifier verifier = verifier(
                ours.settings().clientIds(List.of("ourclient")).build(),
                theirs.settings().clientIds(List.of("theirclient")).build());

        assertThat(verifier.verify(client(ours, "ourclient"))).isInstanceOf(Accepted.class);
        assertThat(verifier.verify(client(theirs, "theirclient"))).isInstanceOf(Accepted.class);
        assertThat(verifier.verify(client(ours, "theirclient"))).isEqualTo(new Rejected(RejectionReason.WRONG_CLIENT));
        assertThat(verifier.verify(client(theirs, "ourclient"))).isEqualTo(new Rejected(RejectionReason.WRONG_CLIENT));
    }

    @Test
    void asks_for_an_audience_only_where_one_is_set() {
        TokenVerifier verifier = verifier(
                ours.settings().audience("here").build(), theirs.settings().build());

        assertThat(verifier.verify(ours.token().mint())).isEqualTo(new Rejected(RejectionReason.WRONG_AUDIENCE));
        assertThat(verifier.verify(theirs.token().mint())).isInstanceOf(Accepted.class);
    }

    @Test
    void lets_people_in_only_where_they_may() {
        TokenVerifier verifier = verifier(
                ours.settings().callers(Callers.USERS).build(),
                theirs.settings().build());

        assertThat(verifier.verify(ours.token().forUser("alice").mint())).isInstanceOf(Accepted.class);
        assertThat(verifier.verify(theirs.token().forUser("alice").mint()))
                .isEqualTo(new Rejected(RejectionReason.NOT_A_MACHINE));
    }

    @Test
    void looks_at_long_tokens_only_where_they_may_be_so_long() {
        TokenVerifier verifier = verifier(
                ours.settings().maxTokenSize(1_024).build(),
                theirs.settings().maxTokenSize(8_192).build());
        String filler = "x".repeat(2_000);

        assertThat(verifier.verify(ours.token().claimText("x", filler).mint()))
                .isEqualTo(new Rejected(RejectionReason.TOKEN_TOO_LARGE));
        assertThat(verifier.verify(theirs.token().claimText("x", filler).mint()))
                .isInstanceOf(Accepted.class);
        assertThat(verifier.verify(
                        theirs.token().claimText("x", "x".repeat(8_192)).mint()))
                .isEqualTo(new Rejected(RejectionReason.TOKEN_TOO_LARGE));
    }

    @Test
    void maps_scopes_to_roles_by_the_rules_of_the_pool() {
        VerifierSettings ourSettings = ours.settings().resourceServer("orders").build();
        VerifierSettings theirSettings =
                theirs.settings().role("partner", List.of("orders/read")).build();
        TokenVerifier verifier = verifier(ourSettings, theirSettings);

        AccessToken our = accepted(
                verifier.verify(ours.token().claimText("scope", "orders/read").mint()));
        AccessToken their = accepted(
                verifier.verify(theirs.token().claimText("scope", "orders/read").mint()));

        assertThat(ourSettings.scopeRoles().rolesOf(our)).containsExactly("read");
        assertThat(theirSettings.scopeRoles().rolesOf(their)).containsExactly("partner");
    }

    @Test
    void tells_of_the_keys_of_each_pool_by_the_order_of_their_ids() {
        List<String> ids = List.of("ap-south-1_C", "eu-west-1_A", "eu-west-1_B", "eu-west-1_a", "us-east-1_A");
        TestPool[] others = ids.stream().skip(1).map(TestPool::new).toArray(TestPool[]::new);
        TokenVerifier verifier = new TestPool(ids.get(0)).verifierWith(others);

        assertThat(verifier.keyStates())
                .extracting(state -> state.userPool().id())
                .containsExactlyElementsOf(ids);
    }

    @Test
    void refuses_to_start_if_two_pools_claim_one_issuer() {
        assertThatThrownBy(
                        () -> verifier(ours.settings().build(), ours.settings().build()))
                .isInstanceOf(InvalidSettings.class)
                .hasMessageContaining(ours.issuer());
    }

    @Test
    void refuses_to_start_without_a_pool() {
        assertThatThrownBy(this::verifier).isInstanceOf(InvalidSettings.class).hasMessageContaining("user-pool-id");
    }

    private TokenVerifier verifier(VerifierSettings... settings) {
        Map<UserPool, TestPool> pools = Map.of(
                UserPool.of("eu-west-1_AbCdEfGhI"), ours,
                UserPool.of("us-east-1_ZyXwVuTsR"), theirs);
        return TokenVerifier.of(
                List.of(settings),
                InstantSource.fixed(TestPool.NOW),
                each -> pools.get(each.userPool()).keyRing(each));
    }

    private static String client(TestPool pool, String id) {
        return pool.token().claimText("client_id", id).claimText("sub", id).mint();
    }

    private static UserPool poolOf(Verification outcome) {
        return accepted(outcome).userPool();
    }

    private static AccessToken accepted(Verification outcome) {
        assertThat(outcome).isInstanceOf(Accepted.class);
        return ((Accepted) outcome).token();
    }
}
