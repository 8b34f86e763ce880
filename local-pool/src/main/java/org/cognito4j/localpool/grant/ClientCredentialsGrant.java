package org.cognito4j.localpool.grant;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cognito4j.localpool.json.Json;
import org.cognito4j.localpool.pool.RegisteredClient;
import org.cognito4j.localpool.pool.RegisteredPool;
import org.cognito4j.localpool.token.PoolSigners;
import org.jspecify.annotations.Nullable;

/**
 * Decides a token request as Cognito does for {@code client_credentials}, RFC 6749 section 4.4. Parameters unknown here are
 * ignored.
 *
 * @param tokens makes the tokens
 * @param answers settles what AWS leaves open
 */
public record ClientCredentialsGrant(PoolSigners tokens, UndocumentedAnswers answers) {
    private static final Logger LOG = System.getLogger("org.cognito4j.localpool");

    /** A client that has proved who it is, and its pool. */
    private record Asking(RegisteredPool pool, RegisteredClient client) {}

    /**
     * Grants or refuses a token.
     *
     * @param pools the pools whose clients may ask
     * @param authorization the header of that name
     * @param parameters every parameter of the form with its values
     */
    public TokenAnswer answer(
            List<RegisteredPool> pools, @Nullable String authorization, Map<String, List<String>> parameters) {
        TokenForm form = new TokenForm(parameters);
        String grantType = form.value("grant_type").orElse("");
        if (grantType.isEmpty() || form.repeatsAParameter()) {
            return TokenAnswer.refused(TokenError.INVALID_REQUEST);
        }
        if (!grantType.equals(RegisteredClient.MACHINE_FLOW) && !UserGrant.isOne(grantType)) {
            return TokenAnswer.refused(TokenError.UNSUPPORTED_GRANT_TYPE);
        }
        if (UserGrant.isOne(grantType) && UserGrant.lacksItsProof(grantType, form)) {
            return TokenAnswer.refused(TokenError.INVALID_REQUEST);
        }
        List<PresentedCredentials> readings = PresentedCredentials.readings(authorization, form);
        if (readings.isEmpty()) {
            return TokenAnswer.refused(TokenError.INVALID_REQUEST);
        }
        return readings.stream()
                .flatMap(credentials -> authenticated(pools, credentials).stream())
                .findFirst()
                .map(asking -> answer(asking, form).to(asking.client().id()))
                .orElseGet(() -> refuse(pools, readings.get(0)));
    }

    private static Optional<Asking> authenticated(List<RegisteredPool> pools, PresentedCredentials credentials) {
        return named(pools, credentials).filter(asking -> asking.client().hasSecret(credentials.clientSecret()));
    }

    private static Optional<Asking> named(List<RegisteredPool> pools, PresentedCredentials credentials) {
        return pools.stream()
                .flatMap(pool ->
                        pool.clients().find(credentials.clientId()).map(client -> new Asking(pool, client)).stream())
                .findFirst();
    }

    private TokenAnswer answer(Asking asking, TokenForm form) {
        RegisteredClient client = asking.client();
        String grantType = form.value("grant_type").orElseThrow();
        if (UserGrant.isOne(grantType)) {
            return UserGrant.refused(grantType, client);
        }
        if (!client.mayUseOauth()) {
            return TokenAnswer.refused(TokenError.INVALID_GRANT);
        }
        if (!client.allowsFlow(RegisteredClient.MACHINE_FLOW)) {
            return TokenAnswer.refused(400, answers.missingFlow());
        }
        ScopeRequest request = ScopeRequest.of(form.value("scope").orElse(""));
        List<String> granted = request.granted(client, asking.pool());
        boolean foreign = request.foreignTo(client).isPresent() && !answers.ignoresForeignScopes();
        if (foreign || granted.isEmpty()) {
            return TokenAnswer.refused(TokenError.INVALID_SCOPE);
        }
        return issue(asking, granted, form);
    }

    private TokenAnswer issue(Asking asking, List<String> scopes, TokenForm form) {
        try {
            Map<String, Object> metadata = metadata(form);
            return TokenAnswer.granted(
                    asking.client(), tokens.machineToken(asking.pool(), asking.client(), scopes, metadata));
        } catch (IOException e) {
            return TokenAnswer.refused(TokenError.INVALID_REQUEST).describedAs("aws_client_metadata is not valid JSON");
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "The pre token generation trigger failed", e);
            return TokenAnswer.refused(TokenError.INVALID_REQUEST).describedAs("PreTokenGeneration failed");
        }
    }

    private static Map<String, Object> metadata(TokenForm form) throws IOException {
        String metadata = form.value("aws_client_metadata").orElse("");
        return metadata.isEmpty() ? Map.of() : Json.map(Json.parse(metadata));
    }

    /** Cognito describes one failure only: a client with a secret that presents none. */
    private TokenAnswer refuse(List<RegisteredPool> pools, PresentedCredentials credentials) {
        TokenAnswer refusal = TokenAnswer.refused(answers.invalidClientStatus(), TokenError.INVALID_CLIENT.code());
        return named(pools, credentials)
                .map(asking -> refusal.to(asking.client().id()))
                .map(known -> credentials.clientSecret().isEmpty() ? known.describedAs("invalid_client_secret") : known)
                .orElse(refusal);
    }
}
