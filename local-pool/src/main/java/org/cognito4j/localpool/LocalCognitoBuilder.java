package org.cognito4j.localpool;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.cognito4j.localpool.grant.UndocumentedAnswers;
import org.cognito4j.localpool.http.ServerPort;
import org.cognito4j.localpool.pool.EntriesById;
import org.cognito4j.localpool.pool.RegisteredPool;
import org.cognito4j.localpool.pool.StateFile;
import org.cognito4j.localpool.token.PoolKeys;
import org.cognito4j.localpool.token.TokenChanges;
import org.cognito4j.localpool.token.TokenTrigger;
import org.jspecify.annotations.Nullable;

/** The settings of a {@link LocalCognito} in the making; not safe for use by several threads. */
public final class LocalCognitoBuilder {
    private final List<PoolDefinition> definitions = new ArrayList<>();
    private String address = ServerPort.LOOPBACK;
    private String host = "";
    private int port;
    private String region = "us-east-1";
    private InstantSource clock = InstantSource.system();
    private boolean amazonIssuers;
    private @Nullable StateFile stateFile;
    private @Nullable Supplier<PoolKeys> storedKeys;
    private TokenTrigger trigger = new TriggerAdapter(event -> TokenOverrides.none());
    private UndocumentedAnswers answers = UndocumentedAnswers.DEFAULT;

    LocalCognitoBuilder() {}

    /**
     * Adds a pool; one with the same id in the state file beats it.
     *
     * @param definition what it consists of
     * @return this builder
     */
    public LocalCognitoBuilder pool(PoolDefinition definition) {
        definitions.add(definition);
        return this;
    }

    /**
     * Listens on a port instead of any free one.
     *
     * @param number the port, 0 for any free one
     * @return this builder
     */
    public LocalCognitoBuilder port(int number) {
        this.port = number;
        return this;
    }

    /**
     * Listens on an address instead of 127.0.0.1; any that is not a loopback address is warned about in the log, since
     * nothing protects this server.
     *
     * @param listened a name or an address of this machine, {@code 0.0.0.0} for all
     * @return this builder
     */
    public LocalCognitoBuilder address(String listened) {
        this.address = listened;
        return this;
    }

    /**
     * Names the host in issuers and addresses otherwise than the address it listens on, for callers in other containers.
     *
     * @param name a host name
     * @return this builder
     */
    public LocalCognitoBuilder advertisedHost(String name) {
        this.host = name;
        return this;
    }

    /**
     * Sets the region of pools that are made by unsigned calls; without this call {@code us-east-1}. Signed calls name theirs.
     *
     * @param name the region
     * @return this builder
     */
    public LocalCognitoBuilder region(String name) {
        this.region = name;
        return this;
    }

    /**
     * Tells the time otherwise than the system.
     *
     * @param source used by several threads
     * @return this builder
     */
    public LocalCognitoBuilder clock(InstantSource source) {
        this.clock = source;
        return this;
    }

    /**
     * Issues tokens under the issuers that Cognito would use, such as
     * {@code https://cognito-idp.eu-west-1.amazonaws.com/<pool>}, so that the configuration of production can be tried; the
     * key sets stay here, and the service under test must be told so.
     *
     * @return this builder
     */
    public LocalCognitoBuilder amazonIssuers() {
        this.amazonIssuers = true;
        return this;
    }

    /**
     * Keeps the pools in a JSON file, which holds secrets but no keys; without this call they end with the server.
     *
     * @param file read at the start if it is there, replaced at each change
     * @return this builder
     */
    public LocalCognitoBuilder stateFile(Path file) {
        this.stateFile = new StateFile(file);
        return this;
    }

    /**
     * Signs with keys of the user's, the same for every pool, instead of fresh ones.
     *
     * @param file a PKCS#12 file with RSA keys under the aliases {@code access} and {@code id}
     * @param password opens the file and the keys
     * @return this builder
     */
    public LocalCognitoBuilder keyStore(Path file, String password) {
        this.storedKeys = () -> PoolKeys.read(file, password);
        return this;
    }

