package org.cognito4j;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Nimbus JOSE+JWT, used with the care that its documentation asks for: a second opinion on what we accept. */
final class PeerLibrary {

    private final JWKSet keys;
    private final List<String> issuers;

    PeerLibrary(TestPool pool) {
        try {
            this.keys = JWKSet.parse(pool.keySet());
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        }
        this.issuers = pool.settings().build().userPool().issuers();
    }

    /** Why it would not accept a machine's token; empty if it would, or if we have a reason not to mind. */
    Optional<String> objection(String token, AccessToken accepted) {
        if (hasIllTypedClaimThatWeDoNotUse(accepted.claims())) {
            return Optional.empty();
        }
        try {
            SignedJWT jwt = SignedJWT.parse(token);
            JWK key = keys.getKeyByKeyId(jwt.getHeader().getKeyID());
            if (key == null) {
                return Optional.of("no such key");
            }
            if (!JWSAlgorithm.RS256.equals(jwt.getHeader().getAlgorithm())
                    || !jwt.verify(new RSASSAVerifier(key.toRSAKey()))) {
                return Optional.of("bad signature");
            }
            return objection(jwt.getJWTClaimsSet());
        } catch (ParseException | JOSEException e) {
            return Optional.of(e.toString());
        }
    }

    /**
     * The exceptions. Nimbus refuses a {@code jti} that is not a string, and an {@code aud} that is neither a string
     * nor an array of strings. We use {@code jti} for logs alone and have no token id then, and look at {@code aud} only
     * where an audience is configured: neither decides about anything, and AWS asks to ignore what one does not use.
     */
    private static boolean hasIllTypedClaimThatWeDoNotUse(Map<String, Object> claims) {
        Object tokenId = claims.getOrDefault("jti", "");
        Object audience = claims.getOrDefault("aud", "");
        boolean texts = audience instanceof List<?> list && list.stream().allMatch(String.class::isInstance);
        return !(tokenId instanceof String) || !(audience instanceof String || texts);
    }

    private Optional<String> objection(JWTClaimsSet claims) throws ParseException {
        Date skewed = Date.from(TestPool.NOW.minus(Duration.ofMinutes(1)));
        if (!issuers.contains(claims.getIssuer())) {
            return Optional.of("iss");
        }
        if (claims.getExpirationTime() == null || claims.getExpirationTime().before(skewed)) {
            return Optional.of("exp");
        }
        if (!"access".equals(claims.getStringClaim("token_use"))) {
            return Optional.of("token_use");
        }
        String client = claims.getStringClaim("client_id");
        return TestPool.CLIENT.equals(client) && client.equals(claims.getSubject())
                ? Optional.empty()
                : Optional.of("client_id");
    }
}
