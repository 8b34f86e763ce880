package org.cognito4j.jakarta.usage;

/** Whether all scopes that one accepted call needed are known. Guarded by itself. */
public class CallNeeds {

    private static final byte NOTHING_ASKED = 0;
    private static final byte KNOWN = 1;
    private static final byte UNKNOWN = 2;
    private static final byte REFUSED = 3;

    private byte state = NOTHING_ASKED;

    /** A call of which nothing was asked yet. */
    protected CallNeeds() {}

    /** Notes that something was granted whose scopes are known; returns by how much the number of calls with known needs grows. */
    final synchronized int know() {
        int growth = state == NOTHING_ASKED ? 1 : 0;
        state = state == NOTHING_ASKED ? KNOWN : state;
        return growth;
    }

    /** Notes that something was granted and no scope is known to be the cause. */
    final synchronized int doubt() {
        int growth = state == KNOWN ? -1 : 0;
        state = state == REFUSED ? REFUSED : UNKNOWN;
        return growth;
    }

    /** Notes that the call was refused after all, so that it needs none of the scopes that the token has. */
    final synchronized int refuse() {
        int growth = state == NOTHING_ASKED || state == UNKNOWN ? 1 : 0;
        state = REFUSED;
        return growth;
    }
}
