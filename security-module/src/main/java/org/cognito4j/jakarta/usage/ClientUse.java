package org.cognito4j.jakarta.usage;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.cognito4j.AccessToken;
import org.cognito4j.ScopeRoles;
import org.jspecify.annotations.Nullable;

/** Counts what the calls of one app client needed. An accepted call takes no lock but its own and allocates nothing. Thread-safe. */
public final class ClientUse {

    static final int MOST_SCOPES = 100;
    private static final String ANY_CALLER = "**";

    private final String clientId;
    private final String name;
    private final String userPool;
    private final boolean isBlind;
    private final LongAdder calls = new LongAdder();
    private final LongAdder known = new LongAdder();
    private final Map<String, LongAdder> scopes = new ConcurrentHashMap<>();
    private final Map<String, LongAdder> refused = new ConcurrentHashMap<>();
    private final Map<String, RoleScopes> roles = new ConcurrentHashMap<>();
    private final Instant since;
    private volatile long lastSeen;

    /** The scopes that give a role by a mapping. */
    private record RoleScopes(ScopeRoles mapping, List<String> scopes) {}

    /**
     * Starts from an earlier state.
     *
     * @param before the state
     * @param isBlind whether the application has needs that cannot be observed, so that no call's are known
     */
    ClientUse(UsageRow before, boolean isBlind) {
        this.clientId = before.clientId();
        this.name = before.name();
        this.userPool = before.userPool();
        this.since = before.since();
        this.lastSeen = before.lastSeen();
        this.isBlind = isBlind;
        calls.add(before.calls());
        known.add(before.calls() - before.unknown());
        before.scopes().forEach((scope, count) -> add(scope, scopes, count));
        before.refused().forEach((code, count) -> add(code, refused, count));
    }

    /** Notes an accepted call. */
    public void accepted(AccessToken token, boolean isRemembered, long now) {
        see(now);
        calls.increment();
        if (!isRemembered || scopes.isEmpty()) {
            token.scopes().forEach(scope -> add(scope, scopes, 0));
        }
    }

    /** Notes a refused request. */
    public void refused(String code, long now) {
        see(now);
        add(code, refused, 1);
    }

    /** Notes that any acceptable token was enough for a call. */
    public void anyToken(@Nullable CallNeeds call) {
        know(call);
    }

    /** Notes that scopes were asked for and granted: each that the token holds counts as needed. If none were asked for, any token was enough. */
    public void scopes(Collection<String> asked, AccessToken token, @Nullable CallNeeds call) {
        boolean isFound = asked.isEmpty();
        for (String scope : asked) {
            isFound |= need(scope, token);
        }
        settle(isFound, call);
    }

    /** Notes that one of some roles was asked for and granted: each scope of the token that gives one counts as needed. */
    public void roles(Collection<String> asked, ScopeRoles mapping, AccessToken token, @Nullable CallNeeds call) {
        boolean isFound = asked.contains(ANY_CALLER);
        for (String role : asked) {
            isFound |= need(role, mapping, token);
        }
        settle(isFound, call);
    }

    /** Notes that a role was asked for and granted. */
    public void role(String role, ScopeRoles mapping, AccessToken token, @Nullable CallNeeds call) {
        settle(need(role, mapping, token) || role.equals(ANY_CALLER), call);
    }

    /** Notes that the needs of a call are not known. */
    public void doubt(@Nullable CallNeeds call) {
        if (call != null) {
            known.add(call.doubt());
        }
    }

    /** Notes that a call, whose token was accepted, was refused for what it lacks. */
    public void forbidden(@Nullable CallNeeds call) {
        if (call != null && !isBlind) {
            known.add(call.refuse());
        }
    }

    private boolean need(String role, ScopeRoles mapping, AccessToken token) {
        RoleScopes giving = roles.get(role);
        if (giving == null || giving.mapping != mapping) {
            giving = new RoleScopes(mapping, List.copyOf(mapping.scopesFor(role)));
            if (roles.size() < MOST_SCOPES || roles.containsKey(role)) {
                roles.put(role, giving);
            }
        }
        boolean isFound = false;
        for (int i = 0; i < giving.scopes.size(); i++) {
            isFound |= need(giving.scopes.get(i), token);
        }
        return isFound;
    }

    private boolean need(String scope, AccessToken token) {
        if (!token.hasScope(scope)) {
            return false;
        }
        add(scope, scopes, 1);
        return true;
    }

    private void settle(boolean isFound, @Nullable CallNeeds call) {
        if (isFound) {
            know(call);
        } else {
            doubt(call);
        }
    }

    private void know(@Nullable CallNeeds call) {
        if (call != null && !isBlind) {
            known.add(call.know());
        }
    }

    /** A name that there is no room for is left out: it is never proposed then. */
    private static void add(String name, Map<String, LongAdder> counts, long count) {
        LongAdder adder = counts.get(name);
        if (adder == null) {
            if (counts.size() >= MOST_SCOPES) {
                return;
            }
            adder = counts.computeIfAbsent(name, one -> new LongAdder());
        }
        adder.add(count);
    }

    /** Once a second at most: all threads share the field. */
    private void see(long now) {
        if (lastSeen != now) {
            lastSeen = now;
        }
    }

    UsageRow row() {
        long certain = known.sum(); // before the calls, which grow first
        long all = calls.sum();
        return new UsageRow(
                clientId,
                name,
                userPool,
                since,
                lastSeen,
                all,
                Math.max(0, Math.min(all, all - certain)),
                sums(refused),
                sums(scopes));
    }

    private static Map<String, Long> sums(Map<String, LongAdder> counts) {
        Map<String, Long> sums = new TreeMap<>();
        counts.forEach((key, count) -> sums.put(key, count.sum()));
        return sums;
    }
}
