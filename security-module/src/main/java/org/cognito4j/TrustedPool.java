package org.cognito4j;

import java.security.interfaces.RSAPublicKey;
import java.time.InstantSource;
import java.util.Optional;
import org.cognito4j.Verification.Accepted;
import org.cognito4j.Verification.Unavailable;

/** One pool with its own rules and its own keys: a key of one pool never serves another. */
final class TrustedPool implements AutoCloseable {

    private final VerifierSettings settings;
    private final ClaimRules rules;
    private final KeyRing keys;
    private final InstantSource clock;

    TrustedPool(VerifierSettings settings, KeyRing keys, InstantSource clock) {
        this.settings = settings;
        this.rules = new ClaimRules(settings);
        this.keys = keys;
        this.clock = clock;
    }

    KeyRing keys() {
        return keys;
    }

    VerifierSettings settings() {
        return settings;
    }

    /**
     * Signature first, then claims; only what a key has to be fetched for shows first that it is worth it.
     *
     * @param unsigned the claims that decide this, in what may be anybody's words
     */
    Verification verify(CompactJws token, JoseHeader header, Claims unsigned) throws TokenRejected {
        Optional<RSAPublicKey> known = keys.knownKey(header.keyId());
        if (known.isPresent()) {
            return verify(token, known.get());
        }
        rules.requireWorthAKeyFetch(unsigned, clock.instant());
        KeyRing.Lookup lookup = keys.keyFor(header.keyId());
        if (lookup instanceof KeyRing.Lookup.Found found) {
            return verify(token, found.key());
        }
        if (lookup instanceof KeyRing.Lookup.Unavailable unavailable) {
            return new Unavailable(unavailable.retryAfter());
        }
        throw RejectionReason.UNKNOWN_KEY.asException();
    }

    private Verification verify(CompactJws token, RSAPublicKey key) throws TokenRejected {
        if (!SignatureCheck.passes(token, key)) {
            throw RejectionReason.BAD_SIGNATURE.asException();
        }
        return new Accepted(rules.accept(Claims.parse(token.payload()), clock.instant()));
    }

    @Override
    public void close() {
        keys.close();
    }
}
