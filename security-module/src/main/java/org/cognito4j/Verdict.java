package org.cognito4j;

import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import org.cognito4j.Verification.Accepted;

/**
 * That a token was accepted, and what has to remain so for it to be accepted again. Everything else that was judged is
 * in the token itself or in settings that do not change.
 *
 * @param outcome what is answered when the token comes again
 * @param keyId the {@code kid} of the key
 * @param key the very object that the signature was checked with
 * @param from the first instant at which {@code iat} and {@code nbf} let the token pass
 * @param until the first instant at which {@code exp} no longer does
 * @param policy the version of the policy that the token was judged by
 */
record Verdict(Accepted outcome, String keyId, RSAPublicKey key, Instant from, Instant until, long policy) {

    /** The verdict on an accepted token, its times read by the same bounds as in {@link ClaimRules}. */
    static Verdict on(AccessToken token, String keyId, RSAPublicKey key, Duration clockSkew, long policy) {
        Instant from = token.notBefore()
                .filter(notBefore -> notBefore.isAfter(token.issuedAt()))
                .orElse(token.issuedAt());
        return new Verdict(
                new Accepted(token, true),
                keyId,
                key,
                from.minus(clockSkew),
                token.expiresAt().plus(clockSkew),
                policy);
    }

    boolean standsAt(Instant now) {
        return !now.isBefore(from) && now.isBefore(until);
    }
}
