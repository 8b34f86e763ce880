package org.cognito4j.localpool;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreTokenTriggerTest {
    private static final String GRANT = "grant_type=client_credentials&scope=orders/read";

    private static LocalCognito cognito;

    @BeforeAll
    static void start() {
        cognito = LocalCognito.configure().pool(Pools.orders()).start();
    }

    @AfterAll
    static void close() {
        cognito.close();
    }

    @Test
    void adds_claims_and_scopes() {
        cognito.preTokenTrigger(event -> TokenOverrides.none()
                .claim("tenant", "acme")
                .claim("limits", Map.of("rate", 5))
                .addScope("extra/scope"));

        JsonNode claims = claims(GRANT);
        assertThat(claims.get("tenant").asText()).isEqualTo("acme");
        assertThat(claims.at("/limits/rate").asInt()).isEqualTo(5);
        assertThat(claims.get("scope").asText()).isEqualTo("orders/read extra/scope");
    }

    @Test
    void learns_who_asks_for_what() {
        AtomicReference<PreTokenEvent> seen = new AtomicReference<>();
        cognito.preTokenTrigger(event -> {
            seen.set(event);
            return TokenOverrides.none();
        });

        claims(GRANT + "&aws_client_metadata=%7B%22tenant%22%3A%22acme%22%7D");

        assertThat(seen.get())
                .isEqualTo(new PreTokenEvent(
                        Pools.USER_POOL_ID, "1example23456789", List.of("orders/read"), Map.of("tenant", "acme")));
    }

    @Test
    void cannot_touch_what_cognito_reserves() {
        cognito.preTokenTrigger(event -> new TokenOverrides(
                Map.of("iss", "me", "client_id", "me", "exp", 1, "cognito:username", "me", "scope", "all", "aud", "me"),
                List.of("sub", "jti", "version"),
                List.of("two words", "orders/read"),
                List.of()));

        JsonNode claims = claims(GRANT);
        assertThat(Tokens.names(claims))
                .containsExactly(
                        "sub", "token_use", "scope", "auth_time", "iss", "exp", "iat", "version", "jti", "client_id");
        assertThat(claims.get("iss").asText()).isEqualTo(pool().issuer());
        assertThat(claims.get("client_id").asText()).isEqualTo("1example23456789");
        assertThat(claims.get("scope").asText()).isEqualTo("orders/read");
    }

    @Test
    void may_add_the_client_as_audience_and_take_scopes_away() {
        cognito.preTokenTrigger(event -> new TokenOverrides(
                Map.of("aud", event.clientId(), "cognito:groups", List.of("machines")),
                List.of(),
                List.of("extra/scope"),
                List.of("orders/read")));

        JsonNode claims = claims(GRANT);
        assertThat(claims.get("aud").asText()).isEqualTo("1example23456789");
        assertThat(claims.get("cognito:groups")).hasSize(1);
        assertThat(claims.get("scope").asText()).isEqualTo("extra/scope");
    }

    @Test
    void may_be_a_file_that_changes(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("pre-token.json");
        try (LocalCognito withFile =
                LocalCognito.configure().pool(Pools.orders()).preTokenFile(file).start()) {
            LocalPool pool = withFile.pool(Pools.USER_POOL_ID);

            Files.writeString(file, "{\"claimsToAddOrOverride\": {\"tenant\": \"acme\"}}");
            assertThat(claims(ask(pool, GRANT)).get("tenant").asText()).isEqualTo("acme");

            Files.writeString(file, """
                    {"response": {"claimsAndScopeOverrideDetails": {"accessTokenGeneration":
                      {"claimsToAddOrOverride": {"tenant": "other"}, "scopesToAdd": ["extra/scope"]}}}}""");
            assertThat(claims(ask(pool, GRANT)).get("tenant").asText()).isEqualTo("other");

            Files.writeString(file, "{");
            assertThat(ask(pool, GRANT).body())
                    .isEqualTo("{\"error\":\"invalid_request\",\"error_description\":\"PreTokenGeneration failed\"}");
        }
    }

    @Test
    void is_not_asked_about_metadata_that_is_no_json() {
        assertThat(ask(pool(), GRANT + "&aws_client_metadata=tenant").statusCode())
                .isEqualTo(400);
    }

    private static LocalPool pool() {
        return cognito.pool(Pools.USER_POOL_ID);
    }

    private static JsonNode claims(String form) {
        return claims(ask(pool(), form));
    }

    private static HttpResponse<String> ask(LocalPool pool, String form) {
        return Caller.postAs(pool.client("billing"), pool, form);
    }

    private static JsonNode claims(HttpResponse<String> answer) {
        return Tokens.claims(Tokens.json(answer.body()).get("access_token").asText());
    }
}
