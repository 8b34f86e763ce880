package org.cognito4j.localpool;

import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.NoSuchElementException;
import org.cognito4j.localpool.http.DisturbanceSwitches;
import org.cognito4j.localpool.http.ServedPools;
import org.cognito4j.localpool.http.ServerPort;
import org.cognito4j.localpool.http.ShiftedClock;
import org.cognito4j.localpool.pool.EntriesById;
import org.cognito4j.localpool.pool.PoolAddresses;
import org.cognito4j.localpool.pool.PoolRegistry;
import org.cognito4j.localpool.pool.RegisteredClient;
import org.cognito4j.localpool.pool.RegisteredPool;
import org.cognito4j.localpool.token.PoolKeys;
import org.cognito4j.localpool.token.PoolSigners;
import org.cognito4j.localpool.token.TokenDraft;

/**
 * A running stand-in for Amazon Cognito's machine-to-machine half: any number of user pools on one port.
 *
 * <p>It speaks the API of {@code cognito-idp} on {@code POST /}, so that Amazon's own tools make the pools; it answers
 * {@code /oauth2/token} for each domain, publishes key sets and discovery documents, and has switches for tests.
 *
 * <p>Safe for use by several threads.
 */
public final class LocalCognito implements AutoCloseable {
    private final ServerPort port;
    private final PoolAddresses addresses;
    private final PoolRegistry registry;
    private final ShiftedClock clock;
    private final PoolSigners signers;
    private final DisturbanceSwitches switches = new DisturbanceSwitches();
    private final Disturbances disturbances = new Disturbances(switches);

    private LocalCognito(LocalCognitoBuilder settings) {
        EntriesById<RegisteredPool> before = settings.storedPools();
        this.clock = new ShiftedClock(settings.clock());
        this.port = ServerPort.bind(settings.address(), settings.port());
        this.addresses = new PoolAddresses(
                URI.create("http://" + settings.host() + ":" + port.number()), settings.hasAmazonIssuers());
        this.signers = new PoolSigners(addresses, clock, settings.trigger(), settings.newKeys());
        this.registry = new PoolRegistry(before, settings.storage().andThen(signers::forgetAllBut));
    }

    /**
     * Begins the settings of a server.
     *
     * @return a builder with the defaults: 127.0.0.1, a free port, no pools, nothing stored
     */
    public static LocalCognitoBuilder configure() {
        return new LocalCognitoBuilder();
    }

    static LocalCognito start(LocalCognitoBuilder settings) {
        PoolKeys.makeAhead();
        LocalCognito cognito = new LocalCognito(settings);
        cognito.register(settings.definitions());
        cognito.port.serve(new ServedPools(
                cognito.registry,
                cognito.addresses,
                cognito.signers,
                settings.answers(),
                settings.region(),
                cognito.clock,
                cognito.switches));
        return cognito;
    }

    /** A pool that is there already, from the state file, stays as it is. */
    private void register(Collection<PoolDefinition> definitions) {
        for (PoolDefinition definition : definitions) {
            registry.change(all -> all.has(definition.userPoolId())
                    ? all
                    : all.with(definition.userPoolId(), DefinitionMapping.registered(definition, clock.millis())));
        }
    }

    /**
     * The server's address, and the endpoint for Amazon's tools.
     *
     * @return {@code http://127.0.0.1:<port>}, without a path
     */
    public URI uri() {
        return addresses.server();
    }

    /**
     * The ids of the pools there are.
     *
     * @return the ids, the oldest pool first
     */
    public List<String> userPoolIds() {
        return List.copyOf(registry.pools().byId().keySet());
    }

    /**
     * A pool, however it was made.
     *
     * @param userPoolId its id
     * @return the pool; to close it closes this server
     * @throws NoSuchElementException if there is none with that id
     */
    public LocalPool pool(String userPoolId) {
        if (!registry.pools().has(userPoolId)) {
            throw new NoSuchElementException("There is no user pool with that id");
        }
        return new LocalPool(this, userPoolId);
    }

    /**
     * The switches that make this server misbehave.
     *
     * @return always the same
     */
    public Disturbances disturbances() {
        return disturbances;
    }

    /**
     * Puts the clock that tells when tokens are issued.
     *
     * @param offset how far it is ahead of the true one, negative for behind, zero for neither
     */
    public void shiftClock(Duration offset) {
        clock.shift(offset);
    }

    /**
     * Replaces the pre token generation trigger.
     *
     * @param other called once for each machine token that is issued from now on
     */
    public void preTokenTrigger(PreTokenTrigger other) {
        signers.replaceTrigger(new TriggerAdapter(other));
    }

    RegisteredPool registered(String userPoolId) {
        return registry.pool(userPoolId);
    }

    PoolKeys keys(String userPoolId) {
        return signers.keys(registry.pool(userPoolId).id());
    }

    TokenDraft draft(String userPoolId, RegisteredClient client) {
        return signers.draft(registry.pool(userPoolId), client);
    }

    PoolAddresses addresses() {
        return addresses;
    }

    /** Closes the port, so that connections are refused, until {@link #resume()}. Keys and pools stay. */
    public void pause() {
        port.stop();
    }

    /**
     * Ends a pause: answers again on the same port.
     *
     * @throws UncheckedIOException if the port has been taken meanwhile
     */
    public void resume() {
        port.start();
    }

    /** Waits until the server is paused or closed by another thread. */
    void join() throws InterruptedException {
        port.join();
    }

    /** Closes the port and ends the server's threads; without effect on a closed server. */
    @Override
    public void close() {
        port.stop();
    }
}
