package org.cognito4j.it.hostile.checks;

import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.cognito4j.AccessToken;
import org.cognito4j.Denial;
import org.cognito4j.RequestFacts;
import org.cognito4j.TokenCheck;

/** Never returns but for one app client, until it is interrupted. */
public class HangingCheck implements TokenCheck {

    @Override
    public Optional<Denial> check(AccessToken token, RequestFacts request) throws InterruptedException {
        if (!token.clientId().equals("reader")) {
            new CountDownLatch(1).await();
        }
        return Optional.empty();
    }
}
