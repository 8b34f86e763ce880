package org.cognito4j.it.hostile.checks;

import java.util.Optional;
import org.cognito4j.AccessToken;
import org.cognito4j.Denial;
import org.cognito4j.RequestFacts;
import org.cognito4j.TokenCheck;

/** Has an answer for one app client alone. */
public class ThrowingCheck implements TokenCheck {

    @Override
    public Optional<Denial> check(AccessToken token, RequestFacts request) {
        return switch (token.clientId()) {
            case "reader" -> Optional.empty();
            case "both" -> throw new StackOverflowError();
            default -> throw new IllegalStateException();
        };
    }
}
