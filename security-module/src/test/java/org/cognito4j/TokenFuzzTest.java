package org.cognito4j;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.cognito4j.Verification.Accepted;
import org.cognito4j.Verification.Rejected;

/** No input makes {@code verify} throw, none that nobody signed passes, and what we mint comes back as it was. */
class TokenFuzzTest {

    private static final TestPool POOL = TestPool.create();
    private static final TokenVerifier VERIFIER = POOL.verifier();
    private static final PeerLibrary PEER = new PeerLibrary(POOL);

    /** The input is the token. */
    @FuzzTest
    void refuses_whatever_nobody_signed(byte[] input) {
        assertThat(VERIFIER.verify(new String(input, ISO_8859_1))).isInstanceOf(Rejected.class);
        assertThat(VERIFIER.verify(new String(input, UTF_8))).isInstanceOf(Rejected.class);
    }

    /** The input is a header and claims, a line each; they get a signature of zeros. */
    @FuzzTest
    void refuses_any_header_and_claims_that_nobody_signed(byte[] input) {
        assertThat(VERIFIER.verify(mint(input, token -> token.signedBy((message, key) -> new byte[256]))))
                .isInstanceOf(Rejected.class);
    }

    /** The input is a header and claims, a line each; they are signed well. */
    @FuzzTest
    void accepts_nothing_that_another_library_refuses(byte[] input) {
        String token = mint(input, draft -> {});
        Verification outcome = VERIFIER.verify(token);

        if (outcome instanceof Accepted accepted) {
            assertThat(PEER.objection(token, accepted.token())).isEmpty();
        } else {
            assertThat(outcome).isInstanceOf(Rejected.class);
        }
    }

    /** The input is the name and the value of a claim that a trigger adds, and then scopes, a line each. */
    @FuzzTest
    void gives_back_what_was_minted(byte[] input) {
        String[] lines = Arrays.copyOf(new String(input, UTF_8).split("\n", 3), 3);
        String name = "custom:" + orEmpty(lines[0]);
        List<String> scopes = Arrays.stream(orEmpty(lines[2]).split("\\s"))
                .filter(ScopeList::isScope)
                .distinct()
                .toList();
        String token = POOL.token()
                .claimText("scope", String.join(" ", scopes))
                .payloadJson(json -> json.substring(0, json.length() - 1) + "," + TokenDraft.quoted(name) + ":"
                        + TokenDraft.quoted(orEmpty(lines[1])) + "}")
                .mint();

        if (token.length() <= 16_384) {
            AccessToken accepted = ((Accepted) VERIFIER.verify(token)).token();
            assertThat(accepted.scopes()).containsExactlyElementsOf(scopes);
            assertThat(accepted.claims()).containsEntry(name, orEmpty(lines[1]));
        }
    }

    private static String orEmpty(String line) {
        return line == null ? "" : line;
    }

    private static String mint(byte[] input, Consumer<TokenDraft> mutation) {
        int end = new String(input, ISO_8859_1).indexOf('\n');
        byte[] header = Arrays.copyOf(input, Math.max(end, 0));
        byte[] payload = Arrays.copyOfRange(input, end + 1, input.length);
        TokenDraft draft = POOL.token().headerBytes(bytes -> header).payloadBytes(bytes -> payload);
        mutation.accept(draft);
        return draft.mint();
    }
}
