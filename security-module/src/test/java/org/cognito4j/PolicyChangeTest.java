package org.cognito4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.cognito4j.Verification.Accepted;
import org.cognito4j.Verification.Rejected;
import org.cognito4j.Verification.Unavailable;
import org.cognito4j.net.RefreshThread;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A policy takes the place of another while tokens are verified, and applies to those that are remembered. */
class PolicyChangeTest {

    private static final int CALLERS = 4;
    private static final int SWAPS = 2_000;

    private final TestPool pool = TestPool.create();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    /** Remembered and not remembered: both have the same outcome. */
    @ParameterizedTest
    @ValueSource(ints = {0, 10})
    void cuts_off_a_client_and_lets_it_in_again(int remembered) {
        TokenVerifier verifier =
                pool.verifier(pool.settings().verdictCacheSize(remembered).build());
        String token = pool.token().mint();
        assertThat(verifier.verify(token)).isInstanceOf(Accepted.class);

        replace(verifier, settings -> settings.verdictCacheSize(remembered).clientDenied(TestPool.CLIENT, true));

        assertThat(verifier.verify(token)).isEqualTo(new Rejected(RejectionReason.CLIENT_DENIED));
        assertThat(verifier.verify(token)).isEqualTo(new Rejected(RejectionReason.CLIENT_DENIED));

        replace(verifier, settings -> settings.verdictCacheSize(remembered));

        assertThat(verifier.verify(token)).isInstanceOf(Accepted.class);
    }

    @Test
    void judges_a_remembered_token_anew_by_each_rule_of_policy() {
        TokenVerifier verifier = pool.verifier();
        String token = pool.token().claimText("jti", "stolen").mint();
        assertThat(verifier.verify(token)).isInstanceOf(Accepted.class);

        replace(verifier, settings -> settings.clientIds(List.of("other")));
        assertThat(verifier.verify(token)).isEqualTo(new Rejected(RejectionReason.WRONG_CLIENT));

        replace(verifier, settings -> settings.issuedBefore(TestPool.NOW.plusSeconds(1)));
        assertThat(verifier.verify(token)).isEqualTo(new Rejected(RejectionReason.ISSUED_BEFORE));

        replace(verifier, settings -> settings.clientIssuedBefore(TestPool.CLIENT, TestPool.NOW.plusSeconds(1)));
        assertThat(verifier.verify(token)).isEqualTo(new Rejected(RejectionReason.ISSUED_BEFORE));

        replace(verifier, settings -> settings.deniedTokens(Map.of("stolen", TestPool.NOW.plusSeconds(1))));
        assertThat(verifier.verify(token)).isEqualTo(new Rejected(RejectionReason.TOKEN_DENIED));

        replace(verifier, settings -> settings.requiredClaim("tenant", List.of("acme")));
        assertThat(verifier.verify(token)).isEqualTo(new Rejected(RejectionReason.CLAIM_MISMATCH));

        replace(verifier, settings -> settings.clientRequiredClaim(TestPool.CLIENT, "version", List.of("3")));
        assertThat(verifier.verify(token)).isEqualTo(new Rejected(RejectionReason.CLAIM_MISMATCH));

        replace(
                verifier,
                settings -> settings.issuedBefore(TestPool.NOW)
                        .requiredClaim("version", List.of("3", "2"))
                        .clientIssuedBefore(TestPool.CLIENT, TestPool.NOW)
                        .deniedTokens(Map.of("stolen", TestPool.NOW)));
        assertThat(verifier.verify(token)).isInstanceOf(Accepted.class);
    }

    /** A remembered token whose claims are judged anew is a new object once, and remembered from then on. */
    @Test
    void replaces_a_remembered_verdict_once_for_each_policy() {
        TokenVerifier verifier = pool.verifier();
        String token = pool.token().mint();
        Verification first = verifier.verify(token);

        replace(verifier, settings -> settings.clientName(TestPool.CLIENT, "Billing"));
        Verification second = verifier.verify(token);

        assertThat(second).isNotEqualTo(first).isEqualTo(verifier.verify(token));
        assertThat(((Accepted) second).token().clientName()).contains("Billing");
        assertThat(verifier.cacheMisses()).isEqualTo(1);
        assertThat(verifier.cacheHits()).isEqualTo(2);
    }

