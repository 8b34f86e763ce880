package org.cognito4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.cognito4j.Verification.Accepted;
import org.cognito4j.Verification.Rejected;
import org.junit.jupiter.api.Test;

/** What is denied by hand is refused whatever the policy says, and by every policy that comes later. */
class DenialsTest {

    private static final Rejected CLIENT_DENIED = new Rejected(RejectionReason.CLIENT_DENIED);
    private static final Rejected ISSUED_BEFORE = new Rejected(RejectionReason.ISSUED_BEFORE);
    private static final Rejected TOKEN_DENIED = new Rejected(RejectionReason.TOKEN_DENIED);
    private static final Instant LATER = TestPool.NOW.plusSeconds(1);
    private static final Instant EARLIER = TestPool.NOW.minusSeconds(1);

    private final TestPool pool = TestPool.create();
    private final TokenVerifier verifier = pool.verifier();
    private final String token = pool.token().claimText("jti", "stolen").mint();

    @Test
    void a_denied_client_is_refused_until_it_is_allowed_whatever_the_policy_becomes() {
        assertThat(verifier.verify(token)).isInstanceOf(Accepted.class);

        deny(denials -> denials.withClient(TestPool.CLIENT));
        assertThat(verifier.verify(token)).isEqualTo(CLIENT_DENIED);
        replace(settings -> settings.clientDenied(TestPool.CLIENT, false));
        assertThat(verifier.verify(token)).isEqualTo(CLIENT_DENIED);
        replace(settings -> settings.clientIds(List.of("other")));
        assertThat(verifier.verify(token)).isEqualTo(new Rejected(RejectionReason.WRONG_CLIENT));
        replace(settings -> settings);
        assertThat(verifier.verify(token)).isEqualTo(CLIENT_DENIED);

        deny(denials -> denials.withoutClient(TestPool.CLIENT));
        assertThat(verifier.verify(token)).isInstanceOf(Accepted.class);
        assertThat(verifier.policyVersion()).isEqualTo(6);
    }

    @Test
    void allowing_lifts_no_denial_of_the_policy() {
        replace(settings -> settings.clientDenied(TestPool.CLIENT, true));
        deny(denials -> denials.withClient(TestPool.CLIENT));

        deny(denials -> Denials.NONE);

        assertThat(verifier.verify(token)).isEqualTo(CLIENT_DENIED);
    }

    @Test
    void of_two_instants_the_later_one_counts() {
        deny(denials -> denials.withTokensIssuedBefore(TestPool.CLIENT, TestPool.NOW));
        assertThat(verifier.verify(token)).isInstanceOf(Accepted.class);
        deny(denials -> denials.withTokensIssuedBefore(TestPool.CLIENT, LATER));
        assertThat(verifier.verify(token)).isEqualTo(ISSUED_BEFORE);
        deny(denials -> denials.withTokensIssuedBefore(TestPool.CLIENT, EARLIER));
        replace(settings -> settings.clientIssuedBefore(TestPool.CLIENT, EARLIER));
        assertThat(verifier.verify(token)).isEqualTo(ISSUED_BEFORE);

        deny(denials -> denials.withoutTokensIssuedBefore(TestPool.CLIENT));
        assertThat(verifier.verify(token)).isInstanceOf(Accepted.class);
        replace(settings -> settings.clientIssuedBefore(TestPool.CLIENT, LATER));
        deny(denials -> denials.withTokensIssuedBefore(TestPool.CLIENT, EARLIER));
        assertThat(verifier.verify(token)).isEqualTo(ISSUED_BEFORE);
    }

