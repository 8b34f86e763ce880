package org.cognito4j;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.security.GeneralSecurityException;
import java.security.ProviderException;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.cognito4j.Verification.Accepted;
import org.cognito4j.Verification.Rejected;
import org.cognito4j.Verification.Unavailable;
import org.cognito4j.net.QuietLog;
import org.cognito4j.net.Quietly;
import org.jspecify.annotations.Nullable;

/**
 * One pool with its own rules and its own keys: a key of one pool never serves another. The rules about claims are those of the
 * current policy, which is asked for once the signature has been checked.
 */
final class TrustedPool implements AutoCloseable {

    private static final Logger LOG = QuietLog.of("org.cognito4j");

    private static final Duration PROVIDER_RETRY = Duration.ofSeconds(5);

    /** Of a token that is signed and cannot be read. */
    private static final Claims NO_CLAIMS = new Claims(Map.of());

    private final VerifierSettings settings;
    private final AtomicReference<AccessPolicy> policy;
    private final int place;
    private final KeyRing keys;
    private final VerdictCache verdicts;
    private final InstantSource clock;

    /**
     * A pool.
     *
     * @param settings of which this uses what is not policy
     * @param policy the policy of all pools
     * @param place where the policy has the rules of this pool
     */
    TrustedPool(
            VerifierSettings settings,
            AtomicReference<AccessPolicy> policy,
            int place,
            KeyRing keys,
            InstantSource clock) {
        this.settings = settings;
        this.policy = policy;
        this.place = place;
        this.keys = keys;
        this.verdicts = new VerdictCache(settings.verdictCacheSize());
        this.clock = clock;
    }

    KeyRing keys() {
        return keys;
    }

    /** What is set for it and is not policy. */
    VerifierSettings settings() {
        return settings;
    }

    ClaimRules rules() {
        return rulesOf(policy.get());
    }

    private ClaimRules rulesOf(AccessPolicy current) {
        return current.rules().get(place);
    }

    Instant now() {
        return clock.instant();
    }

    boolean remembersVerdicts() {
        return !verdicts.isOff();
    }

    /** What verification would say of a token that it said it of before; null if it has to be asked. */
    @Nullable Verification remembered(TokenDigest digest) {
        Instant now = clock.instant();
        Verdict verdict = verdicts.find(digest, keys, now);
        if (verdict == null) {
            return null;
        }
        AccessPolicy current = policy.get();
        return verdict.policy() == current.version() ? verdict.outcome() : judgeAnew(digest, verdict, current, now);
    }

    /**
     * Judges the claims of a remembered token by a newer policy. One that it refuses stays remembered by the older one: to refuse
     * it again costs no RSA either, and it is accepted again as soon as a policy says so.
     */
    private Verification judgeAnew(TokenDigest digest, Verdict verdict, AccessPolicy current, Instant now) {
        Claims claims = verdict.outcome().token().verifiedClaims();
        try {
            AccessToken accepted = rulesOf(current).accept(claims, now);
            return remember(digest, accepted, verdict.keyId(), verdict.key(), current);
        } catch (TokenRejected rejected) {
            return new Rejected(rejected.reason(), Optional.of(facts(claims, current)), true, Optional.empty());
        }
    }

    private Accepted remember(
            TokenDigest digest, AccessToken accepted, String keyId, RSAPublicKey key, AccessPolicy current) {
        Verdict verdict = Verdict.on(accepted, keyId, key, settings.clockSkew(), current.version());
        verdicts.remember(digest, verdict);
        return verdict.outcome();
    }

    /** Only for claims whose signature was checked. */
    private SignedFacts facts(Claims signed, AccessPolicy current) {
        return new SignedFacts(signed, rulesOf(current).settings());
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
        rules().requireWorthAKeyFetch(unsigned.deciding(), clock.instant());
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
        return judgeSigned(digest, header, key, unsigned);
    }

    private Verification judgeSigned(TokenDigest digest, JoseHeader header, RSAPublicKey key, UnsignedClaims unsigned) {
        AccessPolicy current = policy.get();
        Claims claims = NO_CLAIMS;
        try {
            claims = unsigned.signed();
            AccessToken accepted = rulesOf(current).accept(claims, clock.instant());
            remember(digest, accepted, header.keyId(), key, current);
            return new Accepted(accepted);
        } catch (TokenRejected rejected) {
            return new Rejected(rejected.reason(), Optional.of(facts(claims, current)), false, Optional.empty());
        }
    }

    @Override
    public void close() {
        keys.close();
        verdicts.clear();
    }
}
