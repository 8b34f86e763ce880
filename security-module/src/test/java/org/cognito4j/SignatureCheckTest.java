package org.cognito4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.interfaces.RSAPublicKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Signatures that are refused are among the vectors; here are keys of other sizes. */
class SignatureCheckTest {

    @ParameterizedTest
    @ValueSource(ints = {2_048, 2_049, 2_055, 2_056, 3_072, 4_096})
    void passes_signatures_of_keys_of_each_size(int bits) throws TokenRejected {
        TestPool pool = TestPool.create().publish("sized", TestKeys.rsa("sized", bits));
        RSAPublicKey key = (RSAPublicKey) pool.key("sized").getPublic();

        assertThat(SignatureCheck.passes(CompactJws.parse(pool.token("sized").mint()), key))
                .isTrue();
        assertThat(SignatureCheck.passes(CompactJws.parse(pool.token().mint()), key))
                .isFalse();
    }

    @Test
    void passes_a_signature_that_begins_with_zeros() throws TokenRejected {
        TestPool pool = TestPool.create();
        CompactJws token;
        int tries = 0;
        do {
            token = CompactJws.parse(pool.token().claim("try", tries++).mint());
        } while (token.signature()[0] != 0);

        assertThat(SignatureCheck.passes(token, pool.publicKey())).isTrue();
    }

    @Test
    void can_be_asked_twice_about_one_token() throws TokenRejected {
        TestPool pool = TestPool.create();
        CompactJws token = CompactJws.parse(pool.token().mint());

        assertThat(SignatureCheck.passes(token, pool.publicKey())).isTrue();
        assertThat(SignatureCheck.passes(token, pool.publicKey())).isTrue();
    }
}
