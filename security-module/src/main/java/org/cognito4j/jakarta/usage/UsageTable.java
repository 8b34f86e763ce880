package org.cognito4j.jakarta.usage;

import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;

/** What the app clients of one application need, those of its filters with settings of their own included. Thread-safe. */
public final class UsageTable {

    private static final int MOST_CLIENTS = 1_000;

    private final String application;
    private final List<String> blind;
    private final InstantSource clock;
    private final Set<String> resourceServers = new ConcurrentSkipListSet<>();
    private final Map<String, ClientUse> uses = new ConcurrentHashMap<>();
    private final Map<String, UsageRow> earlier = new ConcurrentHashMap<>();

    /**
     * An empty table.
     *
     * @param application the context path; {@code /} for the root
     * @param blind why the needs of no call are known; empty if those of some are
     */
    UsageTable(String application, List<String> blind, InstantSource clock) {
        this.application = application;
        this.blind = blind;
        this.clock = clock;
    }

    String application() {
        return application;
    }

    /** Goes on from what a file has. Called before any client is known. */
    void restore(Collection<UsageRow> rows) {
        rows.stream().limit(MOST_CLIENTS).forEach(row -> earlier.put(row.clientId(), row));
    }

    /** Adds the resource server of a pool. */
    public void ask(Optional<String> resourceServer) {
        resourceServer.ifPresent(resourceServers::add);
    }

    /**
     * Returns the counters of a client.
     *
     * @param clientId of a configured client; empty for all others together
     * @param name its display name or id
     * @param userPool the id of its pool; empty for all others
     */
    public ClientUse of(String clientId, String name, String userPool) {
        ClientUse known = uses.get(clientId);
        if (known == null && uses.size() >= MOST_CLIENTS && !clientId.isEmpty()) {
            return of("", "other", "");
        }
        return known != null ? known : uses.computeIfAbsent(clientId, id -> start(id, name, userPool));
    }

    private ClientUse start(String clientId, String name, String userPool) {
        UsageRow before = earlier.get(clientId);
        UsageRow row = before == null
                ? UsageRow.empty(clientId, name, userPool, clock.instant())
                : before.named(name, userPool);
        return new ClientUse(row, !blind.isEmpty());
    }

    /** Returns the figures by display name or id; a second client of one name goes by its id. */
    public Map<String, UsageFigures> figures() {
        Map<String, UsageFigures> figures = new TreeMap<>();
        rows().forEach(row -> figures.put(figures.containsKey(row.name()) ? row.clientId() : row.name(), row));
        return figures;
    }

    private List<UsageRow> rows() {
        Map<String, UsageRow> rows = new LinkedHashMap<>(new TreeMap<>(earlier));
        new TreeSet<>(uses.keySet()).forEach(id -> rows.put(id, uses.get(id).row()));
        return List.copyOf(rows.values());
    }

    /** Returns the content for a file. */
    UsageContent content() {
        return new UsageContent(application, clock.instant(), List.copyOf(resourceServers), blind, rows());
    }
}
