package org.cognito4j;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.function.IntFunction;
import org.cognito4j.net.StrictJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What remembered verdicts take of the heap. Measured: no calculation knows what a JVM does. */
@Timeout(300)
class AcceptedTokenMemoryTest {

    private static final int MANY = 20_000;

    private final TestPool pool = TestPool.create();

    @Test
    void an_ordinary_token_takes_at_most_1200_bytes() throws Exception {
        String token = pool.token().mint();
        assertThat(token.length()).isBetween(840, 940);

        long perToken = heapOf(MANY, this::ordinary) / MANY;

        assertThat(perToken).isLessThanOrEqualTo(1_200);
    }

    @Test
    void large_tokens_take_no_more_than_their_units() throws Exception {
        long heap = heapOf(4_000, i -> ordinary(i).replace("}", ",\"x\":[" + "{},".repeat(900) + i + "]}"));

        assertThat(heap).isLessThanOrEqualTo(4_000L * VerdictWeight.UNIT);
    }

    @Test
    void tokens_whose_claims_have_names_of_their_own_take_no_more_than_their_units() throws Exception {
        long heap = heapOf(4_000, i -> {
            StringBuilder more = new StringBuilder();
            for (int claim = 0; claim < 15; claim++) {
                more.append(",\"name-")
                        .append(i)
                        .append('-')
                        .append(claim)
                        .append("\":\"")
                        .append(i)
                        .append('"');
            }
            return ordinary(i).replace("}", more + "}");
        });

        assertThat(heap).isLessThanOrEqualTo(4_000L * VerdictWeight.UNIT);
    }

    @Test
    void an_ordinary_token_is_one_unit() throws Exception {
        Verdict verdict = verdict(new ClaimRules(pool.settings().build()), ordinary(1));

        assertThat(VerdictWeight.of(verdict)).isEqualTo(1);
        assertThat(verdict.outcome().token().claims())
                .isEqualTo(StrictJson.object(ordinary(1).getBytes(UTF_8), 100))
                .hasSize(10);
    }

    private String ordinary(int number) {
        return ("{\"sub\":\"CLIENT\",\"token_use\":\"access\","
                        + "\"scope\":\"https://api.example.com/orders.read https://api.example.com/orders.write\","
                        + "\"auth_time\":NOW,\"iss\":\"ISSUER\",\"exp\":EXP,\"iat\":NOW,\"version\":2,"
                        + "\"jti\":\"5e5c7b2a-0d0f-4c43-9d0e-NUMBER\",\"client_id\":\"CLIENT\"}")
                .replace("CLIENT", TestPool.CLIENT)
                .replace("ISSUER", pool.issuer())
                .replace("NOW", String.valueOf(TestPool.NOW.getEpochSecond()))
                .replace("EXP", String.valueOf(TestPool.NOW.getEpochSecond() + 3_600))
                .replace("NUMBER", String.format(java.util.Locale.ROOT, "%012d", number));
    }

    /** The heap that a full cache takes, after more tokens than it has room for. Roles have been asked for. */
    private long heapOf(int size, IntFunction<String> payloads) throws Exception {
        VerifierSettings settings = pool.settings().build();
        ClaimRules rules = new ClaimRules(settings);
        ScopeRoles roles = settings.scopeRoles();
        VerdictCache warm = new VerdictCache(10);
        warm.remember(new TokenDigest(1, 2, 3, 4), verdict(rules, payloads.apply(-1)));
        long before = usedHeap();
        VerdictCache cache = new VerdictCache(size);
        for (int i = 0; i < size + size / 10; i++) {
            Verdict verdict = verdict(rules, payloads.apply(i));
            roles.rolesOf(verdict.outcome().token());
            cache.remember(new TokenDigest(i * 0x9E3779B97F4A7C15L, i, i, i), verdict);
        }
        assertThat(cache.count()).isBetween(1L, (long) size);
        long heap = usedHeap() - before;
        assertThat(cache.isOff()).isFalse(); // it is needed until here
        return heap;
    }

    private Verdict verdict(ClaimRules rules, String payload) throws Exception {
        AccessToken token = rules.accept(Claims.parse(payload.getBytes(UTF_8)), TestPool.NOW);
        return Verdict.on(token, TestPool.KEY_ID, pool.publicKey(), java.time.Duration.ofMinutes(1), 1);
    }

    /** The least of several: garbage may be left. */
    private static long usedHeap() {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            System.gc();
            least = Math.min(
                    least,
                    ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
        }
        return least;
    }
}
