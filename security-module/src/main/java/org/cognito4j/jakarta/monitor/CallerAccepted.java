package org.cognito4j.jakarta.monitor;

import java.time.Duration;
import org.cognito4j.AccessToken;
import org.cognito4j.jakarta.decision.SecurityDecision;

/**
 * A CDI event: a request came with a token that is acceptable. Whether the caller may do what it asks for is decided
 * later. Fired in the thread of the request, to synchronous observers, once for each request.
 *
 * @param token the token
 * @param decision the request, the caller, and how it was decided
 */
public record CallerAccepted(AccessToken token, SecurityDecision decision) {

    /**
     * Returns how long it took to judge the token.
     *
     * @return zero or more
     */
    public Duration took() {
        return decision.took();
    }
}
