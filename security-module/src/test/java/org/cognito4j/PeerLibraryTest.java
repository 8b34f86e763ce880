package org.cognito4j;

import static org.assertj.core.api.Assertions.assertThat;

import org.cognito4j.Verification.Accepted;
import org.junit.jupiter.api.Test;

class PeerLibraryTest {

    private final TestPool pool = TestPool.create();
    private final PeerLibrary peer = new PeerLibrary(pool);

    @Test
    void accepts_every_vector_that_we_accept() {
        TokenVerifier verifier = pool.verifier();
        for (Vector vector : Vectors.all()) {
            String token = Vectors.token(vector);
            if (verifier.verify(token) instanceof Accepted accepted) {
                assertThat(peer.objection(token, accepted.token()))
                        .as(vector.id())
                        .isEmpty();
            }
        }
    }

    @Test
    void objects_to_a_token_of_another_key() {
        AccessToken accepted = ((Accepted) pool.verifier().verify(pool.token().mint())).token();

        assertThat(peer.objection(
                        pool.token().signedWith(TestKeys.rsa("stranger")).mint(), accepted))
                .contains("bad signature");
    }
}
