package org.cognito4j.localpool;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.cognito4j.localpool.definition.DefinitionFaults;
import org.cognito4j.localpool.pool.RandomIds;

/**
 * What a pool consists of: its id, its resource servers and its app clients. It is valid from birth: the constructor
 * refuses anything that Cognito would not have, with all faults at once.
 *
 * <p>Written in Java with {@link #builder(String)} or read from YAML with {@link #read(Path)}:
 *
 * <pre>{@code
 * user-pool-id: eu-west-1_LocalPool
 * domain: local-pool                      # may be left out
 * resource-servers:
 *   orders: [read, write]
 * clients:
 *   billing:
 *     id: 1example23456789                # generated when left out
 *     secret: 9bq0nf3sl2kd8t6vhm41a7rc5e  # generated when left out
 *     scopes: [orders/read]
 *     access-token-validity: PT15M        # one hour when left out
 * }</pre>
 *
 * @param userPoolId the pool's id, {@code <region>_<letters and digits>}, at most 55 characters
 * @param domain the prefix of the pool's domain, the empty text for none: then its clients get their tokens at the server's
 *     own address
 * @param resourceServers the APIs and their scopes
 * @param clients the machines that may get tokens
 */
public record PoolDefinition(
        String userPoolId, String domain, List<ResourceServer> resourceServers, List<AppClient> clients) {
    /**
     * Checks and keeps copies.
     *
     * @param userPoolId the pool's id
     * @param domain the prefix of its domain, or the empty text
     * @param resourceServers the APIs and their scopes
     * @param clients the machines that may get tokens
     * @throws InvalidPoolDefinitionException with every fault
     */
    public PoolDefinition {
        resourceServers = List.copyOf(resourceServers);
        clients = List.copyOf(clients);
        new DefinitionParts(userPoolId, domain, resourceServers, clients).check(new DefinitionFaults());
    }

    /**
     * Reads a definition file. Ids and secrets that it leaves out are generated, afresh at each reading.
     *
     * @param file a YAML file in UTF-8
     * @return the definition
     * @throws IOException if the file cannot be read
     * @throws InvalidPoolDefinitionException with every fault
     */
    public static PoolDefinition read(Path file) throws IOException {
        try (InputStream yaml = Files.newInputStream(file)) {
            return read(yaml);
        }
    }

    /**
     * Reads a definition, see {@link #read(Path)}.
     *
     * @param yaml YAML in UTF-8, read to its end; the caller closes it
     * @return the definition
     * @throws IOException if the stream cannot be read
     * @throws InvalidPoolDefinitionException with every fault
     */
    public static PoolDefinition read(InputStream yaml) throws IOException {
        DefinitionParts parts = DefinitionParts.read(yaml);
        return new PoolDefinition(parts.userPoolId(), parts.domain(), parts.resourceServers(), parts.clients());
    }

    /**
     * Starts a definition in Java.
     *
     * @param userPoolId the pool's id, for instance {@code eu-west-1_LocalPool}
     * @return a builder without resource servers and clients
     */
    public static Builder builder(String userPoolId) {
        return new Builder(userPoolId);
    }

    /** A definition in the making; not safe for use by several threads. */
    public static final class Builder {
        private final String userPoolId;
        private final List<ResourceServer> resourceServers = new ArrayList<>();
        private final List<AppClient> clients = new ArrayList<>();
        private String domain = "";

        private Builder(String userPoolId) {
            this.userPoolId = userPoolId;
        }

        /**
         * Gives the pool a domain; without this call it has none.
         *
         * @param prefix 1 to 63 small letters, digits and hyphens
         * @return this builder
         */
        public Builder domain(String prefix) {
            this.domain = prefix;
            return this;
        }

        /**
         * Adds an API.
         *
         * @param identifier its name
         * @param scopes its scope names, without the identifier
         * @return this builder
         */
        public Builder resourceServer(String identifier, String... scopes) {
            resourceServers.add(new ResourceServer(identifier, List.of(scopes)));
            return this;
        }

        /**
         * Adds an app client.
         *
         * @param name what people call it
         * @param settings its settings, for instance {@code client -> client.scopes("orders/read")}
         * @return this builder
         */
        public Builder client(String name, UnaryOperator<ClientBuilder> settings) {
            clients.add(settings.apply(new ClientBuilder(name)).build());
            return this;
        }

        /**
         * Completes the definition.
         *
         * @return the definition
         * @throws InvalidPoolDefinitionException with every fault
         */
        public PoolDefinition build() {
            return new PoolDefinition(userPoolId, domain, resourceServers, clients);
        }
    }

    /** An app client in the making; not safe for use by several threads. */
    public static final class ClientBuilder {
        private final String name;
        private String id = RandomIds.clientId();
        private String secret = RandomIds.clientSecret();
        private List<String> scopes = List.of();
        private Duration accessTokenValidity = AppClient.DEFAULT_ACCESS_TOKEN_VALIDITY;

        private ClientBuilder(String name) {
            this.name = name;
        }

        /**
         * Fixes the client id; without this call it is generated.
         *
         * @param clientId 1 to 128 letters, digits, {@code _} and {@code +}
         * @return this builder
         */
        public ClientBuilder id(String clientId) {
            this.id = clientId;
            return this;
        }

        /**
         * Fixes the client secret; without this call it is generated.
         *
         * @param clientSecret 24 to 64 letters, digits, {@code _} and {@code +}
         * @return this builder
         */
        public ClientBuilder secret(String clientSecret) {
            this.secret = clientSecret;
            return this;
        }

        /**
         * Sets the scopes the client may ask for; without this call it has none.
         *
         * @param allowedScopes scopes as {@code <resource server>/<scope>}
         * @return this builder
         */
        public ClientBuilder scopes(String... allowedScopes) {
            this.scopes = List.of(allowedScopes);
            return this;
        }

        /**
         * Sets how long the client's tokens live; without this call one hour.
         *
         * @param validity 5 minutes to 1 day, both inclusive, in whole seconds
         * @return this builder
         */
        public ClientBuilder accessTokenValidity(Duration validity) {
            this.accessTokenValidity = validity;
            return this;
        }

        private AppClient build() {
            return new AppClient(name, id, secret, scopes, accessTokenValidity);
        }
    }
}
