package org.cognito4j.client;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.cognito4j.net.BoundedExchange;

/**
 * Whether Cognito grants a token for one secret of an app client: for operators who check a configuration. Each check is a
 * token request, which Amazon bills. The token is thrown away. Immutable and thread-safe.
 *
 * @param setting the key of the secret, {@code client-secret} or {@code client-secret-next}
 * @param granted whether there was a token
 * @param code why there was none, as {@link TokenRequestFailed#code()}; empty if there was one
 * @param hint what to do about it; empty if there was a token
 */
public record SecretCheck(String setting, boolean granted, String code, String hint) {

    private static final List<String> SETTINGS = List.of("client-secret", "client-secret-next");

    /**
     * Asks for a token once with each secret of an app client, in the place and for the scopes that are set.
     *
     * @param settings of the client
     * @return one for each secret
     */
    public static List<SecretCheck> of(ClientSettings settings) {
        List<SecretCheck> checks = new ArrayList<>();
        try (BoundedExchange exchange = new BoundedExchange(EndpointFetcher.MAX_BODY_BYTES, status -> true)) {
            for (Supplier<String> secret : settings.secrets()) {
                String setting = SETTINGS.get(checks.size());
                TokenAnswer answer = text(secret, settings.timeout())
                        .map(text -> ask(settings, exchange, text))
                        .orElse(SecretRotation.NO_SECRET);
                checks.add(
                        answer instanceof TokenAnswer.Failed failed
                                ? new SecretCheck(
                                        setting,
                                        false,
                                        failed.failure().code(),
                                        failed.failure().hint())
                                : new SecretCheck(setting, true, "", ""));
            }
        }
        return checks;
    }

    private static Optional<String> text(Supplier<String> secret, Duration deadline) {
        try (BoundedSecret bounded = new BoundedSecret(secret, () -> deadline)) {
            return SecretRotation.text(bounded);
        }
    }

    private static TokenAnswer ask(ClientSettings settings, BoundedExchange exchange, String secret) {
        return EndpointFetcher.ask(
                TokenRequestForm.of(settings),
                secret,
                exchange,
                settings.timeout(),
                InstantSource.system().instant());
    }
}
