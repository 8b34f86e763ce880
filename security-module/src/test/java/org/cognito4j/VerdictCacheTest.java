package org.cognito4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.cognito4j.Verification.Accepted;
import org.cognito4j.Verification.Rejected;
import org.cognito4j.Verification.Unavailable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A verdict that is remembered is the very object that was given before. */
class VerdictCacheTest {

    private static final Duration SKEW = Duration.ofMinutes(1);
    private static final KeyTimes TIMES =
            new KeyTimes(Duration.ofMinutes(5), Duration.ofDays(1), Duration.ofSeconds(5));

    private final TestPool pool = TestPool.create();
    private final ManualTime time = new ManualTime(TestPool.NOW);
    private boolean down;

    @Test
    void remembers_an_acceptable_token() {
        TokenVerifier verifier = verifier(pool.settings());
        String token = pool.token().mint();

        assertThat(verifier.verify(new String(token.toCharArray())))
                .isInstanceOf(Accepted.class)
                .isEqualTo(verifier.verify(token));
    }

    @Test
    void remembers_nothing_where_it_is_off() {
        TokenVerifier verifier = verifier(pool.settings().verdictCacheSize(0));
        String token = pool.token().mint();

        assertThat(verifier.verify(token)).isInstanceOf(Accepted.class).isNotEqualTo(verifier.verify(token));
    }

    /** Each instant by itself, after a verdict was given; the same as without one. */
    @ParameterizedTest
    @CsvSource({
        "exp, PT59M59S, ",
        "exp, PT1H, ",
        "exp, PT1H59.999999999S, ",
        "exp, PT1H1M, TOKEN_EXPIRED",
        "exp, PT1H1M1S, TOKEN_EXPIRED",
        "iat, -PT59S, ",
        "iat, -PT1M, ",
        "iat, -PT1M0.000000001S, ISSUED_IN_FUTURE",
        "iat, -PT1M1S, ISSUED_IN_FUTURE",
        "nbf, PT9M1S, ",
        "nbf, PT9M, ",
        "nbf, PT8M59.999999999S, NOT_YET_VALID"
    })
    void forgets_with_the_clock(String claim, Duration afterNow, RejectionReason reason) {
        for (int size : new int[] {0, 10}) {
            time.set(TestPool.NOW.plus(Duration.ofMinutes(20)));
            TokenVerifier verifier = verifier(pool.settings().verdictCacheSize(size));
            TokenDraft draft = pool.token();
            String token = claim.equals("nbf")
                    ? draft.claim("nbf", TestPool.NOW.plusSeconds(600).getEpochSecond())
                            .mint()
                    : draft.mint();
            assertThat(verifier.verify(token)).isInstanceOf(Accepted.class);

            time.set(TestPool.NOW.plus(afterNow));

            assertOutcome(verifier.verify(token), reason);
        }
    }

    @Test
    void holds_a_token_to_its_issue_where_it_may_be_used_from_before_that() {
        TokenVerifier verifier = verifier(pool.settings());
        String token = pool.token()
                .claim("nbf", TestPool.NOW.minusSeconds(3_600).getEpochSecond())
                .mint();
        assertThat(verifier.verify(token)).isInstanceOf(Accepted.class);

        time.set(TestPool.NOW.minus(SKEW).minusNanos(1));

        assertThat(verifier.verify(token)).isEqualTo(new Rejected(RejectionReason.ISSUED_IN_FUTURE));
    }

    @Test
    void takes_the_skew_that_is_set() {
        TokenVerifier verifier = verifier(pool.settings().clockSkew(Duration.ZERO));
        String token = pool.token().mint();
        Verification first = verifier.verify(token);

        time.set(TestPool.NOW.plusSeconds(3_600).minusNanos(1));
        assertThat(verifier.verify(token)).isEqualTo(first);
        time.set(TestPool.NOW.plusSeconds(3_600));
        assertThat(verifier.verify(token)).isEqualTo(new Rejected(RejectionReason.TOKEN_EXPIRED));
    }

