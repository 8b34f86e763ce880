package org.cognito4j;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Refusals are among the vectors; here is what comes out of a good text. */
class CompactJwsTest {

    @Test
    void decodes_parts_of_every_length() throws TokenRejected {
        Random random = new Random(7_515);
        for (int length = 1; length <= 300; length++) {
            byte[] header = bytes(random, length);
            byte[] payload = bytes(random, length + 1);
            byte[] signature = bytes(random, length + 2);
            String signed = TokenDraft.base64(header) + "." + TokenDraft.base64(payload);

            CompactJws token = CompactJws.parse(signed + "." + TokenDraft.base64(signature));

            assertThat(token.header()).isEqualTo(header);
            assertThat(token.payload()).isEqualTo(payload);
            assertThat(token.signature()).isEqualTo(signature);
            assertThat(ISO_8859_1.decode(token.signedBytes().duplicate()).toString())
                    .isEqualTo(signed);
        }
    }

    @Test
    void takes_one_text_of_each_bytes_only() throws TokenRejected {
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        int accepted = 0;
        for (char first : alphabet.toCharArray()) {
            for (char second : alphabet.toCharArray()) {
                accepted += parses("AA." + first + second + ".AA") ? 1 : 0;
            }
        }

        assertThat(accepted).isEqualTo(256);
    }

    @ParameterizedTest
    @CsvSource({
        "'', TOKEN_MALFORMED",
        "AAAA, TOKEN_MALFORMED",
        "AAAA.AAAA, TOKEN_MALFORMED",
        "AAAA.AAAA., TOKEN_MALFORMED",
        "AAAA..AAAA, TOKEN_MALFORMED",
        ".AAAA.AAAA, TOKEN_MALFORMED",
        "AAAA.AAAA.AAAA., TOKEN_MALFORMED",
        "AAAA.AAAA.AAAA.AAAA, TOKEN_MALFORMED",
        "AAAA.AAAA.AAAA.AAAA.AAAA, TOKEN_ENCRYPTED",
        "...., TOKEN_ENCRYPTED",
        "AAAA.AAAA.AAAA.AAAA.AAAA., TOKEN_MALFORMED",
        "A.AAAA.AAAA, TOKEN_MALFORMED",
        "AAAA.AAAA.AAAAA, TOKEN_MALFORMED",
        "AB.AAAA.AAAA, TOKEN_MALFORMED",
        "AAAA.AAB.AAAA, TOKEN_MALFORMED",
        "AAAA.AAAA.AA==, TOKEN_MALFORMED",
        "' AAAA.AAAA.AAAA', TOKEN_MALFORMED",
        "'AAAA.AAAA.AAAA ', TOKEN_MALFORMED",
        "AA@A.AAAA.AAAA, TOKEN_MALFORMED",
        "AAAA.A[AA.AAAA, TOKEN_MALFORMED",
        "AAAA.AAAA.`AAA, TOKEN_MALFORMED",
        "AAAA.AAAA.AAA{, TOKEN_MALFORMED",
        "AAAA.AAAA./AAA, TOKEN_MALFORMED",
        "AAAA.AAAA.AAA:, TOKEN_MALFORMED",
        "AAAA.AAAA.AAA+, TOKEN_MALFORMED",
    })
    void refuses_other_texts(String text, RejectionReason reason) {
        assertThat(catchThrowableOfType(TokenRejected.class, () -> CompactJws.parse(text))
                        .reason())
                .isEqualTo(reason);
    }

    @Test
    void takes_no_other_character() {
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        for (char c = 0; c < 1_000; c++) {
            assertThat(parses("AAAA.AA" + c + "A.AAAA")).as("U+%04X", (int) c).isEqualTo(alphabet.indexOf(c) >= 0);
        }
    }

    @Test
    void takes_every_character_of_the_alphabet() throws TokenRejected {
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

        assertThat(TokenDraft.base64(CompactJws.parse(alphabet + ".AA.AA").header()))
                .isEqualTo(alphabet);
    }

    @Test
    void does_not_show_its_bytes() throws TokenRejected {
        assertThat(CompactJws.parse("QUFB.QkJC.Q0ND").toString()).doesNotContain("AAA", "65, 65", "QUFB", "BBB");
    }

    private static boolean parses(String token) {
        return catchThrowableOfType(TokenRejected.class, () -> CompactJws.parse(token)) == null;
    }

    private static byte[] bytes(Random random, int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
