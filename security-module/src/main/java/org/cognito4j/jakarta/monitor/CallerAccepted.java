package org.cognito4j.jakarta.monitor;

import java.time.Duration;
import org.cognito4j.AccessToken;

/**
 * A CDI event: a request came with a token that is acceptable. Whether the caller may do what it asks for is decided
 * later. Fired in the thread of the request, to synchronous observers, once for each request.
 *
 * @param token the token
 * @param took how long it took to find out
 */
public record CallerAccepted(AccessToken token, Duration took) {}
