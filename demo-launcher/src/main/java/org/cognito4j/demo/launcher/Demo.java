package org.cognito4j.demo.launcher;

import java.net.URI;
import java.nio.file.Path;
import org.cognito4j.localpool.AppClient;
import org.cognito4j.localpool.LocalPool;
import org.cognito4j.localpool.PoolDefinition;

/** The running demo: the orders WAR on Jetty, and the local pool whose tokens open it. */
final class Demo implements AutoCloseable {

    private final LocalPool pool;
    private final OrdersServer orders;

    private Demo(LocalPool pool, OrdersServer orders) {
        this.pool = pool;
        this.orders = orders;
    }

    /**
     * Starts both.
     *
     * @param war the packaged demo
     * @param definition the pool's file
     * @param port the WAR's, 0 for any free one
     * @param poolPort the pool's, 0 for any free one
     * @throws java.io.IOException if a port is taken
     */
    static Demo start(Path war, Path definition, int port, int poolPort) throws Exception {
        LocalPool pool = LocalPool.start(PoolDefinition.read(definition), poolPort);
        try {
            // What a deployment has in its environment: here Cognito is this machine.
            System.setProperty("cognito.issuers", pool.issuer());
            System.setProperty("cognito.allow-loopback-http", "true");
            return new Demo(pool, OrdersServer.start(war, port, Playground.of(pool)));
        } catch (Exception | Error e) {
            pool.close();
            throw e;
        }
    }

    URI address() {
        return orders.address();
    }

    LocalPool pool() {
        return pool;
    }

    AppClient client(String name) {
        return pool.client(name);
    }

    void join() throws InterruptedException {
        orders.join();
    }

    @Override
    public void close() {
        try {
            orders.close();
        } finally {
            pool.close();
        }
    }
}