    @Test
    void judges_anew_where_a_clock_went_back_and_on_again() {
        TokenVerifier verifier = verifier(pool.settings());
        String token = pool.token().mint();
        verifier.verify(token);

        time.set(TestPool.NOW.minusSeconds(3_600));
        assertThat(verifier.verify(token)).isEqualTo(new Rejected(RejectionReason.ISSUED_IN_FUTURE));
        time.set(TestPool.NOW);
        assertThat(verifier.verify(token)).isInstanceOf(Accepted.class);
    }

    @Test
    void forgets_when_the_key_is_withdrawn() {
        TokenVerifier verifier = verifier(pool.settings());
        pool.publish("other", TestKeys.rsa("other"));
        String token = pool.token("other").mint();
        assertThat(verifier.verify(token)).isInstanceOf(Accepted.class);

        pool.withdraw("other");
        time.pass(TIMES.refreshInterval());

        assertThat(verifier.verify(token)).isEqualTo(new Rejected(RejectionReason.UNKNOWN_KEY));
    }

    /** Whoever still has the closed verifier would hold on to all that it knew of its callers. */
    @Test
    void lets_go_of_everything_when_it_is_closed() {
        TokenVerifier verifier = verifier(pool.settings());
        String token = pool.token().mint();
        WeakReference<AccessToken> remembered = new WeakReference<>(((Accepted) verifier.verify(token)).token());

        verifier.close();

        Instant deadline = Instant.now().plusSeconds(20);
        while (remembered.get() != null) {
            assertThat(Instant.now()).as("nobody holds it any more").isBefore(deadline);
            System.gc();
        }
        assertThat(verifier.verify(token)).isInstanceOf(Unavailable.class);
    }

    @Test
    void forgets_when_another_key_takes_the_id() {
        TokenVerifier verifier = verifier(pool.settings());
        pool.publish("other", TestKeys.rsa("other"));
        String token = pool.token("other").mint();
        assertThat(verifier.verify(token)).isInstanceOf(Accepted.class);

        pool.publish("other", TestKeys.rsa("another"));
        time.pass(TIMES.refreshInterval());

        assertThat(verifier.verify(token)).isEqualTo(new Rejected(RejectionReason.BAD_SIGNATURE));
    }

    @Test
    void outlives_a_refresh_that_brings_the_same_key() {
        TokenVerifier verifier = verifier(pool.settings());
        String token = pool.token().mint();
        Verification first = verifier.verify(token);
        int fetches = pool.fetches();

        time.pass(TIMES.refreshInterval());
        pool.publish("more", TestKeys.rsa("other"));
        time.pass(TIMES.refreshInterval());

        assertThat(pool.fetches()).isEqualTo(fetches + 2);
        assertThat(verifier.verify(token)).isEqualTo(first);
    }

    @Test
    void outlives_an_outage_only_as_long_as_the_keys_do() {
        TokenVerifier verifier = verifier(pool.settings());
        String token = pool.token()
                .claim("exp", TestPool.NOW.plusSeconds(86_400).getEpochSecond())
                .mint();
        Verification first = verifier.verify(token);
        down = true;

        time.pass(TIMES.staleFor().minusMillis(1));
        assertThat(verifier.verify(token)).isEqualTo(first);
        time.pass(Duration.ofMillis(1));
        assertThat(verifier.verify(token)).isInstanceOf(Unavailable.class);
    }

    @Test
    void ends_with_its_verifier() {
        TokenVerifier verifier = verifier(pool.settings());
        String token = pool.token().mint();
        verifier.verify(token);

        verifier.close();

        assertThat(verifier.verify(token)).isInstanceOf(Unavailable.class);
    }

    @Test
    void is_nothing_to_other_settings() {
        String token = pool.token().mint();

        assertThat(verifier(pool.settings()).verify(token)).isInstanceOf(Accepted.class);
        assertThat(verifier(pool.settings().clientIds(List.of("else"))).verify(token))
                .isEqualTo(new Rejected(RejectionReason.WRONG_CLIENT));
        assertThat(verifier(pool.settings().audience("here")).verify(token))
                .isEqualTo(new Rejected(RejectionReason.WRONG_AUDIENCE));
        assertThat(verifier(pool.settings().callers(Callers.USERS)).verify(token))
                .isEqualTo(new Rejected(RejectionReason.NOT_A_USER));
    }