    @Test
    void gives_roles_by_the_policy_of_now() {
        TokenVerifier verifier = pool.verifier();
        AccessToken token = ((Accepted) verifier.verify(pool.token()
                        .claimText("scope", TestPool.RESOURCE_SERVER + "/orders.read")
                        .mint()))
                .token();
        assertThat(roles(verifier, token)).containsExactly(TestPool.RESOURCE_SERVER + "/orders.read");

        replace(verifier, settings -> settings.role("reader", List.of(TestPool.RESOURCE_SERVER + "/orders.read")));

        assertThat(roles(verifier, token)).containsExactly("reader");
        assertThat(verifier.scopeRoles(UserPool.of("eu-west-1_Unknown"))).isEmpty();
    }

    private static Iterable<String> roles(TokenVerifier verifier, AccessToken token) {
        return verifier.scopeRoles(token.userPool()).orElseThrow().rolesOf(token);
    }

    @Test
    void explains_by_the_policy_of_now() {
        TokenVerifier verifier = pool.verifier();
        String token = pool.token().mint();

        replace(verifier, settings -> settings.issuedBefore(TestPool.NOW.plusSeconds(1)));

        assertThat(verifier.explain(token).rules())
                .filteredOn(rule -> rule.result() == Explanation.Result.FAILED)
                .extracting(Explanation.Rule::name)
                .containsExactly("issued-since");
    }

    @Test
    void refuses_a_policy_with_a_setting_that_needs_a_restart_and_keeps_the_last() {
        TokenVerifier verifier = pool.verifier();
        String token = pool.token().mint();
        replace(verifier, settings -> settings.clientDenied(TestPool.CLIENT, true));

        InvalidSettings refusal = catchThrowableOfType(
                InvalidSettings.class,
                () -> replace(verifier, settings -> settings.maxTokenSize(2_048).clockSkew(Duration.ZERO)));

        assertThat(refusal.faults())
                .extracting(SettingFault::setting)
                .containsExactlyInAnyOrder("max-token-size", "clock-skew");
        assertThat(refusal).hasMessageContaining("Restart");
        assertThat(verifier.verify(token)).isEqualTo(new Rejected(RejectionReason.CLIENT_DENIED));
        assertThat(verifier.policyVersion()).isEqualTo(2);
    }

    @Test
    void refuses_a_policy_for_other_pools() {
        TokenVerifier verifier = pool.verifier();
        VerifierSettings other = new TestPool("eu-west-1_Other").settings().build();

        for (List<VerifierSettings> pools : List.of(
                List.<VerifierSettings>of(),
                List.of(other),
                List.of(pool.settings().build(), other))) {
            assertThat(catchThrowableOfType(InvalidSettings.class, () -> verifier.replacePolicy(pools)))
                    .hasMessageContaining("user-pool-id");
        }
    }

    @Test
    void changes_the_policy_of_all_pools_whatever_their_order() {
        TestPool other = new TestPool("eu-west-1_Other");
        TokenVerifier verifier = pool.verifierWith(other);
        String ours = pool.token().mint();
        String theirs = other.token().mint();
        assertThat(verifier.verify(ours)).isInstanceOf(Accepted.class);
        assertThat(verifier.verify(theirs)).isInstanceOf(Accepted.class);

        verifier.replacePolicy(List.of(
                other.settings().clientDenied(TestPool.CLIENT, true).build(),
                pool.settings().build()));

        assertThat(verifier.verify(ours)).isInstanceOf(Accepted.class);
        assertThat(verifier.verify(theirs)).isEqualTo(new Rejected(RejectionReason.CLIENT_DENIED));
    }

    @Test
    void answers_nothing_but_unavailable_once_it_is_closed() {
        TokenVerifier verifier = pool.verifier();
        String token = pool.token().mint();
        assertThat(verifier.verify(token)).isInstanceOf(Accepted.class);
        verifier.close();

        replace(verifier, settings -> settings.clientName(TestPool.CLIENT, "Billing"));

        assertThat(verifier.verify(token)).isInstanceOf(Unavailable.class);
    }

