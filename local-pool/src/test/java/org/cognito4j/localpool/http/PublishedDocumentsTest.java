package org.cognito4j.localpool.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import java.util.HashSet;
import java.util.Set;
import org.cognito4j.localpool.Caller;
import org.cognito4j.localpool.LocalPool;
import org.cognito4j.localpool.Pools;
import org.cognito4j.localpool.Tokens;
import org.jose4j.jwk.JsonWebKey;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublishedDocumentsTest {
    private static LocalPool pool;

    @BeforeAll
    static void start_the_pool() {
        pool = LocalPool.start(Pools.orders());
    }

    @AfterAll
    static void close_the_pool() {
        pool.close();
    }

    @Test
    void publishes_two_rsa_keys_of_2048_bits() {
        Set<String> keyIds = new HashSet<>();
        for (JsonWebKey key : Tokens.publishedKeys(pool)) {
            keyIds.add(key.getKeyId());
            assertThat(((RSAPublicKey) key.getKey()).getModulus().bitLength()).isEqualTo(2048);
        }

        assertThat(keyIds).hasSize(2).allSatisfy(keyId -> {
            assertThat(keyId).hasSize(44);
            assertThat(Base64.getDecoder().decode(keyId)).hasSize(32);
        });
    }

    @Test
    void publishes_cognitos_members_of_a_key() {
        for (JsonNode key : Tokens.json(Caller.get(pool.keySetAddress()).body()).get("keys")) {
            assertThat(Tokens.names(key)).containsExactly("alg", "e", "kid", "kty", "n", "use");
            assertThat(key.get("alg").textValue()).isEqualTo("RS256");
            assertThat(key.get("kty").textValue()).isEqualTo("RSA");
            assertThat(key.get("use").textValue()).isEqualTo("sig");
            assertThat(key.get("e").textValue()).isEqualTo("AQAB");
        }
    }

    @Test
    void publishes_cognitos_discovery_document() {
        JsonNode document = Tokens.json(Caller.get(URI.create(pool.issuer() + "/.well-known/openid-configuration"))
                .body());

        assertThat(Tokens.names(document))
                .containsExactly(
                        "authorization_endpoint",
                        "end_session_endpoint",
                        "id_token_signing_alg_values_supported",
                        "issuer",
                        "jwks_uri",
                        "response_types_supported",
                        "revocation_endpoint",
                        "scopes_supported",
                        "subject_types_supported",
                        "token_endpoint",
                        "token_endpoint_auth_methods_supported",
                        "userinfo_endpoint");
        assertThat(document.get("issuer").textValue()).isEqualTo(pool.issuer());
        assertThat(document.get("jwks_uri").textValue())
                .isEqualTo(pool.keySetAddress().toString());
        assertThat(document.get("token_endpoint").textValue())
                .isEqualTo(pool.tokenEndpoint().toString());
        assertThat(document.get("token_endpoint_auth_methods_supported"))
                .extracting(JsonNode::textValue)
                .containsExactly("client_secret_basic", "client_secret_post");
    }

    @Test
    void gives_its_documents_to_readers_only() {
        HttpResponse<String> answer = Caller.send(HttpRequest.newBuilder(pool.keySetAddress())
                .POST(BodyPublishers.noBody())
                .build());

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).hasValue("GET");
    }

    @Test
    void answers_head_without_a_body() {
        HttpResponse<String> answer = Caller.send(HttpRequest.newBuilder(pool.keySetAddress())
                .method("HEAD", BodyPublishers.noBody())
                .build());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/oauth2",
                "/oauth2/token/",
                "/eu-west-1_Other/.well-known/jwks.json",
                "/.well-known/jwks.json"
            })
    void answers_404_in_json_for_everything_else(String path) {
        HttpResponse<String> answer = Caller.get(pool.uri().resolve(path));

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).isEqualTo("{\"error\":\"not_found\"}");
    }

    @Test
    void does_not_tell_what_it_is_made_of() {
        assertThat(Caller.get(pool.uri().resolve("/")).headers().map()).doesNotContainKey("server");
    }
}
