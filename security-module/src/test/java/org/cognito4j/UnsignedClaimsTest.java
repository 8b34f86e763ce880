package org.cognito4j;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.UnaryOperator;
import org.cognito4j.Verification.Accepted;
import org.cognito4j.Verification.Rejected;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Short payloads are read once and long ones twice, and nobody can tell by the answer. */
class UnsignedClaimsTest {

    private static final String TWICE = ",\"x\":{\"a\":1,\"a\":2}}";

    private final TestPool pool = TestPool.create();
    private final TokenVerifier verifier = pool.verifier();

    @ParameterizedTest
    @ValueSource(ints = {400, 1_023, 1_024, 1_025, 4_000})
    void accepts_claims_of_any_length(int length) {
        assertThat(verifier.verify(ofLength(length, "}").mint())).isInstanceOf(Accepted.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {450, 1_023, 1_024, 1_025, 4_000})
    void tells_of_ambiguous_claims_once_they_are_signed(int length) {
        TokenDraft ambiguous = ofLength(length, TWICE);
        assertThat(verifier.verify(ambiguous.mint())).isEqualTo(new Rejected(RejectionReason.CLAIMS_MALFORMED));

        TokenDraft unsigned = ofLength(length, TWICE).signatureBytes(flipped());
        assertThat(verifier.verify(unsigned.mint())).isEqualTo(new Rejected(RejectionReason.BAD_SIGNATURE));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 1_023, 1_024, 1_025, 4_000})
    void tells_of_a_bad_signature_before_bad_claims(int length) {
        assertThat(verifier.verify(pool.token().mint())).isInstanceOf(Accepted.class);
        TokenDraft draft = ofLength(length, "}").signatureBytes(flipped());
        String idToken = draft.payloadJson(json -> json.replace("\"access\"", "\"idtokn\""))
                .mint();

        assertThat(verifier.verify(idToken)).isEqualTo(new Rejected(RejectionReason.BAD_SIGNATURE));
    }

    /** What is long may be anybody's attempt to make us work, so only a signature makes us read all of it. */
    @ParameterizedTest
    @CsvSource({"400, true", "1023, true", "1024, true", "1025, false", "4000, false"})
    void reads_all_of_a_short_payload_at_once_and_of_a_long_one_what_decides_the_key(int length, boolean atOnce)
            throws TokenRejected {
        byte[] payload = CompactJws.parse(ofLength(length, "}").mint()).payload();

        UnsignedClaims claims = UnsignedClaims.parse(payload);

        assertThat(claims.deciding().has("y")).isEqualTo(atOnce);
        assertThat(claims.signed() == claims.deciding()).isEqualTo(atOnce);
        assertThat(claims.signed().has("y")).isTrue();
    }

    @Test
    void does_not_show_what_a_stranger_wrote() throws TokenRejected {
        assertThat(UnsignedClaims.parse("{\"iss\":\"stranger\"}".getBytes(UTF_8)))
                .hasToString("UnsignedClaims");
    }

    /** A genuine payload of so many bytes with that end. */
    private TokenDraft ofLength(int length, String end) {
        return pool.token().payloadJson(json -> {
            String start = json.substring(0, json.length() - 1).replaceFirst("\"scope\":\"[^\"]*\",", "");
            String filled = start + ",\"y\":\"" + "z".repeat(length - start.length() - end.length() - 7) + "\"" + end;
            assertThat(filled.getBytes(UTF_8)).hasSize(length);
            return filled;
        });
    }

    private static UnaryOperator<byte[]> flipped() {
        return bytes -> {
            bytes[bytes.length - 1] ^= 1;
            return bytes;
        };
    }
}
