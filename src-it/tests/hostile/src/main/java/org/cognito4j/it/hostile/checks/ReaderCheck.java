package org.cognito4j.it.hostile.checks;

import java.util.Optional;
import org.cognito4j.AccessToken;
import org.cognito4j.Denial;
import org.cognito4j.RequestFacts;
import org.cognito4j.TokenCheck;

/** Denies all app clients but one. */
public class ReaderCheck implements TokenCheck {

    @Override
    public Optional<Denial> check(AccessToken token, RequestFacts request) {
        return token.clientId().equals("reader") ? Optional.empty() : Optional.of(Denial.of("no-reader"));
    }
}
