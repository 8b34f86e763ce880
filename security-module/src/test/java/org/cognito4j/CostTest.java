package org.cognito4j;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.cognito4j.Verification.Rejected;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What strangers can make the verifier allocate: everything up to the signature, since nobody else can make those. */
class CostTest {

    private static final int HEADER_LIMIT = 8 * 1_024;
    private static final long MOST_BYTES = 64 * 1_024;
    private static final TestPool POOL = TestPool.create();
    private static final TokenVerifier VERIFIER = POOL.verifier();
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    static Stream<Arguments> costly_claims() {
        Map<String, UnaryOperator<String>> claims = new LinkedHashMap<>();
        claims.put("spaces", room -> room + ",\"x\":1");
        claims.put("a text", room -> ",\"x\":\"" + "x".repeat(room.length() - 7) + '"');
        claims.put("a text with escapes", room -> ",\"x\":\"" + filled(room, "\\n", 7) + '"');
        claims.put("a text beyond Latin-1", room -> ",\"x\":\"" + filled(room, "\u4E2D", 7) + '"');
        claims.put("members", room -> ",\"x\":0" + filled(room, ",\"%02d\":1", 6));
        claims.put("as many members as are read", room -> {
            String members = ",\"abcd\":1".repeat(Math.min(185, room.length() / 9 - 2));
            return members + ",\"x\":\"" + filled(room, "x", members.length() + 7) + '"';
        });
        claims.put("members of one letter", room -> ",\"x\":{\"\":0" + filled(room, ",\"a\":1", 10) + '}');
        claims.put("objects", room -> ",\"x\":[{}" + filled(room, ",{}", 9) + ']');
        claims.put("objects with a member", room -> ",\"x\":[{}" + filled(room, ",{\"\":1}", 9) + ']');
        claims.put("arrays", room -> ",\"x\":[[]" + filled(room, ",[]", 9) + ']');
        claims.put("numbers", room -> ",\"x\":[0" + filled(room, ",1", 8) + ']');
        claims.put("decimals", room -> ",\"x\":[0" + filled(room, ",1.5", 8) + ']');
        claims.put("long numbers", room -> ",\"x\":[0" + filled(room, "," + "9".repeat(120) + ".5", 8) + ']');
        claims.put("texts in an array", room -> ",\"x\":[0" + filled(room, ",\"a\"", 8) + ']');
        claims.put("depth", room -> ",\"x\":[0" + filled(room, ",[[[[[[[[[[1]]]]]]]]]]", 8) + ']');
        claims.put("scopes", room -> ",\"scope\":\"" + filled(room, "a ", 11) + '"');
        claims.put("an issuer", room -> ",\"iss\":\"" + filled(room, "\\u00e5", 9) + '"');
        return claims.entrySet().stream().map(claim -> Arguments.of(claim.getKey(), claim.getValue()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("costly_claims")
    void allocates_little_for_claims_that_nobody_signed(String name, UnaryOperator<String> claims) {
        String token = ofHeaderLimit(POOL.token().signatureBytes(bytes -> new byte[256]), claims);

        assertThat(VERIFIER.verify(token)).isInstanceOf(Rejected.class);
        assertThat(allocatedFor(VERIFIER, token)).isLessThanOrEqualTo(MOST_BYTES);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("costly_claims")
    void allocates_little_for_claims_whose_key_nobody_knows(String name, UnaryOperator<String> claims) {
        String token = ofHeaderLimit(POOL.token().headerText("kid", "unknown"), claims);

        assertThat(VERIFIER.verify(token)).isInstanceOf(Rejected.class);
        assertThat(allocatedFor(VERIFIER, token)).isLessThanOrEqualTo(MOST_BYTES);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("costly_claims")
    void allocates_little_for_a_header_of_that_content(String name, UnaryOperator<String> members) {
        String token = POOL.token()
                .headerJson(json -> {
                    String room = " ".repeat(HEADER_LIMIT * 3 / 4 - 1_024);
                    return json.replace("}", members.apply(room) + "}");
                })
                .mint();

        assertThat(VERIFIER.verify(token)).isInstanceOf(Rejected.class);
        assertThat(allocatedFor(VERIFIER, token)).isLessThanOrEqualTo(MOST_BYTES);
    }

    /** Read wholly before the signature is looked at, as they are no longer than genuine ones. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("costly_claims")
    void allocates_less_for_short_claims_that_nobody_signed(String name, UnaryOperator<String> claims) {
        String token = ofLength(2_048, POOL.token().signatureBytes(bytes -> new byte[256]), claims);

        assertThat(VERIFIER.verify(token)).isInstanceOf(Rejected.class);
        assertThat(allocatedFor(VERIFIER, token)).isLessThanOrEqualTo(MOST_BYTES);
    }

    @Test
    void allocates_nothing_in_proportion_above_the_size_limit() {
        long justAbove = allocatedFor(VERIFIER, "A".repeat(16_385));
        long farAbove = allocatedFor(VERIFIER, "A".repeat(1 << 24));

        assertThat(justAbove).isLessThanOrEqualTo(256);
        assertThat(farAbove).isEqualTo(justAbove);
    }

    @Test
    void allocates_nothing_in_proportion_for_dots() {
        assertThat(allocatedFor(VERIFIER, ".".repeat(16_384))).isLessThanOrEqualTo(1_024);
    }

    @Test
    void allocates_little_for_characters_that_no_token_has() {
        assertThat(allocatedFor(VERIFIER, "\u4E2D".repeat(HEADER_LIMIT))).isLessThanOrEqualTo(1_024);
    }

    /** A token as long as a header line may be, with these members behind the claims. */
    private static String ofHeaderLimit(TokenDraft draft, UnaryOperator<String> members) {
        return ofLength(HEADER_LIMIT, draft, members);
    }

    private static String ofLength(int length, TokenDraft draft, UnaryOperator<String> members) {
        String token = draft.payloadJson(json -> {
                    int room = (length - 512) * 3 / 4 - json.getBytes(UTF_8).length;
                    String rest = json.replaceFirst("\"scope\":\"[^\"]*\",", "");
                    String filled = members.apply(" ".repeat(room));
                    String own = filled.startsWith(",\"iss\"") ? rest.replaceFirst("\"iss\":\"[^\"]*\",", "") : rest;
                    return own.substring(0, own.length() - 1) + filled + '}';
                })
                .mint();
        assertThat(token.length()).isLessThanOrEqualTo(length);
        return token;
    }

    /** As often as fits beside so many other bytes. */
    private static String filled(String room, String text, int others) {
        int count = (room.length() - others) / text.formatted(0).getBytes(UTF_8).length;
        StringBuilder filled = new StringBuilder();
        for (int i = 0; i < count; i++) {
            filled.append(text.formatted(i % 100));
        }
        return filled.toString();
    }

    /** The least of many measurements: what the platform allocates now and then is not the verifier's. */
    private static long allocatedFor(TokenVerifier verifier, String token) {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 50; i++) {
            long before = THREADS.getCurrentThreadAllocatedBytes();
            verifier.verify(token);
            least = Math.min(least, THREADS.getCurrentThreadAllocatedBytes() - before);
        }
        return least;
    }
}
