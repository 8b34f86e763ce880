package org.cognito4j.client;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.cognito4j.InvalidSettings;
import org.cognito4j.SettingFault;
import org.cognito4j.setting.Setting;
import org.cognito4j.setting.SettingValues;

/**
 * Collects the settings of an app client. {@link #build()} reports all faults at once. Not thread-safe. Setters replace
 * what was set.
 */
public final class ClientSettingsBuilder {

    SettingValues values = SettingValues.NONE;
    private Map<String, String> clientMetadata = Map.of();
    private Optional<TokenStore> store = Optional.empty();

    /** Starts from the defaults. The place to ask at, the app client and its secret are still missing. */
    public ClientSettingsBuilder() {}

    /**
     * Sets one setting from its text, as configuration does. The metadata of the client has a method instead.
     *
     * @param key the key without the prefix {@code cognito.client.}, for example {@code region}
     * @param text as in a file, without white space around it
     * @return this builder
     * @throws IllegalArgumentException if there is no such setting, or the text is not of its type; the message says what to do
     */
    public ClientSettingsBuilder set(String key, String text) {
        values = values.withText(
                DeclaredClientSettings.ALL
                        .find(key)
                        .orElseThrow(
                                () -> new IllegalArgumentException("There is no setting of a client with this key")),
                text);
        return this;
    }

    private <T> ClientSettingsBuilder set(Setting<T> setting, T value) {
        values = values.with(setting, value);
        return this;
    }

    /**
     * The whole address of the token endpoint, in place of a domain.
     *
     * @param address ends in {@code /oauth2/token}
     * @return this builder
     */
    public ClientSettingsBuilder tokenEndpoint(URI address) {
        return set(DeclaredClientSettings.TOKEN_ENDPOINT, address);
    }

    /**
     * The domain of the user pool: a prefix, to which {@link #region} belongs, or a custom domain.
     *
     * @param domain for example {@code my-company} or {@code auth.example.com}
     * @return this builder
     */
    public ClientSettingsBuilder domain(String domain) {
        return set(DeclaredClientSettings.DOMAIN, domain);
    }

    /**
     * The AWS region of the user pool. Alone, without a domain, it has {@code GetClientToken} called there.
     *
     * @param region for example {@code eu-west-1}
     * @return this builder
     */
    public ClientSettingsBuilder region(String region) {
        return set(DeclaredClientSettings.REGION, region);
    }

    /**
     * The address at which {@code GetClientToken} is called, in place of the one that follows from the region.
     *
     * @param address for example that of a FIPS endpoint
     * @return this builder
     */
    public ClientSettingsBuilder apiEndpoint(URI address) {
        return set(DeclaredClientSettings.API_ENDPOINT, address);
    }

    /**
     * Whether plain {@code http} to this machine is allowed, for a stand-in of Cognito. Elsewhere it never is.
     *
     * @param allowed false by default
     * @return this builder
     */
    public ClientSettingsBuilder allowLoopbackHttp(boolean allowed) {
        return set(DeclaredClientSettings.ALLOW_LOOPBACK_HTTP, allowed);
    }

    /**
     * The app client. Required.
     *
     * @param id its id
     * @return this builder
     */
    public ClientSettingsBuilder clientId(String id) {
        return set(DeclaredClientSettings.CLIENT_ID, id);
    }

    /**
     * The secret of the app client. Required.
     *
     * @param secret asked before each token request, on a thread of the source's own, so it may change and may take
     *     a while, at most as long as {@link #timeout}; what it throws counts as no secret; surrounding white space is dropped
     * @return this builder
     */
    public ClientSettingsBuilder secret(Supplier<String> secret) {
        values = values.without(DeclaredClientSettings.SECRET_FILE);
        return set(DeclaredClientSettings.SECRET, secret);
    }

    /**
     * The app client's other secret, tried when the first one is refused. From then on it is the first one.
     *
     * @param secret like {@link #secret}
     * @return this builder
     */
    public ClientSettingsBuilder nextSecret(Supplier<String> secret) {
        values = values.without(DeclaredClientSettings.NEXT_SECRET_FILE);
        return set(DeclaredClientSettings.NEXT_SECRET, secret);
    }

    /**
     * The secret of the app client, in a file that is read before each token request.
     *
     * @param file a text file in UTF-8 that holds the secret alone
     * @return this builder
     */
    public ClientSettingsBuilder secretFile(Path file) {
        values = values.without(DeclaredClientSettings.SECRET);
        return set(DeclaredClientSettings.SECRET_FILE, file);
    }

    /**
     * The app client's other secret, in a file.
     *
     * @param file like {@link #secretFile}
     * @return this builder
     */
    public ClientSettingsBuilder nextSecretFile(Path file) {
        values = values.without(DeclaredClientSettings.NEXT_SECRET);
        return set(DeclaredClientSettings.NEXT_SECRET_FILE, file);
    }

    /**
     * Whether the secret is sent in the body of the token request ({@code client_secret_post}) and not in the
     * {@code Authorization} header ({@code client_secret_basic}).
     *
     * @param inBody false by default; without effect on {@code GetClientToken}
     * @return this builder
     */
    public ClientSettingsBuilder secretInBody(boolean inBody) {
        return set(DeclaredClientSettings.SECRET_IN_BODY, inBody);
    }

    /**
     * The scopes to ask for. Default: none, which asks for all that the app client may have.
     *
     * @param scopes whole scopes, for example {@code orders/read}; at most 50
     * @return this builder
     */
    public ClientSettingsBuilder scopes(Collection<String> scopes) {
        return set(DeclaredClientSettings.SCOPES, List.copyOf(scopes));
    }

    /**
     * What the pool's pre token generation trigger is told. Default: nothing.
     *
     * @param metadata texts by name
     * @return this builder
     */
    public ClientSettingsBuilder clientMetadata(Map<String, String> metadata) {
        this.clientMetadata = Map.copyOf(metadata);
        return this;
    }

    /**
     * How long one token request may take in all, and how long the supplier of a secret may take before it. Both together, with both
     * secrets, never take longer than twice this time. Default: five seconds.
     *
     * @param timeout 100 milliseconds to 30 seconds
     * @return this builder
     */
    public ClientSettingsBuilder timeout(Duration timeout) {
        return set(DeclaredClientSettings.TIMEOUT, timeout);
    }

    /**
     * Where the nodes of a fleet share the token. Default: nowhere, each node asks for itself.
     *
     * @param store see there for what it means for security
     * @return this builder
     */
    public ClientSettingsBuilder store(TokenStore store) {
        this.store = Optional.of(store);
        return this;
    }

    /**
     * How long each call of the {@link #store} may take. A store that takes longer, or hangs, is passed over: the node asks for itself.
     * Default: one second.
     *
     * @param timeout 10 milliseconds to 5 seconds
     * @return this builder
     */
    public ClientSettingsBuilder storeTimeout(Duration timeout) {
        return set(DeclaredClientSettings.STORE_TIMEOUT, timeout);
    }

    /**
     * The finished settings.
     *
     * @return immutable settings
     * @throws InvalidSettings with every fault, if there is one
     */
    public ClientSettings build() {
        List<SettingFault> faults = ClientSettingRules.faultsOf(values);
        if (!faults.isEmpty()) {
            throw new InvalidSettings(faults);
        }
        return new ClientSettings(values, clientMetadata, store);
    }
}
