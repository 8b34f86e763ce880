package org.cognito4j.localpool;

import java.time.Duration;

/** The definition most tests use. */
public final class Pools {
    public static final String USER_POOL_ID = "eu-west-1_LocalPool";
    public static final String ODD_SECRET = "with_low_lines_and+pluses";

    private Pools() {}

    public static PoolDefinition orders() {
        return PoolDefinition.builder(USER_POOL_ID)
                .resourceServer("orders", "read", "write", "delete")
                .resourceServer("https://api.example.com", "read")
                .client(
                        "billing",
                        client -> client.id("1example23456789")
                                .scopes("orders/read", "orders/write", "https://api.example.com/read")
                                .accessTokenValidity(Duration.ofMinutes(15)))
                .client(
                        "odd",
                        client -> client.id("odd_client+id").secret(ODD_SECRET).scopes("orders/read"))
                .client("unscoped", client -> client)
                .build();
    }
}
