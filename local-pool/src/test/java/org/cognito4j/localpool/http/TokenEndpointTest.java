package org.cognito4j.localpool.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import org.cognito4j.localpool.AppClient;
import org.cognito4j.localpool.Caller;
import org.cognito4j.localpool.LocalPool;
import org.cognito4j.localpool.Pools;
import org.cognito4j.localpool.Tokens;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenEndpointTest {
    private static final String GRANT = "grant_type=client_credentials";

    private static LocalPool pool;
    private static AppClient billing;

    @BeforeAll
    static void start_the_pool() {
        pool = LocalPool.start(Pools.orders());
        billing = pool.client("billing");
    }

    @AfterAll
    static void close_the_pool() {
        pool.close();
    }

    @Test
    void grants_a_token_to_a_client_that_authenticates_with_basic() {
        HttpResponse<String> answer = Caller.postAs(billing, pool, GRANT);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(Tokens.isSignedBy(pool, accessToken(answer))).isTrue();
    }

    @Test
    void grants_a_token_to_a_client_that_authenticates_in_the_body() {
        HttpResponse<String> answer = Caller.post(pool, GRANT + bodyCredentials(billing));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(Tokens.isSignedBy(pool, accessToken(answer))).isTrue();
    }

    @Test
    void answers_a_grant_with_three_members_in_cognitos_order() {
        HttpResponse<String> answer = Caller.postAs(billing, pool, GRANT);

        JsonNode body = Tokens.json(answer.body());
        assertThat(Tokens.names(body)).containsExactly("access_token", "expires_in", "token_type");
        assertThat(body.get("expires_in").intValue()).isEqualTo(900);
        assertThat(body.get("token_type").textValue()).isEqualTo("Bearer");
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json;charset=UTF-8");
    }

    @Test
    void forbids_caching_of_grants_and_refusals() {
        for (HttpResponse<String> answer : List.of(Caller.postAs(billing, pool, GRANT), Caller.post(pool, ""))) {
            assertThat(answer.headers().firstValue("Cache-Control"))
                    .hasValue("no-cache, no-store, max-age=0, must-revalidate");
            assertThat(answer.headers().firstValue("Pragma")).hasValue("no-cache");
            assertThat(answer.headers().firstValue("Expires")).hasValue("0");
        }
    }

    @Test
    void accepts_the_client_id_in_the_body_beside_basic() {
        assertThat(Caller.postAs(billing, pool, GRANT + "&client_id=" + billing.clientId())
                        .statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "odd_client+id:with_low_lines_and+pluses",
                "odd%5Fclient%2Bid:with%5Flow%5Flines%5Fand%2Bpluses",
                "odd_client%2Bid:with_low_lines_and%2Bpluses"
            })
    void accepts_basic_credentials_raw_and_form_url_encoded(String pair) {
        assertThat(Caller.postWithBasic(pair, pool, GRANT).statusCode()).isEqualTo(200);
    }

    @Test
    void grants_all_allowed_scopes_when_none_is_requested() {
        assertThat(scope(GRANT)).isEqualTo("orders/read orders/write https://api.example.com/read");
        assertThat(scope(GRANT + "&scope=")).isEqualTo("orders/read orders/write https://api.example.com/read");
        assertThat(scope(GRANT + "&scope=%20")).isEqualTo("orders/read orders/write https://api.example.com/read");
    }

    @Test
    void grants_exactly_the_requested_scopes() {
        assertThat(scope(GRANT + "&scope=orders%2Fwrite")).isEqualTo("orders/write");
        assertThat(scope(GRANT + "&scope=https%3A%2F%2Fapi.example.com%2Fread+orders/read"))
                .isEqualTo("orders/read https://api.example.com/read");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"orders/delete", "orders/read%20orders/delete", "orders/nothing", "ORDERS/read", "orders/read%09"
            })
    void refuses_a_scope_that_is_not_enabled_on_the_client(String scope) {
        assertRefused(Caller.postAs(billing, pool, GRANT + "&scope=" + scope), "{\"error\":\"invalid_scope\"}");
    }

    @Test
    void refuses_a_client_without_any_scope() {
        assertRefused(Caller.postAs(pool.client("unscoped"), pool, GRANT), "{\"error\":\"invalid_scope\"}");
    }

    @Test
    void refuses_a_wrong_secret() {
        String wrong = billing.clientSecret().substring(1);

        assertRefused(
                Caller.postWithBasic(billing.clientId() + ":" + wrong, pool, GRANT), "{\"error\":\"invalid_client\"}");
        assertRefused(
                Caller.post(pool, GRANT + "&client_id=" + billing.clientId() + "&client_secret=" + wrong),
                "{\"error\":\"invalid_client\"}");
    }

    @Test
    void refuses_the_secret_of_another_client() {
        assertRefused(
                Caller.postWithBasic(billing.clientId() + ":" + Pools.ODD_SECRET, pool, GRANT),
                "{\"error\":\"invalid_client\"}");
    }

    @Test
    void says_that_the_secret_is_missing() {
        String refusal = "{\"error\":\"invalid_client\",\"error_description\":\"invalid_client_secret\"}";

        assertRefused(Caller.post(pool, GRANT + "&client_id=" + billing.clientId()), refusal);
        assertRefused(Caller.postWithBasic(billing.clientId() + ":", pool, GRANT), refusal);
    }

    @Test
    void refuses_an_unknown_client() {
        assertRefused(Caller.postWithBasic("nobody:secret", pool, GRANT), "{\"error\":\"invalid_client\"}");
        assertRefused(Caller.post(pool, GRANT + "&client_id=nobody"), "{\"error\":\"invalid_client\"}");
    }

    @ParameterizedTest
    @CsvSource({
        "'', invalid_request",
        "grant_type=, invalid_request",
        "scope=orders/read, invalid_request",
        "'{\"grant_type\":\"client_credentials\"}', invalid_request",
        "grant_type=client_credentials&grant_type=client_credentials, invalid_request",
        "grant_type=client_credentials&x=%zz, invalid_request",
        "grant_type=client_credentials&x=%, invalid_request",
        "grant_type=client_credentials&x=%ff, invalid_request",
        "grant_type=password, unsupported_grant_type",
        "grant_type=refresh_token, invalid_request",
        "grant_type=refresh_token&refresh_token=none, invalid_grant",
        "grant_type=authorization_code, invalid_request",
        "grant_type=authorization_code&code=none, unauthorized_client",
        "grant_type=CLIENT_CREDENTIALS, unsupported_grant_type"
    })
    void refuses_a_form_it_cannot_serve(String form, String error) {
        assertRefused(Caller.postAs(billing, pool, form), "{\"error\":\"" + error + "\"}");
    }

    @Test
    void refuses_a_form_that_is_too_long() {
        assertRefused(
                Caller.postAs(billing, pool, GRANT + "&x=" + "x".repeat(96 * 1024)), "{\"error\":\"invalid_request\"}");
    }

    @Test
    void reads_a_form_of_96_KiB_and_no_longer_one() {
        int rest = 96 * 1024 - (GRANT + "&x=").length();

        assertThat(Caller.postAs(billing, pool, GRANT + "&x=" + "x".repeat(rest - 1))
                        .statusCode())
                .isEqualTo(200);
        assertThat(Caller.postAs(billing, pool, GRANT + "&x=" + "x".repeat(rest))
                        .statusCode())
                .isEqualTo(200);
        assertRefused(
                Caller.postAs(billing, pool, GRANT + "&x=" + "x".repeat(rest + 1)), "{\"error\":\"invalid_request\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic", "Basic ?", "Basic bm9jb2xvbg==", "Basic OnNlY3JldA==", "Bearer abc"})
    void refuses_an_authorization_that_names_no_client(String authorization) {
        HttpRequest request = Caller.tokenRequest(pool, GRANT)
                .header("Authorization", authorization)
                .build();

        assertRefused(Caller.send(request), "{\"error\":\"invalid_request\"}");
    }

    @Test
    void refuses_an_unknown_charset() {
        HttpRequest request = Caller.tokenRequest(pool, GRANT)
                .setHeader("Content-Type", "application/x-www-form-urlencoded; charset=bogus")
                .build();

        assertRefused(Caller.send(request), "{\"error\":\"invalid_request\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "text/plain", "application/x-www-form-urlencoded-not"})
    void refuses_another_content_type_without_a_body(String contentType) {
        assertMethodNotAllowed(Caller.send(Caller.tokenRequest(pool, GRANT)
                .setHeader("Content-Type", contentType)
                .build()));
    }

    @Test
    void refuses_a_request_without_content_type() {
        assertMethodNotAllowed(Caller.send(HttpRequest.newBuilder(pool.tokenEndpoint())
                .POST(BodyPublishers.ofString(GRANT))
                .build()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT", "DELETE", "OPTIONS"})
    void refuses_other_methods_without_a_body(String method) {
        assertMethodNotAllowed(Caller.send(Caller.tokenRequest(pool, GRANT)
                .method(method, BodyPublishers.noBody())
                .build()));
    }

    private static void assertRefused(HttpResponse<String> answer, String body) {
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).isEqualTo(body);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json;charset=UTF-8");
    }

    private static void assertMethodNotAllowed(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Content-Length")).hasValue("0");
        assertThat(answer.headers().firstValue("Allow")).hasValue("POST");
    }

    private static String bodyCredentials(AppClient client) {
        return "&client_id=" + client.clientId() + "&client_secret=" + client.clientSecret();
    }

    private static String accessToken(HttpResponse<String> answer) {
        return Tokens.json(answer.body()).get("access_token").textValue();
    }

    private static String scope(String form) {
        return Tokens.claims(accessToken(Caller.postAs(billing, pool, form)))
                .get("scope")
                .textValue();
    }
}
