package org.cognito4j.jakarta.monitor;

import java.time.Duration;
import java.util.Optional;
import org.cognito4j.Denial;
import org.cognito4j.jakarta.decision.SecurityDecision;

/**
 * A CDI event: the module, the container or the application refused a request. Fired in the thread of the request, to synchronous
 * observers.
 *
 * @param decision the request, the caller as far as it is verified, and why
 */
public record CallerRefused(SecurityDecision decision) {

    /**
     * Returns why the request was refused.
     *
     * @return a word of {@code docs/troubleshooting.md}, for example {@code token-expired}
     */
    public String code() {
        return decision.code();
    }

    /**
     * Returns what a check of the application has said.
     *
     * @return empty unless the code is {@code denied-by-application}
     */
    public Optional<Denial> denial() {
        return decision.denial();
    }

    /**
     * Returns how long it took to find out.
     *
     * @return zero if no token was judged for it
     */
    public Duration took() {
        return decision.took();
    }
}
