package org.cognito4j.client;

import java.net.URI;
import java.nio.file.Path;
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
import org.cognito4j.setting.Setting;
import org.cognito4j.setting.SettingValues;

/**
 * Everything that decides how an app client gets its tokens: where it asks, who it is, and for which scopes.
 *
 * <p>It asks at the token endpoint of the user pool's domain ({@link ClientSettingsBuilder#domain} or {@link ClientSettingsBuilder#tokenEndpoint}) or
 * calls {@code GetClientToken} ({@link ClientSettingsBuilder#region} alone, or {@link ClientSettingsBuilder#apiEndpoint}). Immutable and thread-safe,
 * as far as the suppliers of the secrets are.
 */
public final class ClientSettings {

    private final SettingValues values;
    private final URI endpoint;
    private final List<Supplier<String>> secrets;
    private final Set<String> scopes;
    private final Map<String, String> clientMetadata;
    private final Optional<TokenStore> store;

    ClientSettings(SettingValues values, Map<String, String> clientMetadata, Optional<TokenStore> store) {
        this.values = values;
        this.endpoint = EndpointAddress.of(values);
        this.secrets = Stream.of(
                        secret(DeclaredClientSettings.SECRET, DeclaredClientSettings.SECRET_FILE),
                        secret(DeclaredClientSettings.NEXT_SECRET, DeclaredClientSettings.NEXT_SECRET_FILE))
                .flatMap(Optional::stream)
                .toList();
        // In order, so that the same scopes are the same request.
        this.scopes = Collections.unmodifiableSet(new TreeSet<>(values.get(DeclaredClientSettings.SCOPES)));
        this.clientMetadata = Collections.unmodifiableMap(new LinkedHashMap<>(clientMetadata));
        this.store = store;
    }

    private Optional<Supplier<String>> secret(Setting<Supplier<String>> text, Setting<Path> file) {
        return values.find(text).or(() -> values.find(file).map(SecretFile::new));
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
        return values.get(DeclaredClientSettings.CLIENT_ID);
    }

    /**
     * The scopes that are asked for.
     *
     * @return an unmodifiable set in alphabetical order; if empty, all that the app client may have
     */
    public Set<String> scopes() {
        return scopes;
    }

    /** Returns the same with other scopes. */
    ClientSettings withScopes(Set<String> others) {
        return new ClientSettings(
                values.with(DeclaredClientSettings.SCOPES, List.copyOf(others)), clientMetadata, store);
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
        return values.get(DeclaredClientSettings.TIMEOUT);
    }

    /**
     * How long each call of the store that a fleet shares may take.
     *
     * @return one second by default
     */
    public Duration storeTimeout() {
        return values.get(DeclaredClientSettings.STORE_TIMEOUT);
    }

    List<Supplier<String>> secrets() {
        return secrets;
    }

    boolean sendsSecretInBody() {
        return values.get(DeclaredClientSettings.SECRET_IN_BODY);
    }

    Optional<TokenStore> store() {
        return store;
    }

    /** Whether tokens are got by {@code GetClientToken}, not at the token endpoint of a domain. */
    boolean getsClientToken() {
        return EndpointAddress.isOfApi(values);
    }

    /**
     * Client and endpoint, without any secret.
     *
     * @return a text for logs
     */
    @Override
    public String toString() {
        return "app client " + clientId() + " at " + endpoint.getHost();
    }
}
