package org.cognito4j.benchmarks;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.net.MalformedURLException;
import java.net.URI;
import java.text.ParseException;
import java.time.Duration;
import java.util.Set;

/** Nimbus with the best that its builder offers: retries, refresh ahead, and a day of outage tolerance. */
final class Nimbus implements Contender {

    private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();

    Nimbus(URI keySet) {
        try {
            processor.setJWSKeySelector(new JWSVerificationKeySelector<>(
                    JWSAlgorithm.RS256,
                    JWKSourceBuilder.create(keySet.toURL())
                            .retrying(true)
                            .outageTolerant(Duration.ofDays(1).toMillis())
                            .build()));
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(e);
        }
        processor.setJWTClaimsSetVerifier(new DefaultJWTClaimsVerifier<>(
                new JWTClaimsSet.Builder().issuer(TokenIssuer.ISSUER).build(), Set.of("exp")));
    }

    @Override
    public Outcome verify(String token) {
        try {
            processor.process(token, null);
            return Outcome.ACCEPTED;
        } catch (BadJOSEException | ParseException e) {
            return Outcome.REFUSED;
        } catch (JOSEException e) {
            return Outcome.UNAVAILABLE;
        }
    }
}
