package org.cognito4j.it;

import java.util.stream.Stream;
import org.cognito4j.localpool.LocalPool;
import org.cognito4j.localpool.PoolDefinition;
import org.cognito4j.localpool.TokenMint;

/** The user pools of the suite. They run on loopback, in the JVM of the tests, until it ends. */
final class Pools {

    /** The identifier of the application's resource server. */
    static final String API = "https://contract.example.com";

    /** An app client that is known to the pool but not to the application. */
    static final String STRANGER = "stranger";

    /** The pool that the application trusts. */
    static final LocalPool TRUSTED = start();

    private Pools() {}

    /** A pool of its own port and keys, like all others otherwise. */
    static LocalPool start() {
        return LocalPool.start(PoolDefinition.builder("eu-west-1_Contract")
                .resourceServer(API, "read", "write")
                .client("caller", client -> client.id("caller"))
                .client(STRANGER, client -> client.id(STRANGER))
                .build());
    }

    /** A token of the trusted pool, still to be made odd. */
    static TokenMint mint(String caller, String... roles) {
        return mint(TRUSTED, caller, roles);
    }

    /** A token of a pool, with the scopes that give the roles. */
    static TokenMint mint(LocalPool pool, String caller, String... roles) {
        return pool.mint("caller").clientId(caller).scopes(scopes(roles));
    }

    static String token(String caller, String... roles) {
        return mint(caller, roles).token();
    }

    private static String[] scopes(String... roles) {
        return Stream.of(roles).map(role -> API + "/" + role).toArray(String[]::new);
    }
}
