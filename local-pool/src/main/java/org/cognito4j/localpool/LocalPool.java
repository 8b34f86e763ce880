package org.cognito4j.localpool;

import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.NoSuchElementException;
import org.eclipse.jetty.http.pathmap.ServletPathSpec;
import org.eclipse.jetty.server.handler.PathMappingsHandler;

/**
 * A running user pool on 127.0.0.1 that issues machine tokens as Amazon Cognito does.
 *
 * <p>It answers {@code POST /oauth2/token}, {@code GET /<pool>/.well-known/jwks.json} and
 * {@code GET /<pool>/.well-known/openid-configuration}. Its signing keys are fresh at each start and stay in memory: a
 * second pool of the same definition on the same port is a pool whose keys have been rotated.
 *
 * <p>Safe for use by several threads.
 */
public final class LocalPool implements AutoCloseable {
    private final Endpoints endpoints;
    private final AppClients clients;
    private final TokenIssuer tokens;
    private final LoopbackServer server;

    private LocalPool(PoolDefinition definition, LoopbackServer server, InstantSource clock) {
        this.server = server;
        this.endpoints = new Endpoints(server.uri(), definition.userPoolId());
        this.clients = new AppClients(definition.clients());
        this.tokens = new TokenIssuer(endpoints.issuer(), PoolKeys.generate(), clock);
    }

    /**
     * Starts a pool on a free port.
     *
     * @param definition what the pool consists of
     * @return the pool, answering
     */
    public static LocalPool start(PoolDefinition definition) {
        return start(definition, 0);
    }

    /**
     * Starts a pool on a port.
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
     * Starts a pool whose tokens are issued at the time of a clock.
     *
     * @param definition what the pool consists of
     * @param port the port, 0 for any free one
     * @param clock tells when a token is issued; used by several threads
     * @return the pool, answering
     * @throws java.io.UncheckedIOException if the port is taken or not allowed
     */
    public static LocalPool start(PoolDefinition definition, int port, InstantSource clock) {
        LocalPool pool = new LocalPool(definition, LoopbackServer.bind(port), clock);
        pool.server.serve(pool.routes());
        return pool;
    }

    private PathMappingsHandler routes() {
        PathMappingsHandler routes = new PathMappingsHandler();
        routes.addMapping(
                new ServletPathSpec(Endpoints.TOKEN), new TokenEndpoint(new ClientCredentialsGrant(clients, tokens)));
        routes.addMapping(
                new ServletPathSpec(endpoints.keySetPath()),
                new PublishedDocument(tokens.keys().keySet()));
        routes.addMapping(new ServletPathSpec(endpoints.discoveryPath()), new PublishedDocument(endpoints.discovery()));
        return routes;
    }

    /**
     * The pool's issuer, the value of {@code iss} in its tokens.
     *
     * @return {@code http://127.0.0.1:<port>/<user pool id>}
     */
    public String issuer() {
        return endpoints.issuer();
    }

    /**
     * The server's address.
     *
     * @return {@code http://127.0.0.1:<port>}, without a path
     */
    public URI uri() {
        return endpoints.server();
    }

    /**
     * Where machines get their tokens.
     *
     * @return the address of {@code /oauth2/token}
     */
    public URI tokenEndpoint() {
        return endpoints.token();
    }

    /**
     * Where the pool's public keys are.
     *
     * @return the address of {@code jwks.json}
     */
    public URI keySetAddress() {
        return endpoints.keySet();
    }

    /**
     * The pool's id.
     *
     * @return the id as in the definition
     */
    public String userPoolId() {
        return endpoints.userPoolId();
    }

    /**
     * An app client of the pool, with its secret.
     *
     * @param name the client's name in the definition
     * @return the client
     * @throws NoSuchElementException if the pool has no client of that name
     */
    public AppClient client(String name) {
        return clients.named(name)
                .orElseThrow(() -> new NoSuchElementException("The pool has no app client of that name"));
    }

    /** The app clients in the order of the definition. */
    List<AppClient> clients() {
        return clients.all();
    }

    /**
     * Begins a token made without the token endpoint: a genuine one unless told otherwise.
     *
     * @param clientName the name of the app client it is for
     * @return a mint that is set to a machine token with all scopes of the client
     * @throws NoSuchElementException if the pool has no client of that name
     */
    public TokenMint mint(String clientName) {
        return new TokenMint(tokens, client(clientName));
    }

    /** Closes the port, so that connections are refused, until {@link #resume()}. Keys, clients and mint stay. */
    public void pause() {
        server.stop();
    }

    /**
     * Ends an outage: the pool answers again on the same port, with the same keys and clients.
     *
     * @throws java.io.UncheckedIOException if the port has been taken meanwhile
     */
    public void resume() {
        server.start();
    }

    /** Waits until the pool is paused or closed by another thread. */
    void join() throws InterruptedException {
        server.join();
    }

    /** Closes the port and ends the pool's threads; without effect on a closed pool. */
    @Override
    public void close() {
        server.stop();
    }
}
