package org.cognito4j.benchmarks;

import java.net.URI;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/** Spring Security's decoder with its defaults. */
final class Spring implements Contender {

    private final NimbusJwtDecoder decoder;

    Spring(URI keySet) {
        decoder = NimbusJwtDecoder.withJwkSetUri(keySet.toString()).build();
        decoder.setJwtValidator(JwtValidators.createDefaultWithIssuer(TokenIssuer.ISSUER));
    }

    @Override
    public Outcome verify(String token) {
        try {
            decoder.decode(token);
            return Outcome.ACCEPTED;
        } catch (BadJwtException e) {
            return Outcome.REFUSED;
        } catch (JwtException e) {
            return Outcome.UNAVAILABLE;
        }
    }
}
