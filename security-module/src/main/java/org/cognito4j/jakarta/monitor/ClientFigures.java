package org.cognito4j.jakarta.monitor;

import java.util.Map;

/**
 * The figures of one app client, as {@link SecurityMXBean#getClients} returns them, all of them since the start of the application.
 * Thread-safe.
 */
public interface ClientFigures {

    /**
     * Returns the number of accepted requests.
     *
     * @return 0 or more
     */
    long getAccepted();

    /**
     * Returns the number of refused requests, whatever the code.
     *
     * @return 0 or more
     */
    long getRefused();

    /**
     * Returns the number of refused requests by code, as in {@code docs/troubleshooting.md}.
     *
     * @return codes that came up and how often
     */
    Map<String, Long> getRefusedByReason();

    /**
     * Returns how often the client was refused with 403 by the scope that would have done. A refusal for which several would have done
     * counts for each.
     *
     * @return scopes and how often; at most a hundred, and {@code other} for all further ones
     */
    Map<String, Long> getForbiddenByScope();

    /**
     * Returns when the client's last request was decided.
     *
     * @return seconds since 1970-01-01T00:00:00Z; 0 if there was none
     */
    long getLastSeen();

    /**
     * Returns how long the accepted tokens still had to live when they were used, on average.
     *
     * @return seconds; 0 if none was accepted
     */
    long getSecondsLeft();

    /**
     * Returns how many different tokens were accepted. A token that comes back after 256 others counts again.
     *
     * @return 0 or more
     */
    long getTokens();
}
