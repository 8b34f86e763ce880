package org.cognito4j.localpool.token;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Key pairs of the user's, for a pool whose keys stay the same from start to start.
 *
 * @param file a PKCS#12 file with RSA keys under the aliases {@code access} and {@code id}
 * @param password opens the file and the keys; in no {@link #toString()}
 */
record KeyStoreFile(Path file, String password) {

    /** The keys under the aliases, in their order. */
    List<SigningKey> read(String... aliases) {
        try {
            KeyStore store = KeyStore.getInstance(file.toFile(), password.toCharArray());
            List<SigningKey> keys = new ArrayList<>();
            for (String alias : aliases) {
                keys.add(key(store, alias));
            }
            return keys;
        } catch (GeneralSecurityException e) {
            throw unusable(e);
        } catch (IOException e) {
            throw new UncheckedIOException("The key store " + file + " cannot be opened: check file and password", e);
        }
    }

    private SigningKey key(KeyStore store, String alias) throws GeneralSecurityException {
        boolean complete = store.getKey(alias, password.toCharArray()) instanceof PrivateKey
                && store.getCertificate(alias) != null
                && store.getCertificate(alias).getPublicKey() instanceof RSAPublicKey;
        if (!complete) {
            throw unusable(null);
        }
        return SigningKey.of(new KeyPair(
                store.getCertificate(alias).getPublicKey(), (PrivateKey) store.getKey(alias, password.toCharArray())));
    }

    private IllegalArgumentException unusable(@Nullable Exception cause) {
        return new IllegalArgumentException(
                "The key store " + file + " needs two RSA keys, under the aliases access and id, with the password of"
                        + " the store: make each with keytool -genkeypair -keyalg RSA -keysize 2048",
                cause);
    }

    @Override
    public String toString() {
        return "KeyStoreFile[file=" + file + "]";
    }
}
