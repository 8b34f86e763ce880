package org.cognito4j;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** RSA key pairs by name and size, made afresh in each run and shared by its tests. */
final class TestKeys {

    private static final Map<String, KeyPair> KEYS = new ConcurrentHashMap<>();

    private TestKeys() {}

    static KeyPair rsa(String name) {
        return rsa(name, 2_048);
    }

    static KeyPair rsa(String name, int bits) {
        return KEYS.computeIfAbsent(name + "/" + bits, key -> generate(bits));
    }

    private static KeyPair generate(int bits) {
        try {
            // By name: another provider may come first in a run, and Bouncy Castle takes minutes for odd sizes.
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA", "SunRsaSign");
            generator.initialize(bits);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
