package org.cognito4j.localpool.pool;

import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * All user pools of a server. Readers see one consistent state without waiting; changes come one after the other, and a
 * change counts only once it has been stored.
 */
public final class PoolRegistry {
    private final ReentrantLock changing = new ReentrantLock();
    private final Consumer<EntriesById<RegisteredPool>> storage;
    private volatile EntriesById<RegisteredPool> pools;

    /**
     * Starts with what was there before.
     *
     * @param storage stores each state before it becomes visible; what it throws undoes the change
     */
    public PoolRegistry(EntriesById<RegisteredPool> pools, Consumer<EntriesById<RegisteredPool>> storage) {
        this.pools = pools;
        this.storage = storage;
    }

    public EntriesById<RegisteredPool> pools() {
        return pools;
    }

    public RegisteredPool pool(String id) {
        return pool(pools, id);
    }

    private static RegisteredPool pool(EntriesById<RegisteredPool> pools, String id) {
        return pools.find(id).orElseThrow(() -> new NotRegistered("User pool " + id + " does not exist."));
    }

    public RegisteredClient client(String poolId, String clientId) {
        return client(pool(poolId), clientId);
    }

    public static RegisteredClient client(RegisteredPool pool, String clientId) {
        return pool.clients()
                .find(clientId)
                .orElseThrow(() -> new NotRegistered("User pool client " + clientId + " does not exist."));
    }

    /** The pool that has a domain in a region. */
    public static Optional<RegisteredPool> ownerOfDomain(
            EntriesById<RegisteredPool> pools, String domain, String region) {
        return pools.all().stream()
                .filter(pool -> pool.region().equals(region) && pool.domains().has(domain))
                .findFirst();
    }

    public void change(UnaryOperator<EntriesById<RegisteredPool>> change) {
        changing.lock();
        try {
            EntriesById<RegisteredPool> changed = change.apply(pools);
            storage.accept(changed);
            pools = changed;
        } finally {
            changing.unlock();
        }
    }

    public void changePool(String id, UnaryOperator<RegisteredPool> change) {
        change(all -> all.with(id, change.apply(pool(all, id))));
    }

    public void changeClient(String poolId, String clientId, UnaryOperator<RegisteredClient> change) {
        changePool(
                poolId, pool -> pool.withClients(pool.clients().with(clientId, change.apply(client(pool, clientId)))));
    }
}