    /**
     * Sets the stand-in for the pre token generation Lambda function.
     *
     * @param function called once for each machine token
     * @return this builder
     */
    public LocalCognitoBuilder preTokenTrigger(PreTokenTrigger function) {
        this.trigger = new TriggerAdapter(function);
        return this;
    }

    /**
     * Sets a file to stand in for the answer of the pre token generation Lambda function, read anew for each token.
     *
     * @param file the function's response in JSON, or only its {@code accessTokenGeneration}
     * @return this builder
     */
    public LocalCognitoBuilder preTokenFile(Path file) {
        this.trigger = (userPoolId, clientId, scopes, metadata) -> TokenChanges.read(file);
        return this;
    }

    /**
     * Leaves a requested scope that the client may not have out of the token, instead of the default {@code invalid_scope}.
     * AWS' documentation says both.
     *
     * @return this builder
     */
    public LocalCognitoBuilder ignoreForeignScopes() {
        this.answers = new UndocumentedAnswers(
                true,
                answers.missingFlow(),
                answers.invalidClientStatus(),
                answers.throttledStatus(),
                answers.throttledError());
        return this;
    }

    /**
     * Sets the error for a client without the flow {@code client_credentials}; without this call
     * {@code unauthorized_client}. AWS' documentation is silent about it.
     *
     * @param error an error code
     * @return this builder
     */
    public LocalCognitoBuilder missingFlowError(String error) {
        this.answers = new UndocumentedAnswers(
                answers.ignoresForeignScopes(),
                error,
                answers.invalidClientStatus(),
                answers.throttledStatus(),
                answers.throttledError());
        return this;
    }

    /**
     * Sets the HTTP status of {@code invalid_client}; without this call 400, as AWS' documentation says.
     *
     * @param status 400 or 401
     * @return this builder
     */
    public LocalCognitoBuilder invalidClientStatus(int status) {
        this.answers = new UndocumentedAnswers(
                answers.ignoresForeignScopes(),
                answers.missingFlow(),
                status,
                answers.throttledStatus(),
                answers.throttledError());
        return this;
    }

    /**
     * Sets how the token endpoint throttles; without this call 429 and {@code too_many_requests}. AWS' documentation is
     * silent about it.
     *
     * @param status an HTTP status
     * @param error an error code
     * @return this builder
     */
    public LocalCognitoBuilder throttling(int status, String error) {
        this.answers = new UndocumentedAnswers(
                answers.ignoresForeignScopes(), answers.missingFlow(), answers.invalidClientStatus(), status, error);
        return this;
    }

    /**
     * Starts the server.
     *
     * @return the server, answering
     * @throws java.io.UncheckedIOException if the port is taken or not allowed, or a file cannot be read
     * @throws IllegalArgumentException if the key store lacks a key
     */
    public LocalCognito start() {
        return LocalCognito.start(this);
    }

    Collection<PoolDefinition> definitions() {
        return definitions;
    }

    String address() {
        return address;
    }

    /** The address if nothing else is advertised; nobody can call the address of all interfaces. */
    String host() {
        if (!host.isEmpty()) {
            return host;
        }
        return address.equals("0.0.0.0") ? ServerPort.LOOPBACK : address;
    }

    int port() {
        return port;
    }

    String region() {
        return region;
    }

    InstantSource clock() {
        return clock;
    }

    boolean hasAmazonIssuers() {
        return amazonIssuers;
    }

    TokenTrigger trigger() {
        return trigger;
    }

    UndocumentedAnswers answers() {
        return answers;
    }

    EntriesById<RegisteredPool> storedPools() {
        return stateFile == null ? EntriesById.none() : stateFile.read();
    }

    Consumer<EntriesById<RegisteredPool>> storage() {
        StateFile file = stateFile;
        return file == null ? pools -> {} : file::write;
    }

    /** A key store is read at once, so that what is wrong with it shows at the start. */
    Supplier<PoolKeys> newKeys() {
        Supplier<PoolKeys> stored = storedKeys;
        if (stored == null) {
            return PoolKeys::generate;
        }
        stored.get();
        return stored;
    }
}
