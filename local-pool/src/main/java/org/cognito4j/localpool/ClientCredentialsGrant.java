package org.cognito4j.localpool;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Decides a token request as Cognito does for {@code client_credentials}, RFC 6749 section 4.4.
 *
 * <p>{@code aws_client_metadata} and any parameter unknown here are ignored: they have no effect on Cognito's token
 * without a trigger.
 *
 * @param clients who may ask
 * @param tokens makes the token
 */
record ClientCredentialsGrant(AppClients clients, TokenIssuer tokens) {

    TokenAnswer answer(@Nullable String authorization, TokenForm form) {
        String grantType = form.value("grant_type").orElse("");
        if (grantType.isEmpty() || form.repeatsAParameter()) {
            return TokenAnswer.refused(TokenError.INVALID_REQUEST);
        }
        if (!grantType.equals("client_credentials")) {
            return TokenAnswer.refused(TokenError.UNSUPPORTED_GRANT_TYPE);
        }
        List<Credentials> readings = Credentials.presentedBy(authorization, form);
        if (readings.isEmpty()) {
            return TokenAnswer.refused(TokenError.INVALID_REQUEST);
        }
        return readings.stream()
                .flatMap(credentials -> clients.authenticated(credentials).stream())
                .findFirst()
                .map(client -> answer(client, form))
                .orElseGet(() -> refuse(readings.get(0)));
    }

    private TokenAnswer answer(AppClient client, TokenForm form) {
        Optional<List<String>> scopes =
                grantedScopes(client, form.value("scope").orElse(""));
        return scopes.map(granted -> TokenAnswer.granted(client, tokens.machineToken(client, granted)))
                .orElseGet(() -> TokenAnswer.refused(TokenError.INVALID_SCOPE).to(client));
    }

    /**
     * The scopes for the token, in the order of the client's definition: Cognito does not keep the order of the request
     * either. Nothing requested means everything allowed. AWS' documentation contradicts itself on a scope that is not
     * allowed; refusing shows the mistake where ignoring the scope would hide it.
     */
    private static Optional<List<String>> grantedScopes(AppClient client, String requested) {
        List<String> allowed = client.allowedScopes();
        Set<String> wanted = Stream.of(requested.split(" "))
                .filter(scope -> !scope.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
        List<String> granted = wanted.isEmpty()
                ? allowed
                : allowed.stream().filter(wanted::contains).toList();
        return granted.isEmpty() || !allowed.containsAll(wanted) ? Optional.empty() : Optional.of(granted);
    }

    /** Cognito describes one failure only: a client with a secret that presents none. */
    private TokenAnswer refuse(Credentials credentials) {
        TokenAnswer refusal = TokenAnswer.refused(TokenError.INVALID_CLIENT);
        return clients.withId(credentials.clientId())
                .map(refusal::to)
                .map(known -> credentials.clientSecret().isEmpty() ? known.describedAs("invalid_client_secret") : known)
                .orElse(refusal);
    }
}
