package org.cognito4j.localpool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TestTokensTest {
    private static LocalPool pool;
    private static TestTokens tokens;

    @BeforeAll
    static void start() {
        pool = LocalPool.start(Pools.orders());
        tokens = pool.tokens("billing");
    }

    @AfterAll
    static void close() {
        pool.close();
    }

    @Test
    void has_the_scopes_it_is_asked_for_or_all() {
        assertThat(Tokens.claims(tokens.with("orders/read")).get("scope").asText())
                .isEqualTo("orders/read");
        assertThat(Tokens.claims(tokens.with()).get("scope").asText().split(" "))
                .hasSize(3);
    }

    @Test
    void has_expired() {
        assertThat(Tokens.claims(tokens.expired()).get("exp").asLong())
                .isLessThan(Instant.now().getEpochSecond() - 3600);
        assertThat(Tokens.claims(tokens.expired("orders/read")).get("scope").asText())
                .isEqualTo("orders/read");
    }

    @Test
    void is_of_another_client() {
        JsonNode claims = Tokens.claims(tokens.ofWrongClient("orders/read"));

        assertThat(claims.get("client_id").asText()).isNotEqualTo("1example23456789");
        assertThat(claims.get("sub")).isEqualTo(claims.get("client_id"));
    }

    @Test
    void is_of_another_pool_and_signed_all_the_same() {
        String token = tokens.ofWrongPool();

        assertThat(Tokens.claims(token).get("iss").asText())
                .startsWith(pool.uri() + "/eu-west-1_")
                .isNotEqualTo(pool.issuer());
        assertThat(Tokens.isSignedBy(pool, token)).isTrue();
    }

    @Test
    void is_of_a_person() {
        assertThat(Tokens.claims(tokens.ofUser("ann", "staff")).get("username").asText())
                .isEqualTo("ann");
        assertThat(Tokens.claims(tokens.idToken()).get("token_use").asText()).isEqualTo("id");
    }

    @Test
    void is_forged() {
        assertThat(Tokens.isSignedBy(pool, tokens.forged())).isFalse();
    }

    @Test
    void needs_a_client() {
        assertThatThrownBy(() -> pool.tokens("nobody")).isInstanceOf(NoSuchElementException.class);
    }
}
