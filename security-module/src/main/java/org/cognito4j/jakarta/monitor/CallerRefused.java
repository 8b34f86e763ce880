package org.cognito4j.jakarta.monitor;

import java.time.Duration;

/**
 * A CDI event: the module refused a request. Fired in the thread of the request, to synchronous observers.
 *
 * @param code why, a word of {@code docs/troubleshooting.md}, for example {@code token-expired}
 * @param took how long it took to find out; zero if no token was judged for it
 */
public record CallerRefused(String code, Duration took) {}
