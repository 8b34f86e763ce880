package org.cognito4j.benchmarks;

import java.net.URI;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwk.HttpsJwks;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.HttpsJwksVerificationKeyResolver;

/** jose4j with its own fetcher of key sets. Its one exception does not tell a bad token from missing keys. */
final class Jose4j implements Contender {

    private final JwtConsumer consumer;

    Jose4j(URI keySet) {
        consumer = new JwtConsumerBuilder()
                .setVerificationKeyResolver(new HttpsJwksVerificationKeyResolver(new HttpsJwks(keySet.toString())))
                .setExpectedIssuer(TokenIssuer.ISSUER)
                .setRequireExpirationTime()
                .setJwsAlgorithmConstraints(ConstraintType.PERMIT, AlgorithmIdentifiers.RSA_USING_SHA256)
                .build();
    }

    @Override
    public Outcome verify(String token) {
        try {
            consumer.processToClaims(token);
            return Outcome.ACCEPTED;
        } catch (InvalidJwtException e) {
            return Outcome.REFUSED;
        }
    }
}
