package org.cognito4j.localpool;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Signs the tokens of all pools of a server; a pool gets its keys when they are first needed and loses them with its end. */
final class PoolSigners {
    private final Addresses addresses;
    private final InstantSource clock;
    private final Supplier<PoolKeys> newKeys;
    private final Map<String, PoolKeys> keys = new ConcurrentHashMap<>();
    private volatile TokenTrigger trigger;

    PoolSigners(Addresses addresses, InstantSource clock, TokenTrigger trigger, Supplier<PoolKeys> newKeys) {
        this.addresses = addresses;
        this.clock = clock;
        this.trigger = trigger;
        this.newKeys = newKeys;
    }

    /** Makes a genuine token, after the trigger has had its say. */
    String machineToken(
            RegisteredPool pool, RegisteredClient client, List<String> scopes, Map<String, Object> metadata) {
        return signer(pool).machineToken(client, scopes, metadata, trigger);
    }

    /** Begins a token that may be as odd as a test likes. */
    TokenDraft draft(RegisteredPool pool, RegisteredClient client) {
        return new TokenDraft(signer(pool), client);
    }

    private PoolSigner signer(RegisteredPool pool) {
        return new PoolSigner(pool.id(), addresses.issuer(pool), keys(pool.id()), clock);
    }

    PoolKeys keys(String poolId) {
        return keys.computeIfAbsent(poolId, id -> newKeys.get());
    }

    void replaceTrigger(TokenTrigger other) {
        this.trigger = other;
    }

    void forgetAllBut(Entries<RegisteredPool> pools) {
        keys.keySet().removeIf(id -> !pools.has(id));
    }
}
