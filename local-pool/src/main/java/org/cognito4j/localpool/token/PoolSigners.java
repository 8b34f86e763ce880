package org.cognito4j.localpool.token;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.cognito4j.localpool.pool.EntriesById;
import org.cognito4j.localpool.pool.PoolAddresses;
import org.cognito4j.localpool.pool.RegisteredClient;
import org.cognito4j.localpool.pool.RegisteredPool;

/** Signs the tokens of all pools of a server; a pool gets its keys when they are first needed and loses them with its end. */
public final class PoolSigners {
    private final PoolAddresses addresses;
    private final InstantSource clock;
    private final Supplier<PoolKeys> newKeys;
    private final Map<String, PoolKeys> keys = new ConcurrentHashMap<>();
    private volatile TokenTrigger trigger;

    public PoolSigners(PoolAddresses addresses, InstantSource clock, TokenTrigger trigger, Supplier<PoolKeys> newKeys) {
        this.addresses = addresses;
        this.clock = clock;
        this.trigger = trigger;
        this.newKeys = newKeys;
    }

    /** Makes a genuine token, after the trigger has had its say. */
    public String machineToken(
            RegisteredPool pool, RegisteredClient client, List<String> scopes, Map<String, Object> metadata) {
        return signer(pool).machineToken(client, scopes, metadata, trigger);
    }

    /** Begins a token that may be as odd as a test likes. */
    public TokenDraft draft(RegisteredPool pool, RegisteredClient client) {
        return new TokenDraft(signer(pool), client);
    }

    private PoolSigner signer(RegisteredPool pool) {
        return new PoolSigner(pool.id(), addresses.issuer(pool), keys(pool.id()), clock);
    }

    public PoolKeys keys(String poolId) {
        return keys.computeIfAbsent(poolId, id -> newKeys.get());
    }

    public void replaceTrigger(TokenTrigger other) {
        this.trigger = other;
    }

    public void forgetAllBut(EntriesById<RegisteredPool> pools) {
        keys.keySet().removeIf(id -> !pools.has(id));
    }
}
