package org.cognito4j.localpool;

import java.util.List;
import java.util.Optional;

/**
 * The app clients of a pool.
 *
 * @param all in the order of the definition
 */
record AppClients(List<AppClient> all) {

    Optional<AppClient> named(String name) {
        return all.stream().filter(client -> client.name().equals(name)).findFirst();
    }

    Optional<AppClient> withId(String clientId) {
        return all.stream().filter(client -> client.clientId().equals(clientId)).findFirst();
    }

    /** The client that the credentials belong to, if their secret is right. */
    Optional<AppClient> authenticated(Credentials credentials) {
        return withId(credentials.clientId()).filter(client -> client.hasSecret(credentials.clientSecret()));
    }
}
