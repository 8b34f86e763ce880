package org.cognito4j.localpool.grant;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import org.cognito4j.localpool.Api;
import org.cognito4j.localpool.AppClient;
import org.cognito4j.localpool.Caller;
import org.cognito4j.localpool.LocalCognito;
import org.cognito4j.localpool.LocalPool;
import org.cognito4j.localpool.Pools;
import org.cognito4j.localpool.Tokens;
import org.junit.jupiter.api.Test;

/** What the token endpoint does with clients as the control plane makes and changes them. */
class OauthRulesTest {
    private static final String GRANT = "grant_type=client_credentials";

    @Test
    void refuses_the_grant_to_a_client_whose_oauth_is_off() {
        try (LocalCognito cognito = LocalCognito.configure().start()) {
            Api api = new Api(cognito);
            String pool = api.createPoolWithScopes();
            AppClient client = api.createClient(pool);
            api.ok(
                    "UpdateUserPoolClient",
                    Api.with(
                            Api.of(pool, client),
                            "\"AllowedOAuthFlows\": [\"client_credentials\"],"
                                    + " \"AllowedOAuthScopes\": [\"orders/read\"]"));

            assertThat(Caller.postAs(client, cognito.pool(pool), GRANT).body())
                    .isEqualTo("{\"error\":\"invalid_grant\"}");
        }
    }

    @Test
    void leaves_deleted_scopes_out() {
        try (LocalCognito cognito = LocalCognito.configure().start()) {
            Api api = new Api(cognito);
            String pool = api.createPoolWithScopes();
            AppClient client = api.createClient(pool);

            api.defineScopes("UpdateResourceServer", pool, "write");
            assertThat(scope(Caller.postAs(client, cognito.pool(pool), GRANT))).isEqualTo("orders/write");
            assertThat(scope(Caller.postAs(client, cognito.pool(pool), GRANT + "&scope=orders/read+orders/write")))
                    .isEqualTo("orders/write");

            api.defineScopes("UpdateResourceServer", pool);
            assertThat(Caller.postAs(client, cognito.pool(pool), GRANT).body())
                    .isEqualTo("{\"error\":\"invalid_scope\"}");
        }
    }

    @Test
    void refuses_a_client_without_the_flow_of_machines() {
        try (LocalCognito cognito = LocalCognito.configure().start()) {
            assertThat(grantToPerson(cognito)).isEqualTo("{\"error\":\"unauthorized_client\"}");
        }
        try (LocalCognito cognito =
                LocalCognito.configure().missingFlowError("invalid_grant").start()) {
            assertThat(grantToPerson(cognito)).isEqualTo("{\"error\":\"invalid_grant\"}");
        }
    }

    private static String grantToPerson(LocalCognito cognito) {
        Api api = new Api(cognito);
        String pool = api.createPoolWithScopes();
        AppClient client = api.createClient(pool);
        api.ok(
                "UpdateUserPoolClient",
                Api.with(
                        Api.of(pool, client),
                        "\"AllowedOAuthFlows\": [\"code\"], \"AllowedOAuthFlowsUserPoolClient\": true,"
                                + " \"AllowedOAuthScopes\": [\"orders/read\"]"));
        return Caller.postAs(client, cognito.pool(pool), GRANT).body();
    }

    @Test
    void ignores_foreign_scopes_when_told_so() {
        try (LocalCognito cognito = LocalCognito.configure()
                .pool(Pools.orders())
                .ignoreForeignScopes()
                .start()) {
            LocalPool pool = cognito.pool(Pools.USER_POOL_ID);

            assertThat(scope(Caller.postAs(pool.client("billing"), pool, GRANT + "&scope=orders/read+orders/delete")))
                    .isEqualTo("orders/read");
            assertThat(Caller.postAs(pool.client("billing"), pool, GRANT + "&scope=orders/delete")
                            .body())
                    .isEqualTo("{\"error\":\"invalid_scope\"}");
        }
    }

    @Test
    void answers_a_wrong_secret_with_the_status_it_is_told() {
        try (LocalCognito cognito = LocalCognito.configure()
                .pool(Pools.orders())
                .invalidClientStatus(401)
                .start()) {
            LocalPool pool = cognito.pool(Pools.USER_POOL_ID);

            HttpResponse<String> answer = Caller.postWithBasic("1example23456789:wrong", pool, GRANT);
            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.body()).isEqualTo("{\"error\":\"invalid_client\"}");
        }
    }

    private static String scope(HttpResponse<String> answer) {
        JsonNode body = Tokens.json(answer.body());
        return Tokens.claims(body.path("access_token").asText()).path("scope").asText();
    }
}
