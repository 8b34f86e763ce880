package org.cognito4j.jakarta.usage;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The figures of one app client at one moment. Immutable and thread-safe.
 *
 * @param clientId empty for all clients that are not configured
 * @param name the display name that is set for the client, or else its id
 * @param userPool the id of the pool; empty if {@code clientId} is
 * @param since the start of the figures
 * @param lastSeen seconds since 1970; 0 if the client never came
 * @param calls how many tokens were accepted
 * @param unknown of how many of these not all needs are known
 * @param refused refused requests by code
 * @param scopes the scopes that tokens carried, with how often each was asked for and granted
 */
public record UsageRow(
        String clientId,
        String name,
        String userPool,
        Instant since,
        long lastSeen,
        long calls,
        long unknown,
        Map<String, Long> refused,
        Map<String, Long> scopes)
        implements UsageFigures {

    /** Takes copies. */
    public UsageRow {
        refused = Map.copyOf(refused);
        scopes = Map.copyOf(scopes);
    }

    /** Returns the figures of a client that has not come yet. */
    static UsageRow empty(String clientId, String name, String userPool, Instant since) {
        return new UsageRow(clientId, name, userPool, since, 0, 0, 0, Map.of(), Map.of());
    }

    /** Returns the same figures under another name. */
    UsageRow named(String other, String pool) {
        return new UsageRow(clientId, other, pool, since, lastSeen, calls, unknown, refused, scopes);
    }

    /** Returns the sum of these figures and those of the same client elsewhere, since the moment from which both have all calls. */
    public UsageRow plus(UsageRow other) {
        return new UsageRow(
                clientId,
                name,
                userPool,
                since.isAfter(other.since) ? since : other.since,
                Math.max(lastSeen, other.lastSeen),
                calls + other.calls,
                unknown + other.unknown,
                sum(refused, other.refused),
                sum(scopes, other.scopes));
    }

    private static Map<String, Long> sum(Map<String, Long> one, Map<String, Long> other) {
        Map<String, Long> sum = new TreeMap<>(one);
        other.forEach((key, count) -> sum.merge(key, count, Long::sum));
        return sum;
    }

    /** Returns the scopes that no call is known to have needed. */
    public List<String> idle() {
        return calls == 0
                ? List.of()
                : scopes.entrySet().stream()
                        .filter(scope -> scope.getValue() == 0)
                        .map(Map.Entry::getKey)
                        .sorted()
                        .toList();
    }

    @Override
    public String getClientId() {
        return clientId;
    }

    @Override
    public String getSince() {
        return since.toString();
    }

    @Override
    public long getLastSeen() {
        return lastSeen;
    }

    @Override
    public long getCalls() {
        return calls;
    }

    @Override
    public long getCallsOfUnknownNeeds() {
        return unknown;
    }

    @Override
    public Map<String, Long> getRefusedByReason() {
        return new TreeMap<>(refused);
    }

    @Override
    public Map<String, Long> getScopes() {
        return new TreeMap<>(scopes);
    }

    @Override
    public List<String> getUnusedScopes() {
        return unknown == 0 ? idle() : List.of();
    }

    @Override
    public List<String> getPerhapsUnusedScopes() {
        return unknown == 0 ? List.of() : idle();
    }

    /** Returns the members of the file for {@link org.cognito4j.net.JsonText}. */
    Map<String, Object> members() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("id", clientId);
        members.put("name", name);
        members.put("pool", userPool);
        members.put("since", since.toString());
        members.put("lastSeen", lastSeen);
        members.put("calls", calls);
        members.put("unknown", unknown);
        members.put("refused", new TreeMap<>(refused));
        members.put("scopes", new TreeMap<>(scopes));
        return members;
    }
}
