package org.cognito4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.security.interfaces.RSAPublicKey;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RocaFingerprintTest {

    private static final BigInteger F4 = BigInteger.valueOf(65_537);

    /** The product of the first 126 primes: the one by which the broken generator made keys of 2048 bits. */
    private static final BigInteger PRIMORIAL = IntStream.rangeClosed(2, 701)
            .mapToObj(BigInteger::valueOf)
            .filter(candidate -> candidate.isProbablePrime(50))
            .reduce(BigInteger.ONE, BigInteger::multiply);

    @Test
    void recognises_what_the_broken_generator_made() {
        for (int seed : List.of(1, 2)) {
            assertThat(RocaFingerprint.matches(brokenModulus(new Random(seed)))).isTrue();
        }
    }

    @Test
    void lets_sound_moduli_pass() {
        for (String name : List.of("sound", "other", "stranger")) {
            RSAPublicKey key = (RSAPublicKey) TestKeys.rsa(name).getPublic();
            assertThat(RocaFingerprint.matches(key.getModulus())).isFalse();
        }
    }

    @Test
    void looks_at_every_prime() {
        BigInteger broken = brokenModulus(new Random(4));
        for (int prime : List.of(11, 37, 53, 61, 97, 127, 157)) {
            // Another remainder by this prime alone, and the same by all others.
            BigInteger step = PRIMORIAL.divide(BigInteger.valueOf(prime));
            BigInteger changed = broken;
            while (isPowerOfF4(changed, prime)) {
                changed = changed.add(step);
            }
            assertThat(RocaFingerprint.matches(changed)).as("prime %d", prime).isFalse();
        }
    }

    /** A product of two primes of the form {@code k M + (65537^a mod M)}. */
    static BigInteger brokenModulus(Random random) {
        BigInteger modulus;
        do {
            modulus = brokenPrime(random).multiply(brokenPrime(random));
        } while (modulus.bitLength() != 2_048);
        return modulus;
    }

    private static BigInteger brokenPrime(Random random) {
        BigInteger candidate;
        do {
            BigInteger power = F4.modPow(new BigInteger(200, random), PRIMORIAL);
            candidate = new BigInteger(1_024 - PRIMORIAL.bitLength(), random)
                    .setBit(1_023 - PRIMORIAL.bitLength())
                    .multiply(PRIMORIAL)
                    .add(power);
        } while (!candidate.isProbablePrime(50));
        return candidate;
    }

    private static boolean isPowerOfF4(BigInteger number, int prime) {
        BigInteger modulus = BigInteger.valueOf(prime);
        BigInteger wanted = number.mod(modulus);
        return IntStream.range(0, prime)
                .anyMatch(i -> F4.modPow(BigInteger.valueOf(i), modulus).equals(wanted));
    }
}
