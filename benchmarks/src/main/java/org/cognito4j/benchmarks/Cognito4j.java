package org.cognito4j.benchmarks;

import java.net.URI;
import java.util.List;
import org.cognito4j.TokenVerifier;
import org.cognito4j.Verification;
import org.cognito4j.VerifierSettings;

/** This library with its defaults. */
final class Cognito4j implements Contender {

    private final TokenVerifier verifier;

    Cognito4j(URI keySet) {
        verifier = TokenVerifier.of(VerifierSettings.builder()
                .userPoolId(TokenIssuer.POOL)
                .clientIds(List.of(TokenIssuer.CLIENT))
                .keySetAddresses(List.of(keySet))
                .allowLoopbackHttp(true)
                .build());
    }

    @Override
    public Outcome verify(String token) {
        Verification verification = verifier.verify(token);
        if (verification instanceof Verification.Accepted) {
            return Outcome.ACCEPTED;
        }
        return verification instanceof Verification.Rejected ? Outcome.REFUSED : Outcome.UNAVAILABLE;
    }

    @Override
    public void close() {
        verifier.close();
    }
}
