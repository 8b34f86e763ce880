package org.cognito4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.KeyPairGenerator;
import java.security.Provider;
import java.security.Security;
import java.security.interfaces.RSAPublicKey;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.cognito4j.Verification.Accepted;
import org.cognito4j.Verification.Rejected;
import org.cognito4j.Verification.Unavailable;
import org.junit.jupiter.api.Test;

/** A security provider gives the same verdicts as the module's own arithmetic. */
class SignatureByProviderTest {

    private final TestPool pool = TestPool.create();

    @Test
    void a_provider_gives_each_vector_its_result() {
        Map<Service, TokenVerifier> verifiers = new EnumMap<>(Service.class);
        for (Vector vector : Vectors.all()) {
            TokenVerifier verifier = verifiers.computeIfAbsent(
                    vector.service(),
                    each -> Vectors.POOL.verifier(
                            each.builder(Vectors.POOL).signatureByProvider(true).build()));
            Verification outcome = verifier.verify(Vectors.token(vector));

            assertThat(outcome).as(vector.id()).isNotInstanceOf(Unavailable.class);
            assertThat(outcome instanceof Rejected rejected ? Optional.of(rejected.reason()) : Optional.empty())
                    .as(vector.id())
                    .isEqualTo(vector.reason());
        }
    }

    @Test
    void a_fips_endpoint_implies_a_provider() {
        assertThat(pool.settings().build().signatureByProvider()).isFalse();
        assertThat(pool.settings().fips(true).build().signatureByProvider()).isTrue();
    }

    @Test
    void the_first_provider_of_the_jvm_is_asked() {
        String token = pool.token().mint();
        CountingProvider counting = new CountingProvider();
        Security.insertProviderAt(counting, 1);
        try {
            VerifierSettings settings =
                    pool.settings().signatureByProvider(true).build();
            assertThat(pool.verifier(settings).verify(token)).isInstanceOf(Unavailable.class);
            assertThat(counting.asked).isPositive();
        } finally {
            Security.removeProvider(counting.getName());
        }
        VerifierSettings settings = pool.settings().signatureByProvider(true).build();
        assertThat(pool.verifier(settings).verify(pool.token().mint())).isInstanceOf(Accepted.class);
    }

    @Test
    void the_length_is_checked_before_a_provider_is_asked() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2_048);
        RSAPublicKey other = (RSAPublicKey) generator.generateKeyPair().getPublic();
        CompactJws shortened = CompactJws.parse(
                pool.token().signatureBytes(bytes -> new byte[255]).mint());

        assertThat(SignatureCheck.passesByProvider(shortened, other)).isFalse();
        assertThat(SignatureCheck.passesByProvider(CompactJws.parse(pool.token().mint()), pool.publicKey()))
                .isTrue();
    }

    /** Has the algorithm by name, and a class for it that cannot be made: as a provider whose self-test failed. */
    private static final class CountingProvider extends Provider {

        private static final long serialVersionUID = 1;

        private int asked;

        CountingProvider() {
            super("Counting", "1", "refuses every signature");
            putService(new Service(this, "Signature", "SHA256withRSA", "none.There", null, null) {
                @Override
                public Object newInstance(Object parameter) {
                    asked++;
                    throw new java.security.ProviderException("the self-test failed");
                }
            });
        }
    }
}
