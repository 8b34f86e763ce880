package org.cognito4j.benchmarks;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.net.MalformedURLException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.util.Set;

/** Nimbus with the best that its builder offers: retries, refresh ahead, and a day of outage tolerance. */
final class Nimbus implements Contender {

    private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();

    Nimbus(URI keySet) {
        this(source(keySet).build());
    }

    Nimbus(URI keySet, byte[] ownKeys) {
        this(source(keySet).failover(new ImmutableJWKSet<>(parsed(ownKeys))).build());
    }

    private Nimbus(JWKSource<SecurityContext> keys) {
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(JWSAlgorithm.RS256, keys));
        processor.setJWTClaimsSetVerifier(new DefaultJWTClaimsVerifier<>(
                new JWTClaimsSet.Builder().issuer(TokenIssuer.ISSUER).build(), Set.of("exp")));
    }

    private static JWKSourceBuilder<SecurityContext> source(URI keySet) {
        try {
            return JWKSourceBuilder.create(keySet.toURL())
                    .retrying(true)
                    .outageTolerant(Duration.ofDays(1).toMillis());
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static JWKSet parsed(byte[] keySet) {
        try {
            return JWKSet.parse(new String(keySet, StandardCharsets.UTF_8));
        } catch (ParseException e) {
            throw new IllegalArgumentException(e);
        }
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
