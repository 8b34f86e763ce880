package org.cognito4j.localpool;

import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** The issuers of all pools of a server; a pool gets its keys when they are first needed and loses them with its end. */
final class TokenIssuers {
    private final Addresses addresses;
    private final InstantSource clock;
    private final TokenTrigger trigger;
    private final Supplier<PoolKeys> newKeys;
    private final Map<String, PoolKeys> keys = new ConcurrentHashMap<>();

    TokenIssuers(Addresses addresses, InstantSource clock, TokenTrigger trigger, Supplier<PoolKeys> newKeys) {
        this.addresses = addresses;
        this.clock = clock;
        this.trigger = trigger;
        this.newKeys = newKeys;
    }

    TokenIssuer of(RegisteredPool pool) {
        return new TokenIssuer(pool.id(), addresses.issuer(pool), keys(pool.id()), clock, trigger);
    }

    PoolKeys keys(String poolId) {
        return keys.computeIfAbsent(poolId, id -> newKeys.get());
    }

    void forgetAllBut(Entries<RegisteredPool> pools) {
        keys.keySet().removeIf(id -> !pools.has(id));
    }
}
