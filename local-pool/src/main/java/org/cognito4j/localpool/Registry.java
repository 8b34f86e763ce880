package org.cognito4j.localpool;

import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * All user pools of a server. Readers see one consistent state without waiting; changes come one after the other, and a
 * change counts only once it has been stored.
 */
final class Registry {
    private final ReentrantLock changing = new ReentrantLock();
    private final Consumer<Entries<RegisteredPool>> storage;
    private volatile Entries<RegisteredPool> pools;

    /**
     * Starts with what was there before.
     *
     * @param storage stores each state before it becomes visible; what it throws undoes the change
     */
    Registry(Entries<RegisteredPool> pools, Consumer<Entries<RegisteredPool>> storage) {
        this.pools = pools;
        this.storage = storage;
    }

    Entries<RegisteredPool> pools() {
        return pools;
    }

    RegisteredPool pool(String id) {
        return pool(pools, id);
    }

    private static RegisteredPool pool(Entries<RegisteredPool> pools, String id) {
        return pools.find(id).orElseThrow(() -> new NotRegistered("User pool " + id + " does not exist."));
    }

    RegisteredClient client(String poolId, String clientId) {
        return client(pool(poolId), clientId);
    }

    static RegisteredClient client(RegisteredPool pool, String clientId) {
        return pool.clients()
                .find(clientId)
                .orElseThrow(() -> new NotRegistered("User pool client " + clientId + " does not exist."));
    }

    /** The pool that has a domain in a region. */
    static Optional<RegisteredPool> ownerOfDomain(Entries<RegisteredPool> pools, String domain, String region) {
        return pools.all().stream()
                .filter(pool -> pool.region().equals(region) && pool.domains().has(domain))
                .findFirst();
    }

    void change(UnaryOperator<Entries<RegisteredPool>> change) {
        changing.lock();
        try {
            Entries<RegisteredPool> changed = change.apply(pools);
            storage.accept(changed);
            pools = changed;
        } finally {
            changing.unlock();
        }
    }

    void changePool(String id, UnaryOperator<RegisteredPool> change) {
        change(all -> all.with(id, change.apply(pool(all, id))));
    }

    void changeClient(String poolId, String clientId, UnaryOperator<RegisteredClient> change) {
        changePool(
                poolId, pool -> pool.withClients(pool.clients().with(clientId, change.apply(client(pool, clientId)))));
    }
}
