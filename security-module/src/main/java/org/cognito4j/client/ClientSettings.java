package org.cognito4j.client;

import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Everything that decides how an app client gets its tokens: where it asks, who it is, and for which scopes.
 *
 * <p>It asks at the token endpoint of the user pool's domain ({@link ClientSettingsBuilder#domain} or {@link ClientSettingsBuilder#tokenEndpoint}) or
 * calls {@code GetClientToken} ({@link ClientSettingsBuilder#region} alone, or {@link ClientSettingsBuilder#apiEndpoint}). Immutable and thread-safe,
 * as far as the suppliers of the secrets are.
 */
public final class ClientSettings {

    private final boolean getsClientToken;
    private final URI endpoint;
    private final String clientId;
    private final List<Supplier<String>> secrets;
    private final boolean secretInBody;
    private final Set<String> scopes;
    private final Map<String, String> clientMetadata;
    private final Duration timeout;
    private final Optional<TokenStore> store;
    private final Duration storeTimeout;

    ClientSettings(ClientSettingsBuilder builder, URI endpoint) {
        this.getsClientToken = builder.getsClientToken();
        this.endpoint = endpoint;
        this.clientId = builder.clientId;
        this.secrets = Stream.of(builder.secret, builder.nextSecret)
                .flatMap(Stream::ofNullable)
                .toList();
        this.secretInBody = builder.secretInBody;
        // In order, so that the same scopes are the same request.
        this.scopes = Collections.unmodifiableSet(new TreeSet<>(builder.scopes));
        this.clientMetadata = Collections.unmodifiableMap(new LinkedHashMap<>(builder.clientMetadata));
        this.timeout = builder.timeout;
        this.store = Optional.ofNullable(builder.store);
        this.storeTimeout = builder.storeTimeout;
    }

    /**
     * Starts from the defaults.
     *
     * @return a builder that still lacks the place to ask at, the app client and its secret
     */
    public static ClientSettingsBuilder builder() {
        return new ClientSettingsBuilder();
    }

    /**
     * Where tokens are asked for.
     *
     * @return an https address, or an http address of this machine
     */
    public URI endpoint() {
        return endpoint;
    }

    /**
     * The app client.
     *
     * @return its id
     */
    public String clientId() {
        return clientId;
    }

    /**
     * The scopes that are asked for.
     *
     * @return an unmodifiable set in alphabetical order; if empty, all that the app client may have
     */
    public Set<String> scopes() {
        return scopes;
    }

    /**
     * What the pool's pre token generation trigger is told.
     *
     * @return an unmodifiable map; empty if nothing
     */
    public Map<String, String> clientMetadata() {
        return clientMetadata;
    }

    /**
     * How long one token request may take in all, and how long the supplier of a secret may take.
     *
     * @return five seconds by default
     */
    public Duration timeout() {
        return timeout;
    }

    /**
     * How long each call of the store that a fleet shares may take.
     *
     * @return one second by default
     */
    public Duration storeTimeout() {
        return storeTimeout;
    }

    List<Supplier<String>> secrets() {
        return secrets;
    }

    boolean sendsSecretInBody() {
        return secretInBody;
    }

    Optional<TokenStore> store() {
        return store;
    }

    TokenRequestForm requestForm() {
        return getsClientToken ? new GetClientTokenForm(this) : new OauthForm(this);
    }

    /**
     * Client and endpoint, without any secret.
     *
     * @return a text for logs
     */
    @Override
    public String toString() {
        return "app client " + clientId + " at " + endpoint.getHost();
    }
}
