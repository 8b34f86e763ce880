package org.cognito4j.jakarta.usage;

import java.util.List;
import java.util.Map;

/** The scopes of one app client's tokens and those that its calls needed. Thread-safe. */
public interface UsageFigures {

    /**
     * Returns the id of the app client.
     *
     * @return an id; empty for all clients that are not configured
     */
    String getClientId();

    /**
     * Returns the start of the figures, which is before the start of the application where they were read from a file.
     *
     * @return an instant like {@code 2026-12-01T09:30:00Z}
     */
    String getSince();

    /**
     * Returns when the client's last request was decided.
     *
     * @return seconds since 1970-01-01T00:00:00Z; 0 if the client never came
     */
    long getLastSeen();

    /**
     * Returns the number of calls whose token was accepted. A call that passes several checks of tokens counts for each.
     *
     * @return 0 or more
     */
    long getCalls();

    /**
     * Returns the number of accepted calls of which the module does not know all scopes that they needed.
     *
     * @return 0 or more
     */
    long getCallsOfUnknownNeeds();

    /**
     * Returns the number of refused requests by code, as in {@code docs/troubleshooting.md}.
     *
     * @return codes that came up and how often
     */
    Map<String, Long> getRefusedByReason();

    /**
     * Returns how often each scope of the client's tokens was asked for and granted.
     *
     * @return by scope, at most a hundred
     */
    Map<String, Long> getScopes();

    /**
     * Returns the scopes that no call needed, where the needs of all calls are known.
     *
     * @return scopes in alphabetical order
     */
    List<String> getUnusedScopes();

    /**
     * Returns the scopes that no call is known to have needed, where the needs of some calls are not known.
     *
     * @return scopes in alphabetical order
     */
    List<String> getPerhapsUnusedScopes();
}