    /** Whoever begins to verify after a policy came into force gets its answer, remembered or not. */
    @ParameterizedTest
    @ValueSource(ints = {0, 100})
    void gives_no_answer_of_an_earlier_policy(int remembered) throws Exception {
        UnaryOperator<VerifierSettingsBuilder> size = settings -> settings.verdictCacheSize(remembered);
        TokenVerifier verifier = pool.verifier(size.apply(pool.settings()).build());
        String token = pool.token().mint();
        VerifierSettings open = size.apply(pool.settings()).build();
        VerifierSettings closed =
                size.apply(pool.settings()).clientDenied(TestPool.CLIENT, true).build();
        AtomicInteger swaps = new AtomicInteger();
        AtomicBoolean over = new AtomicBoolean();

        List<Future<Integer>> callers = start(() -> {
            int sure = 0;
            while (!over.get()) {
                // Even while a policy is in force, odd while it is being replaced.
                int before = swaps.get();
                Verification outcome = verifier.verify(token);
                if (before % 2 == 0 && swaps.get() == before) {
                    assertThat(outcome instanceof Accepted).isEqualTo(before / 2 % 2 == 0);
                    sure++;
                }
            }
            return sure;
        });
        for (int i = 0; i < SWAPS; i++) {
            swaps.incrementAndGet();
            verifier.replacePolicy(List.of(i % 2 == 0 ? closed : open));
            swaps.incrementAndGet();
            for (int n = 0; n < 3; n++) {
                assertThat(verifier.verify(token) instanceof Accepted).isEqualTo(i % 2 == 1);
            }
        }
        over.set(true);

        for (Future<Integer> caller : callers) {
            assertThat(caller.get(30, TimeUnit.SECONDS)).isPositive();
        }
        assertThat(verifier.policyVersion()).isEqualTo(1 + SWAPS);
    }

    /** A token whose key is withdrawn is refused, whatever policies come meanwhile. */
    @Test
    void a_policy_brings_no_token_back_whose_key_is_gone() throws Exception {
        RSAPublicKey key = (RSAPublicKey) TestKeys.rsa("withdrawn").getPublic();
        AtomicBoolean published = new AtomicBoolean(true);
        Planned thread = new Planned();
        TokenVerifier verifier = TokenVerifier.of(
                List.of(pool.settings().build()),
                InstantSource.fixed(TestPool.NOW),
                settings -> pool.keyRing(
                        settings,
                        timeout -> new KeySetSource.Fetched(
                                published.get()
                                        ? Map.of(TestPool.KEY_ID, pool.publicKey(), "withdrawn", key)
                                        : Map.of(TestPool.KEY_ID, pool.publicKey()),
                                Optional.empty()),
                        thread));
        String token = pool.token()
                .headerText("kid", "withdrawn")
                .signedWith(TestKeys.rsa("withdrawn"))
                .mint();
        assertThat(verifier.verify(token)).isInstanceOf(Accepted.class);

        published.set(false);
        thread.planned.run();
        replace(verifier, settings -> settings.clientName(TestPool.CLIENT, "Billing"));

        assertThat(verifier.verify(token)).isEqualTo(new Rejected(RejectionReason.UNKNOWN_KEY));
    }

    private void replace(TokenVerifier verifier, UnaryOperator<VerifierSettingsBuilder> difference) {
        verifier.replacePolicy(List.of(difference.apply(pool.settings()).build()));
    }

    private <T> List<Future<T>> start(Callable<T> work) {
        List<Future<T>> started = new ArrayList<>();
        for (int i = 0; i < CALLERS; i++) {
            started.add(threads.submit(work));
        }
        return started;
    }

    /** Fetches at once where somebody waits, and what is planned when it is told to. */
    private static final class Planned implements RefreshThread {

        private volatile Runnable planned = () -> {};

        @Override
        public void runAfter(Duration delay, Runnable task) {
            if (delay.isZero()) {
                task.run();
            } else {
                planned = task;
            }
        }

        @Override
        public void close() {}
    }
}
