package org.cognito4j.jakarta.monitor;

import java.time.Duration;
import java.util.Optional;
import org.cognito4j.Denial;

/**
 * A CDI event: the module refused a request. Fired in the thread of the request, to synchronous observers.
 *
 * @param code why, a word of {@code docs/troubleshooting.md}, for example {@code token-expired}
 * @param took how long it took to find out; zero if no token was judged for it
 * @param denial what a check of the application has said; empty unless the code is {@code denied-by-application}
 */
public record CallerRefused(String code, Duration took, Optional<Denial> denial) {

    /**
     * A refusal by the module itself.
     *
     * @param code why
     * @param took how long it took to find out
     */
    public CallerRefused(String code, Duration took) {
        this(code, took, Optional.empty());
    }
}
