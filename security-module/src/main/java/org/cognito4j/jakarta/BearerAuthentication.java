package org.cognito4j.jakarta;

import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Function;
import org.cognito4j.Verification;
import org.cognito4j.jakarta.Authentication.Anonymous;
import org.cognito4j.jakarta.Authentication.Caller;

/**
 * The one way from a request to its caller, shared by all forms of the module. Fails closed: whatever is thrown on the
 * way ends in a refusal.
 */
final class BearerAuthentication {

    private final BearerChallenge challenge;
    private final RefusalLog log;

    BearerAuthentication(BearerChallenge challenge, RefusalLog log) {
        this.challenge = challenge;
        this.log = log;
    }

    BearerChallenge challenge() {
        return challenge;
    }

    /**
     * Authenticates a request.
     *
     * @param judge verifies the token, directly or by way of the container's identity stores
     */
    Authentication authenticate(HttpServletRequest request, Function<String, Verification> judge) {
        BearerToken token = BearerToken.of(request);
        if (token instanceof BearerToken.Present present) {
            return authenticate(present.text(), judge);
        }
        if (token instanceof BearerToken.Malformed) {
            log.refused("malformed-authorization");
            return challenge.malformed();
        }
        return new Anonymous();
    }

    private Authentication authenticate(String token, Function<String, Verification> judge) {
        Verification verification;
        try {
            verification = judge.apply(token);
        } catch (RuntimeException | Error e) {
            // Its message may quote the token, so only its kind is told.
            log.failed(e);
            return challenge.failed();
        }
        if (verification instanceof Verification.Accepted accepted) {
            return new Caller(accepted.token());
        }
        log.refused(
                verification instanceof Verification.Rejected rejected
                        ? rejected.reason().code()
                        : "keys-unavailable");
        return challenge.refusalOf(verification);
    }
}
