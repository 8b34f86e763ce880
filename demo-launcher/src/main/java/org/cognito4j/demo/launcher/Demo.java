package org.cognito4j.demo.launcher;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.cognito4j.localpool.AppClient;
import org.cognito4j.localpool.LocalPool;
import org.cognito4j.localpool.PoolDefinition;

/** The running demo: the orders WAR, the billing WAR that calls it, and the local pool whose tokens open it. */
final class Demo implements AutoCloseable {

    private final LocalPool pool;
    private final OrdersPolicy policy;
    private final WarServer orders;
    private final WarServer billing;

    private Demo(LocalPool pool, OrdersPolicy policy, WarServer orders, WarServer billing) {
        this.pool = pool;
        this.policy = policy;
        this.orders = orders;
        this.billing = billing;
    }

    /**
     * A WAR and where to serve it.
     *
     * @param file the packaged application
     * @param port its port, 0 for any free one
     */
    record Service(Path file, int port) {}

    /**
     * Starts all three.
     *
     * @param definition the pool's file
     * @param poolPort the pool's port, 0 for any free one
     * @throws java.io.IOException if a port is taken
     */
    static Demo start(Service orders, Service billing, Path definition, int poolPort) throws Exception {
        LocalPool pool = LocalPool.start(PoolDefinition.read(definition), poolPort);
        try {
            OrdersPolicy policy = OrdersPolicy.create();
            try {
                WarServer api = startOrders(orders, pool, policy);
                try {
                    return new Demo(pool, policy, api, startBilling(billing, pool, api.address()));
                } catch (Exception | Error e) {
                    api.close();
                    throw e;
                }
            } catch (Exception | Error e) {
                policy.close();
                throw e;
            }
        } catch (Exception | Error e) {
            pool.close();
            throw e;
        }
    }

    /** Starts the orders WAR with the settings of its environment: the local pool stands in for Cognito. */
    private static WarServer startOrders(Service orders, LocalPool pool, OrdersPolicy policy) throws Exception {
        return WarServer.start(
                orders.file(),
                orders.port(),
                Map.of(
                        "cognito.issuers", pool.issuer(),
                        "cognito.allow-loopback-http", "true",
                        "cognito.policy-file", policy.file().toString(),
                        "cognito.usage-file", policy.usageFile().toString()),
                Playground.of(pool, policy));
    }

    private static WarServer startBilling(Service billing, LocalPool pool, URI orders) throws Exception {
        AppClient client = pool.client("billing");
        return WarServer.start(
                billing.file(),
                billing.port(),
                Map.of(
                        "orders.address", orders.toString(),
                        "billing.token-endpoint", pool.tokenEndpoint().toString(),
                        "billing.client-id", client.clientId(),
                        "billing.client-secret", client.clientSecret()));
    }

    URI address() {
        return orders.address();
    }

    URI billingAddress() {
        return billing.address();
    }

    /** Where the policy of the orders application stands. */
    Path policyFile() {
        return policy.file();
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
        try (pool;
                policy;
                orders) {
            billing.close();
        }
    }
}
