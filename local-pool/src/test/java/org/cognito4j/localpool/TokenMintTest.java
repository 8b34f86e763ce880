package org.cognito4j.localpool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TokenMintTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:15:30Z");

    private static LocalPool pool;

    @BeforeAll
    static void start_the_pool() {
        pool = LocalPool.start(Pools.orders(), 0, InstantSource.fixed(NOW));
    }

    @AfterAll
    static void close_the_pool() {
        pool.close();
    }

    @Test
    void mints_what_the_token_endpoint_issues() {
        String issued = Tokens.json(Caller.postAs(pool.client("billing"), pool, "grant_type=client_credentials")
                        .body())
                .get("access_token")
                .textValue();
        String minted = pool.mint("billing")
                .claim("jti", Tokens.claims(issued).get("jti").textValue())
                .token();

        assertThat(minted).isEqualTo(issued);
    }

    @Test
    void mints_any_scopes() {
        JsonNode claims = claims(pool.mint("billing").scopes("orders/delete", "orders/no-such"));

        assertThat(claims.get("scope").textValue()).isEqualTo("orders/delete orders/no-such");
    }

    @Test
    void mints_for_another_client_id() {
        JsonNode claims = claims(pool.mint("billing").clientId("stranger"));

        assertThat(claims.get("client_id").textValue()).isEqualTo("stranger");
        assertThat(claims.get("sub").textValue()).isEqualTo("stranger");
    }

    @Test
    void mints_for_given_instants() {
        JsonNode claims = claims(
                pool.mint("billing").issuedAt(Instant.ofEpochSecond(1_000)).expiresAt(Instant.ofEpochSecond(500)));

        assertThat(claims.get("iat").longValue()).isEqualTo(1_000);
        assertThat(claims.get("exp").longValue()).isEqualTo(500);
    }

    @Test
    void keeps_the_clients_validity_from_a_given_issue() {
        JsonNode claims = claims(pool.mint("billing").issuedAt(Instant.ofEpochSecond(1_000)));

        assertThat(claims.get("exp").longValue()).isEqualTo(1_900);
    }

    @Test
    void replaces_adds_and_removes_claims_under_a_genuine_signature() {
        String token = pool.mint("billing")
                .claim("iss", "https://elsewhere.example")
                .claim("aud", List.of("a", "b"))
                .claim("scope", null)
                .withoutClaim("exp")
                .token();

        JsonNode claims = Tokens.claims(token);
        assertThat(claims.get("iss").textValue()).isEqualTo("https://elsewhere.example");
        assertThat(claims.get("aud")).extracting(JsonNode::textValue).containsExactly("a", "b");
        assertThat(claims.get("scope").isNull()).isTrue();
        assertThat(claims.has("exp")).isFalse();
        assertThat(Tokens.isSignedBy(pool, token)).isTrue();
    }

    @Test
    void changes_header_members_under_a_genuine_signature() {
        String token = pool.mint("billing").header("typ", "JWT").token();

        assertThat(Tokens.names(Tokens.header(token))).containsExactly("kid", "alg", "typ");
        assertThat(Tokens.isSignedBy(pool, token)).isTrue();
        assertThat(Tokens.headerText(pool.mint("billing")
                        .withoutHeader("kid")
                        .header("alg", "none")
                        .token()))
                .isEqualTo("{\"alg\":\"none\"}");
    }

    @Test
    void mints_the_access_token_of_a_user() {
        String token = pool.mint("billing").asUser("ada", "admins").token();

        JsonNode claims = Tokens.claims(token);
        assertThat(Tokens.names(claims))
                .containsExactly(
                        "sub",
                        "cognito:groups",
                        "iss",
                        "version",
                        "client_id",
                        "origin_jti",
                        "event_id",
                        "token_use",
                        "scope",
                        "auth_time",
                        "exp",
                        "iat",
                        "jti",
                        "username");
        assertThat(claims.get("token_use").textValue()).isEqualTo("access");
        assertThat(claims.get("username").textValue()).isEqualTo("ada");
        assertThat(claims.get("cognito:groups")).extracting(JsonNode::textValue).containsExactly("admins");
        assertThat(claims.get("sub")).isNotEqualTo(claims.get("client_id"));
        assertThat(Tokens.isSignedBy(pool, token)).isTrue();
    }

    @Test
    void leaves_the_groups_claim_out_for_a_user_without_groups() {
        assertThat(claims(pool.mint("billing").asUser("ada")).has("cognito:groups"))
                .isFalse();
    }

    @Test
    void mints_an_id_token_signed_by_the_key_for_id_tokens() {
        String token = pool.mint("billing").asIdToken("ada").token();

        JsonNode claims = Tokens.claims(token);
        assertThat(claims.get("token_use").textValue()).isEqualTo("id");
        assertThat(claims.get("aud").textValue()).isEqualTo("1example23456789");
        assertThat(claims.get("cognito:username").textValue()).isEqualTo("ada");
        assertThat(claims.has("client_id")).isFalse();
        assertThat(Tokens.header(token).get("kid").textValue())
                .isEqualTo(Tokens.publishedKeys(pool).get(0).getKeyId());
        assertThat(Tokens.isSignedBy(pool, token)).isTrue();
    }

    @Test
    void signs_with_a_foreign_key_under_the_genuine_key_id() {
        String forged = pool.mint("billing").signedByForeignKey().token();

        assertThat(Tokens.header(forged))
                .isEqualTo(Tokens.header(pool.mint("billing").token()));
        assertThat(Tokens.isSignedBy(pool, forged)).isFalse();
    }

    @Test
    void refuses_an_unknown_client_name() {
        assertThatThrownBy(() -> pool.mint("nobody")).isInstanceOf(NoSuchElementException.class);
    }

    private static JsonNode claims(TokenMint mint) {
        return Tokens.claims(mint.token());
    }
}