    @Test
    void lets_junk_take_nobodys_place() {
        TokenVerifier verifier = verifier(pool.settings().verdictCacheSize(4));
        List<String> good = tokens(pool, 4);
        List<Verification> first = good.stream().map(verifier::verify).toList();

        for (int i = 0; i < 2_000; i++) {
            String text = good.get(i % 4);
            verifier.verify("junk." + i + ".junk");
            verifier.verify(text.substring(0, text.length() - 1 - i % 300));
            assertThat(verifier.verify(changed(text, i))).isInstanceOf(Rejected.class);
        }

        assertSame(first, good.stream().map(verifier::verify).toList());
    }

    @Test
    void takes_no_other_character_for_one_with_the_same_low_byte() {
        TokenVerifier verifier = verifier(pool.settings());
        String token = pool.token().mint();
        verifier.verify(token);

        for (int i = 0; i < token.length(); i++) {
            char wide = (char) (token.charAt(i) + 0x100);
            assertThat(verifier.verify(token.substring(0, i) + wide + token.substring(i + 1)))
                    .isEqualTo(new Rejected(RejectionReason.TOKEN_MALFORMED));
        }
    }

    @Test
    void looks_at_the_length_first() {
        TestPool other = new TestPool("us-east-1_ZyXwVuTsR");
        Map<String, TestPool> pools = Map.of("eu-west-1_AbCdEfGhI", pool, "us-east-1_ZyXwVuTsR", other);
        TokenVerifier verifier = TokenVerifier.of(
                List.of(
                        pool.settings().maxTokenSize(1_024).build(),
                        other.settings().maxTokenSize(8_192).build()),
                time,
                each -> pools.get(each.userPool().id()).keyRing(each));
        String filler = "x".repeat(1_024);
        String theirs = other.token().claimText("x", filler).mint();

        assertThat(verifier.verify(theirs)).isInstanceOf(Accepted.class).isEqualTo(verifier.verify(theirs));
        for (int i = 0; i < 2; i++) {
            assertThat(verifier.verify(pool.token().claimText("x", filler).mint()))
                    .isEqualTo(new Rejected(RejectionReason.TOKEN_TOO_LARGE));
        }
    }

    @Test
    void keeps_the_tokens_of_each_pool_apart() {
        TestPool other = new TestPool("us-east-1_ZyXwVuTsR");
        Map<String, TestPool> pools = Map.of("eu-west-1_AbCdEfGhI", pool, "us-east-1_ZyXwVuTsR", other);
        TokenVerifier verifier = TokenVerifier.of(
                List.of(
                        pool.settings().verdictCacheSize(4).build(),
                        other.settings().verdictCacheSize(0).build()),
                time,
                each -> pools.get(each.userPool().id()).keyRing(each));
        List<String> ours = tokens(pool, 4);
        List<Verification> first = ours.stream().map(verifier::verify).toList();

        for (String theirs : tokens(other, 20)) {
            assertThat(verifier.verify(theirs)).isInstanceOf(Accepted.class).isNotEqualTo(verifier.verify(theirs));
        }

        assertSame(first, ours.stream().map(verifier::verify).toList());
    }

    @Test
    void tells_digests_apart_whose_hash_codes_are_the_same() {
        VerdictCache cache = new VerdictCache(100);
        KeyRing keys = ring(pool.settings().build());
        keys.keyFor(TestPool.KEY_ID);
        Map<TokenDigest, Verdict> verdicts = new HashMap<>();
        for (int bit = 0; bit < 64; bit++) {
            long one = 1L << bit;
            put(verdicts, cache, new TokenDigest(7 | (one << 32), 0, 0, 0), keys);
            put(verdicts, cache, new TokenDigest(7, one, 0, 0), keys);
            put(verdicts, cache, new TokenDigest(7, 0, 0, one), keys);
        }

        verdicts.forEach((digest, verdict) -> {
            assertThat(digest).hasSameHashCodeAs(new TokenDigest(7, 0, 0, 0));
            Verdict found = cache.find(digest, keys, TestPool.NOW);
            assertThat(found == null || found == verdict).isTrue();
        });
        assertThat(cache.find(new TokenDigest(7, 0, 5, 0), keys, TestPool.NOW)).isNull();
        assertThat(cache.count()).isEqualTo(100);
    }

