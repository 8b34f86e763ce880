package org.cognito4j.jakarta.monitor;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;
import org.cognito4j.AccessToken;
import org.cognito4j.jakarta.usage.ClientUse;
import org.jspecify.annotations.Nullable;

/** Counts for one app client. What an accepted request does here takes no lock and allocates nothing. Thread-safe. */
final class ClientCount implements ClientFigures {

    private static final int MOST_SCOPES = 100;
    private static final String OTHER = "other";
    private static final long MILLIS = 1_000;

    private final String label;
    private final LongSupplier clock;
    private final LongAdder accepted = new LongAdder();
    private final LongAdder secondsLeft = new LongAdder();
    private final Map<String, LongAdder> refused = new ConcurrentHashMap<>();
    private final Map<String, LongAdder> forbidden = new ConcurrentHashMap<>();
    private final TokenReuse tokens;
    private volatile long lastSeen;
    private volatile @Nullable ClientUse use;

    /**
     * Counts nothing yet.
     *
     * @param label the display name or the id of the client
     * @param clock the time in milliseconds since 1970
     */
    ClientCount(String label, LongSupplier clock) {
        this.label = label;
        this.clock = clock;
        this.tokens = new TokenReuse(label, !label.equals(OTHER));
    }

    String label() {
        return label;
    }

    /** Passes everything on to the counters of what calls need. */
    void passOnTo(ClientUse counters) {
        use = counters;
    }

    /** Returns the counters of what calls need; null if they are off. */
    @Nullable ClientUse use() {
        return use;
    }

    void accepted(AccessToken token, boolean isRemembered) {
        long now = clock.getAsLong() / MILLIS;
        see(now);
        accepted.increment();
        secondsLeft.add(Math.max(0, token.expiresAt().getEpochSecond() - now));
        if (!isRemembered) {
            tokens.verified(token, accepted.sum());
        }
        ClientUse known = use;
        if (known != null) {
            known.accepted(token, isRemembered, now);
        }
    }

    /** Counts a refusal and the scopes that would have done; returns whether the code is new. */
    boolean refused(String code, Collection<String> missing) {
        long now = clock.getAsLong() / MILLIS;
        see(now);
        ClientUse known = use;
        if (known != null) {
            known.refused(code, now);
        }
        boolean isNew = !refused.containsKey(code);
        refused.computeIfAbsent(code, one -> new LongAdder()).increment();
        for (String scope : missing) {
            boolean hasRoom = forbidden.containsKey(scope) || forbidden.size() < MOST_SCOPES;
            forbidden
                    .computeIfAbsent(hasRoom ? scope : OTHER, one -> new LongAdder())
                    .increment();
        }
        return isNew;
    }

    /** Once a second at most: all threads share the field. */
    private void see(long now) {
        if (lastSeen != now) {
            lastSeen = now;
        }
    }

    long refused(String code) {
        LongAdder count = refused.get(code);
        return count == null ? 0 : count.sum();
    }

    /** Returns how many scopes the client lacked. */
    int scopes() {
        return forbidden.size();
    }

    long forbidden(String scope) {
        LongAdder count = forbidden.get(scope);
        return count == null ? 0 : count.sum();
    }

    /** Returns how long all accepted tokens together still had to live, in seconds. */
    long secondsLeft() {
        return secondsLeft.sum();
    }

    @Override
    public long getAccepted() {
        return accepted.sum();
    }

    @Override
    public long getRefused() {
        return refused.values().stream().mapToLong(LongAdder::sum).sum();
    }

    @Override
    public Map<String, Long> getRefusedByReason() {
        return sums(refused);
    }

    @Override
    public Map<String, Long> getForbiddenByScope() {
        return sums(forbidden);
    }

    @Override
    public long getLastSeen() {
        return lastSeen;
    }

    @Override
    public long getSecondsLeft() {
        long count = accepted.sum();
        return count == 0 ? 0 : secondsLeft.sum() / count;
    }

    @Override
    public long getTokens() {
        return tokens.count();
    }

    private static Map<String, Long> sums(Map<String, LongAdder> counts) {
        Map<String, Long> sums = new TreeMap<>();
        counts.forEach((key, count) -> sums.put(key, count.sum()));
        return sums;
    }
}
