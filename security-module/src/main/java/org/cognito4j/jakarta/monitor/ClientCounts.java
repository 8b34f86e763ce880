package org.cognito4j.jakarta.monitor;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.cognito4j.VerifierSettings;
import org.cognito4j.jakarta.usage.UsageTable;
import org.cognito4j.net.Quietly;
import org.jspecify.annotations.Nullable;

/**
 * The figures of each configured app client, by its display name or id; all other clients are counted together as {@value #OTHER}, and
 * callers of whom nothing is verified as {@code unverified}. So no caller can add figures. Thread-safe.
 */
final class ClientCounts {

    static final String OTHER = "other";
    static final String UNVERIFIED = "unverified";

    /** A bound for policies that change often. */
    private static final int MOST_CLIENTS = 1_000;

    private final LongSupplier clock;
    private final ClientCount other;
    private final ClientCount unverified;
    private final Map<String, ClientCount> byId = new ConcurrentHashMap<>();
    private final Map<String, ClientCount> byLabel = new ConcurrentHashMap<>();
    private final List<FigureListener> listeners = new CopyOnWriteArrayList<>();
    private volatile Supplier<List<VerifierSettings>> settings = List::of;
    private volatile @Nullable UsageTable usage;

    /**
     * Figures without a client.
     *
     * @param clock the time in milliseconds since 1970
     */
    ClientCounts(LongSupplier clock) {
        this.clock = clock;
        this.other = new ClientCount(OTHER, clock);
        this.unverified = new ClientCount(UNVERIFIED, clock);
        byLabel.put(OTHER, other);
        byLabel.put(UNVERIFIED, unverified);
    }

    /** Hears of figures that there were not before. */
    interface FigureListener {

        /** A client has figures now. */
        void client(ClientCount count);

        /** A client was refused for a reason for which it was not before. */
        void reason(ClientCount count, String code);

        /** A client lacked a scope that it did not lack before. */
        void scopes(ClientCount count);
    }

    /**
     * Takes the settings in which app clients are configured.
     *
     * @param current the settings of each pool by the policy of now
     */
    void configure(Supplier<List<VerifierSettings>> current) {
        settings = current;
        current.get().forEach(pool -> pool.clientIds().forEach(this::of));
    }

    /** Passes on what calls need, from now on. */
    void passOnTo(UsageTable table) {
        usage = table;
        settings.get().forEach(pool -> table.ask(pool.scopeRoles().resourceServer()));
        other.passOnTo(table.of("", OTHER, ""));
        byId.forEach((id, count) -> passOn(count, id, table));
    }

    /** Returns whether anything takes what calls need. */
    boolean arePassedOn() {
        return usage != null;
    }

    private void passOn(ClientCount count, String id, UsageTable table) {
        poolOf(id)
                .ifPresent(pool -> count.passOnTo(table.of(
                        id, pool.clientName(id).orElse(id), pool.userPool().id())));
    }

    /** Tells a listener of all that there is and of all that comes. */
    void listen(FigureListener listener) {
        listeners.add(listener);
        byLabel.values().forEach(count -> {
            listener.client(count);
            count.getRefusedByReason().keySet().forEach(code -> listener.reason(count, code));
            listener.scopes(count);
        });
    }

    void stopListening(FigureListener listener) {
        listeners.remove(listener);
    }

    /** Returns the figures of a client whose token is verified. */
    ClientCount of(String clientId) {
        ClientCount known = byId.get(clientId);
        if (known != null) {
            return known;
        }
        Optional<VerifierSettings> pool = poolOf(clientId);
        if (pool.isEmpty() || byId.size() >= MOST_CLIENTS) {
            return other;
        }
        boolean[] isNew = new boolean[1];
        ClientCount count = byId.computeIfAbsent(clientId, id -> {
            isNew[0] = true;
            return labelled(pool.get().clientName(id).orElse(id), id);
        });
        if (isNew[0]) {
            UsageTable table = usage;
            if (table != null) {
                passOn(count, clientId, table);
            }
            notify(listener -> listener.client(count));
        }
        return count;
    }

    /** A registry of meters is foreign code: what it throws must not reach the request. */
    private void notify(Consumer<FigureListener> news) {
        listeners.forEach(listener -> Quietly.run(() -> news.accept(listener)));
    }

    ClientCount unverified() {
        return unverified;
    }

    void refused(ClientCount count, String code, Collection<String> missing) {
        int scopes = count.scopes();
        if (count.refused(code, missing)) {
            notify(listener -> listener.reason(count, code));
        }
        if (count.scopes() > scopes) {
            notify(listener -> listener.scopes(count));
        }
    }

    /** Two clients may have one display name: the second goes by its id. */
    private ClientCount labelled(String name, String id) {
        ClientCount byName = new ClientCount(name, clock);
        if (byLabel.putIfAbsent(name, byName) == null) {
            return byName;
        }
        ClientCount own = new ClientCount(id, clock);
        ClientCount before = byLabel.putIfAbsent(id, own);
        return before == null ? own : before;
    }

    /** Returns the pool of a configured client. Where any client may call, those that have a name are. */
    private Optional<VerifierSettings> poolOf(String clientId) {
        for (VerifierSettings pool : settings.get()) {
            if (!pool.acceptsAnyClient() && pool.acceptsClient(clientId)
                    || pool.clientName(clientId).isPresent()) {
                return Optional.of(pool);
            }
        }
        return Optional.empty();
    }

    /** Returns all figures that there are, each with another label. */
    Collection<ClientCount> all() {
        return byLabel.values();
    }

    Map<String, ClientFigures> figures() {
        return new TreeMap<>(byLabel);
    }
}