    @Test
    void keeps_what_comes_back_when_there_are_more_than_it_has_room_for() {
        VerdictCache cache = new VerdictCache(1_000);
        KeyRing keys = ring(pool.settings().build());
        keys.keyFor(TestPool.KEY_ID);
        List<TokenDigest> regulars =
                IntStream.range(0, 500).mapToObj(VerdictCacheTest::digest).toList();
        int found = 0;
        int next = 1_000;
        for (int round = 0; round < 100; round++) {
            for (TokenDigest regular : regulars) {
                if (cache.find(regular, keys, TestPool.NOW) != null) {
                    found++;
                } else {
                    cache.remember(regular, verdict(keys));
                }
                // Two of those that come once for each that comes back.
                cache.remember(digest(next++), verdict(keys));
                cache.remember(digest(next++), verdict(keys));
            }
        }

        assertThat(cache.count()).isLessThanOrEqualTo(1_000);
        assertThat(found).isGreaterThan(500 * 95);
    }

    @Test
    void remembers_nothing_for_what_has_no_digest() {
        VerdictCache cache = new VerdictCache(10);
        KeyRing keys = ring(pool.settings().build());
        keys.keyFor(TestPool.KEY_ID);

        cache.remember(TokenDigest.NONE, verdict(keys));

        assertThat(cache.find(TokenDigest.NONE, keys, TestPool.NOW)).isNull();
        assertThat(cache.count()).isZero();
    }

    private void put(Map<TokenDigest, Verdict> verdicts, VerdictCache cache, TokenDigest digest, KeyRing keys) {
        verdicts.put(digest, verdict(keys));
        cache.remember(digest, verdicts.get(digest));
    }

    private static TokenDigest digest(int number) {
        // As spread as the bits of a hash are.
        return new TokenDigest(number * 0x9E3779B97F4A7C15L, number, 0, 1);
    }

    private Verdict verdict(KeyRing keys) {
        AccessToken token = new AccessToken.Verified(
                RingUnderTest.POOL,
                new Claims(Map.of()),
                CallerKind.MACHINE,
                Optional.empty(),
                Set.of(),
                TestPool.NOW,
                TestPool.NOW.plusSeconds(3_600),
                SKEW);
        return Verdict.on(token, TestPool.KEY_ID, keys.knownKey(TestPool.KEY_ID).orElseThrow(), SKEW, 1);
    }

    private static void assertSame(List<Verification> first, List<Verification> again) {
        for (int i = 0; i < first.size(); i++) {
            assertThat(first.get(i)).isInstanceOf(Accepted.class).isEqualTo(again.get(i));
        }
    }

    private static void assertOutcome(Verification outcome, RejectionReason reason) {
        if (reason == null) {
            assertThat(outcome).isInstanceOf(Accepted.class);
        } else {
            assertThat(outcome).isEqualTo(new Rejected(reason));
        }
    }

    private static List<String> tokens(TestPool pool, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> pool.token().claimText("jti", "token-" + i).mint())
                .toList();
    }

    /** With another letter somewhere behind the header. */
    private static String changed(String token, int seed) {
        int at = token.indexOf('.') + 1 + seed % 600;
        char letter = token.charAt(at);
        return token.substring(0, at) + (letter == 'A' ? 'B' : 'A') + token.substring(at + 1);
    }

    private TokenVerifier verifier(VerifierSettingsBuilder settings) {
        return TokenVerifier.of(List.of(settings.build()), time, this::ring);
    }

    private KeyRing ring(VerifierSettings settings) {
        time.runAtOnce();
        TestPool.Fetch fetch = timeout -> {
            if (down) {
                throw new KeySetUnavailable("refused");
            }
            return pool.published();
        };
        return new KeyRing(
                settings.userPool(),
                fetch,
                KeySnapshot.EMPTY,
                new RefreshPolicy(settings.keyTimes(), () -> 0.5),
                time,
                time,
                time::tick);
    }
}
