package org.cognito4j.client;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.cognito4j.InvalidSettings;
import org.cognito4j.SettingFault;
import org.jspecify.annotations.Nullable;

/**
 * Collects the settings of an app client. {@link #build()} reports all faults at once. Not thread-safe. Setters replace
 * what was set.
 */
public final class ClientSettingsBuilder {

    @Nullable URI tokenEndpoint;

    @Nullable URI apiEndpoint;

    String domain = "";
    String region = "";
    boolean loopbackHttp;
    String clientId = "";

    @Nullable Supplier<String> secret;

    @Nullable Supplier<String> nextSecret;

    boolean secretInBody;
    Collection<String> scopes = List.of();
    Map<String, String> clientMetadata = Map.of();
    Duration timeout = Duration.ofSeconds(5);

    @Nullable TokenStore store;

    Duration storeTimeout = Duration.ofSeconds(1);

    ClientSettingsBuilder() {}

    /**
     * The whole address of the token endpoint, in place of a domain.
     *
     * @param address ends in {@code /oauth2/token}
     * @return this builder
     */
    public ClientSettingsBuilder tokenEndpoint(URI address) {
        this.tokenEndpoint = address;
        return this;
    }

    /**
     * The domain of the user pool: a prefix, to which {@link #region} belongs, or a custom domain.
     *
     * @param domain for example {@code my-company} or {@code auth.example.com}
     * @return this builder
     */
    public ClientSettingsBuilder domain(String domain) {
        this.domain = domain;
        return this;
    }

    /**
     * The AWS region of the user pool. Alone, without a domain, it has {@code GetClientToken} called there.
     *
     * @param region for example {@code eu-west-1}
     * @return this builder
     */
    public ClientSettingsBuilder region(String region) {
        this.region = region;
        return this;
    }

    /**
     * The address at which {@code GetClientToken} is called, in place of the one that follows from the region.
     *
     * @param address for example that of a FIPS endpoint
     * @return this builder
     */
    public ClientSettingsBuilder apiEndpoint(URI address) {
        this.apiEndpoint = address;
        return this;
    }

    /**
     * Whether plain {@code http} to this machine is allowed, for a stand-in of Cognito. Elsewhere it never is.
     *
     * @param allowed false by default
     * @return this builder
     */
    public ClientSettingsBuilder allowLoopbackHttp(boolean allowed) {
        this.loopbackHttp = allowed;
        return this;
    }

    /**
     * The app client. Required.
     *
     * @param id its id
     * @return this builder
     */
    public ClientSettingsBuilder clientId(String id) {
        this.clientId = id;
        return this;
    }

    /**
     * The secret of the app client. Required.
     *
     * @param secret asked before each token request, on a thread of the source's own, so it may change and may take
     *     a while, at most as long as {@link #timeout}; what it throws counts as no secret; surrounding white space is dropped
     * @return this builder
     */
    public ClientSettingsBuilder secret(Supplier<String> secret) {
        this.secret = secret;
        return this;
    }

    /**
     * The app client's other secret, tried when the first one is refused. From then on it is the first one.
     *
     * @param secret like {@link #secret}
     * @return this builder
     */
    public ClientSettingsBuilder nextSecret(Supplier<String> secret) {
        this.nextSecret = secret;
        return this;
    }

    /**
     * The secret of the app client, in a file that is read before each token request.
     *
     * @param file a text file in UTF-8 that holds the secret alone
     * @return this builder
     */
    public ClientSettingsBuilder secretFile(Path file) {
        return secret(new SecretFile(file));
    }

    /**
     * The app client's other secret, in a file.
     *
     * @param file like {@link #secretFile}
     * @return this builder
     */
    public ClientSettingsBuilder nextSecretFile(Path file) {
        return nextSecret(new SecretFile(file));
    }

    /**
     * Whether the secret is sent in the body of the token request ({@code client_secret_post}) and not in the
     * {@code Authorization} header ({@code client_secret_basic}).
     *
     * @param inBody false by default; without effect on {@code GetClientToken}
     * @return this builder
     */
    public ClientSettingsBuilder secretInBody(boolean inBody) {
        this.secretInBody = inBody;
        return this;
    }

    /**
     * The scopes to ask for. Default: none, which asks for all that the app client may have.
     *
     * @param scopes whole scopes, for example {@code orders/read}; at most 50
     * @return this builder
     */
    public ClientSettingsBuilder scopes(Collection<String> scopes) {
        this.scopes = List.copyOf(scopes);
        return this;
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
        this.timeout = timeout;
        return this;
    }

    /**
     * Where the nodes of a fleet share the token. Default: nowhere, each node asks for itself.
     *
     * @param store see there for what it means for security
     * @return this builder
     */
    public ClientSettingsBuilder store(TokenStore store) {
        this.store = store;
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
        this.storeTimeout = timeout;
        return this;
    }

    /**
     * The finished settings.
     *
     * @return immutable settings
     * @throws InvalidSettings with every fault, if there is one
     */
    public ClientSettings build() {
        List<SettingFault> faults = ClientSettingRules.faultsOf(this);
        if (!faults.isEmpty()) {
            throw new InvalidSettings(faults);
        }
        return new ClientSettings(this, EndpointAddress.of(this));
    }

    boolean getsClientToken() {
        return tokenEndpoint == null && domain.isBlank();
    }
}