    @Test
    void an_instant_for_a_pool_concerns_that_pool_alone() {
        UserPool own = verifier.settings().get(0).userPool();

        deny(denials -> denials.withTokensIssuedBefore(UserPool.of("eu-west-1_Other0000"), LATER));
        assertThat(verifier.verify(token)).isInstanceOf(Accepted.class);
        deny(denials -> denials.withTokensIssuedBefore(own, LATER));
        assertThat(verifier.verify(token)).isEqualTo(ISSUED_BEFORE);
        deny(denials -> denials.withoutTokensIssuedBefore(own));
        assertThat(verifier.verify(token)).isInstanceOf(Accepted.class);
    }

    @Test
    void a_token_is_denied_until_the_later_of_two_ends() {
        deny(denials -> denials.withToken("stolen", LATER).withToken("stolen", EARLIER));
        assertThat(verifier.verify(token)).isEqualTo(TOKEN_DENIED);
        replace(settings -> settings.deniedTokens(Map.of("stolen", EARLIER)));
        assertThat(verifier.verify(token)).isEqualTo(TOKEN_DENIED);

        deny(denials -> denials.withoutToken("stolen"));
        assertThat(verifier.verify(token)).isInstanceOf(Accepted.class);
        replace(settings -> settings.deniedTokens(Map.of("stolen", LATER)));
        deny(denials -> denials.withToken("stolen", EARLIER));
        assertThat(verifier.verify(token)).isEqualTo(TOKEN_DENIED);
    }

    @Test
    void keeps_a_client_name_and_limit_and_shows_no_denial_among_the_settings() {
        replace(settings -> settings.clientName(TestPool.CLIENT, "Billing"));

        deny(denials -> denials.withTokensIssuedBefore(TestPool.CLIENT, EARLIER));

        Accepted accepted = (Accepted) verifier.verify(token);
        assertThat(accepted.token().clientName()).contains("Billing");
        assertThat(verifier.settings().get(0).issuedBefore(TestPool.CLIENT)).isEqualTo(Instant.MIN);
    }

    @Test
    void lists_what_is_denied_and_drops_what_has_ended() {
        Denials denials = Denials.NONE
                .withToken("b", LATER)
                .withToken("a", TestPool.NOW)
                .withTokensIssuedBefore("x", TestPool.NOW)
                .withClient("z")
                .withClient("x")
                .withTokensIssuedBefore(UserPool.of("eu-west-1_Other0000"), TestPool.NOW);

        assertThat(denials.at(TestPool.NOW).lines())
                .containsExactly(
                        "client x: all tokens",
                        "client z: all tokens",
                        "client x: tokens issued before " + TestPool.NOW,
                        "pool eu-west-1_Other0000: tokens issued before " + TestPool.NOW,
                        "token b: until " + LATER);
    }

    /** A policy that is replaced all the time takes no denial with it. */
    @Test
    void a_denial_holds_while_policies_are_replaced() throws Exception {
        AtomicBoolean stops = new AtomicBoolean();
        AtomicInteger swaps = new AtomicInteger();
        Thread swapper = new Thread(() -> {
            while (!stops.get()) {
                replace(settings -> settings);
                swaps.incrementAndGet();
            }
        });
        swapper.start();
        try {
            for (int i = 0; i < 2_000; i++) {
                deny(denials -> denials.withClient(TestPool.CLIENT));
                assertThat(verifier.verify(token)).isEqualTo(CLIENT_DENIED);
                assertThat(verifier.verify(token)).isEqualTo(CLIENT_DENIED);
                deny(denials -> Denials.NONE);
                assertThat(verifier.verify(token)).isInstanceOf(Accepted.class);
            }
        } finally {
            stops.set(true);
            swapper.join();
        }
        assertThat(swaps.get()).isPositive();
    }

    private Denials current = Denials.NONE;

    private void deny(UnaryOperator<Denials> change) {
        current = change.apply(current);
        verifier.replaceDenials(current);
    }

    private void replace(UnaryOperator<VerifierSettingsBuilder> change) {
        Collection<VerifierSettings> settings =
                List.of(change.apply(pool.settings()).build());
        verifier.replacePolicy(settings);
    }
}
