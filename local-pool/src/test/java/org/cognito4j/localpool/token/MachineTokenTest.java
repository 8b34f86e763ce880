package org.cognito4j.localpool.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.InstantSource;
import org.cognito4j.localpool.Caller;
import org.cognito4j.localpool.LocalPool;
import org.cognito4j.localpool.Pools;
import org.cognito4j.localpool.Tokens;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class MachineTokenTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:15:30.750Z");

    private static LocalPool pool;
    private static String token;

    @BeforeAll
    static void get_a_token() {
        pool = LocalPool.start(Pools.orders(), 0, InstantSource.fixed(NOW));
        token = getToken();
    }

    @AfterAll
    static void close_the_pool() {
        pool.close();
    }

    @Test
    void has_a_header_of_key_id_and_algorithm_alone() {
        String keyId = Tokens.header(token).get("kid").textValue();

        assertThat(Tokens.headerText(token)).isEqualTo("{\"kid\":\"" + keyId + "\",\"alg\":\"RS256\"}");
    }

    @Test
    void has_the_claims_of_a_machine_in_cognitos_order() {
        assertThat(Tokens.names(Tokens.claims(token)))
                .containsExactly(
                        "sub", "token_use", "scope", "auth_time", "iss", "exp", "iat", "version", "jti", "client_id");
    }

    @Test
    void names_the_client_the_pool_and_the_scopes() {
        JsonNode claims = Tokens.claims(token);

        assertThat(claims.get("sub").textValue()).isEqualTo("1example23456789");
        assertThat(claims.get("client_id").textValue()).isEqualTo("1example23456789");
        assertThat(claims.get("token_use").textValue()).isEqualTo("access");
        assertThat(claims.get("iss").textValue()).isEqualTo(pool.issuer());
        assertThat(claims.get("scope").textValue()).isEqualTo("orders/read orders/write https://api.example.com/read");
        assertThat(claims.get("version").intValue()).isEqualTo(2);
    }

    @Test
    void lives_as_long_as_the_clients_validity_in_whole_seconds() {
        JsonNode claims = Tokens.claims(token);

        assertThat(claims.get("iat").longValue()).isEqualTo(NOW.getEpochSecond());
        assertThat(claims.get("auth_time").longValue()).isEqualTo(NOW.getEpochSecond());
        assertThat(claims.get("exp").longValue()).isEqualTo(NOW.getEpochSecond() + 900);
    }

    @Test
    void is_signed_by_the_second_published_key() {
        String keyId = Tokens.header(token).get("kid").textValue();

        assertThat(keyId).isEqualTo(Tokens.publishedKeys(pool).get(1).getKeyId());
        assertThat(Tokens.isSignedBy(pool, token)).isTrue();
    }

    @Test
    void has_an_id_of_its_own() {
        assertThat(Tokens.claims(getToken()).get("jti"))
                .isNotEqualTo(Tokens.claims(token).get("jti"));
    }

    private static String getToken() {
        String answer = Caller.postAs(pool.client("billing"), pool, "grant_type=client_credentials")
                .body();
        return Tokens.json(answer).get("access_token").textValue();
    }
}
