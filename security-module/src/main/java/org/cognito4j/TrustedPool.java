package org.cognito4j;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.security.GeneralSecurityException;
import java.security.ProviderException;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.cognito4j.Verification.Unavailable;
import org.cognito4j.net.QuietLog;
import org.cognito4j.net.Quietly;
import org.jspecify.annotations.Nullable;

/** One pool with its own rules and its own keys: a key of one pool never serves another. */
final class TrustedPool implements AutoCloseable {

    private static final Logger LOG = QuietLog.of("org.cognito4j");

    private static final Duration PROVIDER_RETRY = Duration.ofSeconds(5);

    private final VerifierSettings settings;
    private final ClaimRules rules;
    private final KeyRing keys;
    private final VerdictCache verdicts;
    private final InstantSource clock;

    TrustedPool(VerifierSettings settings, KeyRing keys, InstantSource clock) {
        this.settings = settings;
        this.rules = new ClaimRules(settings);
        this.keys = keys;
        this.verdicts = new VerdictCache(settings.verdictCacheSize());
        this.clock = clock;
    }

    KeyRing keys() {
        return keys;
    }

    VerifierSettings settings() {
        return settings;
    }

    ClaimRules rules() {
        return rules;
    }

    Instant now() {
        return clock.instant();
    }

    boolean remembersVerdicts() {
        return !verdicts.isOff();
    }

    /** What verification would say of a token that it said it of before; null if it has to be asked. */
    @Nullable Verification remembered(TokenDigest digest) {
        Verdict verdict = verdicts.find(digest, keys, clock.instant());
        return verdict == null ? null : verdict.outcome();
    }

    /**
     * Signature first, then claims; only what a key has to be fetched for shows first that it is worth it.
     *
     * @param digest under which to remember that the token is acceptable
     * @param unsigned the claims, in what may be anybody's words
     */
    Verification verify(TokenDigest digest, CompactJws token, JoseHeader header, UnsignedClaims unsigned)
            throws TokenRejected {
        Optional<RSAPublicKey> known = keys.knownKey(header.keyId());
        if (known.isPresent()) {
            return verify(digest, token, header, known.get(), unsigned);
        }
        rules.requireWorthAKeyFetch(unsigned.deciding(), clock.instant());
        KeyRing.Lookup lookup = keys.keyFor(header.keyId());
        if (lookup instanceof KeyRing.Lookup.Found found) {
            return verify(digest, token, header, found.key(), unsigned);
        }
        if (lookup instanceof KeyRing.Lookup.Unavailable unavailable) {
            return new Unavailable(unavailable.retryAfter());
        }
        throw TokenRejected.of(RejectionReason.UNKNOWN_KEY);
    }

    private Verification verify(
            TokenDigest digest, CompactJws token, JoseHeader header, RSAPublicKey key, UnsignedClaims unsigned)
            throws TokenRejected {
        try {
            boolean passes = settings.signatureByProvider()
                    ? SignatureCheck.passesByProvider(token, key)
                    : SignatureCheck.passes(token, key);
            if (!passes) {
                throw TokenRejected.of(RejectionReason.BAD_SIGNATURE);
            }
        } catch (GeneralSecurityException | ProviderException e) {
            Quietly.run(() -> LOG.log(
                    Level.WARNING,
                    "No security provider checks signatures by SHA256withRSA: {0}",
                    e.getClass().getName()));
            return new Unavailable(PROVIDER_RETRY);
        }
        AccessToken accepted = rules.accept(unsigned.signed(), clock.instant());
        Verdict verdict = Verdict.on(accepted, header.keyId(), key, settings.clockSkew());
        verdicts.remember(digest, verdict);
        return verdict.outcome();
    }

    @Override
    public void close() {
        keys.close();
        verdicts.clear();
    }
}
