package org.cognito4j;

import java.math.BigInteger;
import java.util.BitSet;

/**
 * Recognises moduli made by the broken generator of CVE-2017-15361 ("ROCA", Nemec et al., CCS 2017), which can be
 * factored. Modulo each small prime they are a power of 65537; a sound modulus is so for all of these primes with a
 * probability below 2^-27.
 */
final class RocaFingerprint {

    private static final int[] PRIMES = {
        3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71, 73, 79, 83, 89, 97, 101, 103, 107, 109,
        113, 127, 131, 137, 139, 149, 151, 157, 163, 167
    };
    private static final BitSet[] POWERS = new BitSet[PRIMES.length];

    static {
        for (int i = 0; i < PRIMES.length; i++) {
            POWERS[i] = new BitSet(PRIMES[i]);
            for (int power = 1; !POWERS[i].get(power); power = power * 65_537 % PRIMES[i]) {
                POWERS[i].set(power);
            }
        }
    }

    private RocaFingerprint() {}

    static boolean matches(BigInteger modulus) {
        for (int i = 0; i < PRIMES.length; i++) {
            if (!POWERS[i].get(modulus.mod(BigInteger.valueOf(PRIMES[i])).intValue())) {
                return false;
            }
        }
        return true;
    }
}
