package org.cognito4j.localpool;

import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.NoSuchElementException;
import org.cognito4j.localpool.pool.RegisteredClient;
import org.cognito4j.localpool.pool.RegisteredPool;

/**
 * A user pool of a running {@link LocalCognito}, as a test sees it: its addresses, its clients with their secrets, tokens of
 * every kind, and switches.
 *
 * <p>Its signing keys are fresh at each start and stay in memory: a second pool of the same definition on the same port is a
 * pool whose keys have been replaced without notice; {@link #rotateKeys()} replaces them the way Cognito does.
 *
 * <p>Safe for use by several threads.
 */
public final class LocalPool implements AutoCloseable {
    private final LocalCognito cognito;
    private final String id;

    LocalPool(LocalCognito cognito, String id) {
        this.cognito = cognito;
        this.id = id;
    }

    /**
     * Starts a server with one pool on a free port.
     *
     * @param definition what the pool consists of
     * @return the pool, answering
     */
    public static LocalPool start(PoolDefinition definition) {
        return start(definition, 0);
    }

    /**
     * Starts a server with one pool on a port.
     *
     * @param definition what the pool consists of
     * @param port the port, 0 for any free one
     * @return the pool, answering
     * @throws java.io.UncheckedIOException if the port is taken or not allowed
     */
    public static LocalPool start(PoolDefinition definition, int port) {
        return start(definition, port, InstantSource.system());
    }

    /**
     * Starts a server with one pool whose tokens are issued at the time of a clock.
     *
     * @param definition what the pool consists of
     * @param port the port, 0 for any free one
     * @param clock tells when a token is issued; used by several threads
     * @return the pool, answering
     * @throws java.io.UncheckedIOException if the port is taken or not allowed
     */
    public static LocalPool start(PoolDefinition definition, int port, InstantSource clock) {
        return LocalCognito.configure()
                .pool(definition)
                .port(port)
                .clock(clock)
                .start()
                .pool(definition.userPoolId());
    }

    /**
     * The server of the pool.
     *
     * @return the server, which may have other pools too
     */
    public LocalCognito server() {
        return cognito;
    }

    /**
     * The pool's issuer, the value of {@code iss} in its tokens.
     *
     * @return {@code http://127.0.0.1:<port>/<user pool id>} unless the server issues under Amazon's names
     */
    public String issuer() {
        return cognito.addresses().issuer(registered());
    }

    /**
     * The server's address.
     *
     * @return {@code http://127.0.0.1:<port>}, without a path
     */
    public URI uri() {
        return cognito.uri();
    }

    /**
     * Where machines get their tokens.
     *
     * @return the address of {@code /oauth2/token}, under the pool's domain if it has one
     */
    public URI tokenEndpoint() {
        return cognito.addresses().token(registered());
    }

    /**
     * Where the pool's public keys are.
     *
     * @return the address of {@code jwks.json}
     */
    public URI keySetAddress() {
        return cognito.addresses().keySet(registered());
    }

    /**
     * The pool's id.
     *
     * @return the id
     */
    public String userPoolId() {
        return id;
    }

    /**
     * An app client of the pool, with its secret; the oldest of that name, since names need not be unique with Cognito.
     *
     * @param name the client's name
     * @return the client
     * @throws NoSuchElementException if the pool has no client of that name
     */
    public AppClient client(String name) {
        return DefinitionMapping.shown(registeredClient(name));
    }

    /**
     * The app clients of the pool, with their secrets.
     *
     * @return the clients, the oldest first
     */
    public List<AppClient> clients() {
        return registered().clients().all().stream()
                .map(DefinitionMapping::shown)
                .toList();
    }

    /**
     * Begins a token made without the token endpoint: a genuine one unless told otherwise.
     *
     * @param clientName the name of the app client it is for
     * @return a mint that is set to a machine token with all scopes of the client
     * @throws NoSuchElementException if the pool has no client of that name
     */
    public TokenMint mint(String clientName) {
        return new TokenMint(cognito.draft(id, registeredClient(clientName)));
    }

    /**
     * The usual tokens of a test, each by its name.
     *
     * @param clientName the name of the app client they are for
     * @return its tokens
     * @throws NoSuchElementException if the pool has no client of that name
     */
    public TestTokens tokens(String clientName) {
        registeredClient(clientName);
        return new TestTokens(() -> mint(clientName));
    }

    /** Signs with fresh keys from now on, as Cognito may at any time; the key set goes on showing the old ones. */
    public void rotateKeys() {
        cognito.keys(id).rotate();
    }

    /**
     * Shows one more key in the key set, with which nothing is signed yet.
     *
     * @return its {@code kid}
     */
    public String addKey() {
        return cognito.keys(id).add();
    }

    /**
     * Takes a key out of the key set. If the pool signs with it, it goes on doing so.
     *
     * @param keyId its {@code kid}
     * @throws NoSuchElementException if the key set has no such key
     */
    public void withdrawKey(String keyId) {
        if (!cognito.keys(id).withdraw(keyId)) {
            throw new NoSuchElementException("The key set has no key of that id");
        }
    }

    /**
     * The key set's keys.
     *
     * @return their {@code kid}s, in the order of the key set
     */
    public List<String> keyIds() {
        return cognito.keys(id).publishedKeyIds();
    }

    /** Closes the server's port, so that connections are refused, until {@link #resume()}. Keys, clients and mint stay. */
    public void pause() {
        cognito.pause();
    }

    /**
     * Ends a pause: the server answers again on the same port, with the same keys and clients.
     *
     * @throws java.io.UncheckedIOException if the port has been taken meanwhile
     */
    public void resume() {
        cognito.resume();
    }

    /** Closes the server of the pool; without effect on a closed one. */
    @Override
    public void close() {
        cognito.close();
    }

    private RegisteredPool registered() {
        return cognito.registered(id);
    }

    private RegisteredClient registeredClient(String name) {
        return registered().clients().all().stream()
                .filter(client -> client.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("The pool has no app client of that name"));
    }
}
