package org.cognito4j.localpool.control;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.cognito4j.localpool.Api;
import org.cognito4j.localpool.AppClient;
import org.cognito4j.localpool.LocalCognito;
import org.cognito4j.localpool.Tokens;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ClientTokenOperationsTest {
    private static LocalCognito cognito;
    private static Api api;
    private static String pool;
    private static AppClient client;

    @BeforeAll
    static void start() {
        cognito = LocalCognito.configure().start();
        api = new Api(cognito);
        pool = api.createPoolWithScopes();
        String id = api.ok(
                        "CreateUserPoolClient",
                        Api.with(
                                Api.of(pool),
                                "\"ClientName\": \"api\", \"GenerateSecret\": true, \"ExplicitAuthFlows\":"
                                        + " [\"ALLOW_CLIENT_TOKEN_AUTH\"], \"AllowedOAuthScopes\": [\"orders/read\"]"))
                .at("/UserPoolClient/ClientId")
                .asText();
        client = api.client(pool, id);
    }

    @AfterAll
    static void close() {
        cognito.close();
    }

    @Test
    void gives_a_token_without_a_domain() {
        JsonNode result =
                api.ok("GetClientToken", ask(client, client.clientSecret(), "")).get("ClientAuthenticationResult");

        String token = result.get("AccessToken").asText();
        assertThat(Tokens.names(result)).containsExactly("AccessToken", "ExpiresIn", "TokenType");
        assertThat(result.get("ExpiresIn").asInt()).isEqualTo(3600);
        assertThat(result.get("TokenType").asText()).isEqualTo("Bearer");
        assertThat(Tokens.isSignedBy(cognito.pool(pool), token)).isTrue();
        assertThat(Tokens.claims(token).get("scope").asText()).isEqualTo("orders/read");
    }

    @Test
    void refuses_a_wrong_secret() {
        assertThat(api.error("GetClientToken", ask(client, "x".repeat(52), "")))
                .isEqualTo("NotAuthorizedException: Invalid client or secret");
    }

    @Test
    void refuses_an_unknown_client() {
        assertThat(api.error(
                        "GetClientToken", "{\"ClientId\": \"nobody\", \"Secret\": \"%s\"}".formatted("x".repeat(52))))
                .isEqualTo("ResourceNotFoundException: User pool client nobody does not exist.");
    }

    @Test
    void refuses_a_client_without_its_flow() {
        AppClient oauth = api.createClient(pool);

        assertThat(api.error("GetClientToken", ask(oauth, oauth.clientSecret(), "")))
                .isEqualTo("InvalidParameterException: ALLOW_CLIENT_TOKEN_AUTH flow not enabled for this client");
    }

    @Test
    void refuses_a_foreign_scope() {
        assertThat(api.error("GetClientToken", ask(client, client.clientSecret(), ", \"Scopes\": [\"orders/write\"]")))
                .isEqualTo("InvalidParameterException: Invalid scope requested: orders/write");
    }

    @Test
    void does_not_repeat_a_malformed_secret() {
        assertThat(api.error("GetClientToken", ask(client, "too-short-to-be-one", "")))
                .doesNotContain("too-short");
    }

    private static String ask(AppClient asking, String secret, String more) {
        return "{\"ClientId\": \"%s\", \"Secret\": \"%s\"%s}".formatted(asking.clientId(), secret, more);
    }
}
