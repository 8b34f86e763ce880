package org.cognito4j.localpool.control;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.cognito4j.localpool.Api;
import org.cognito4j.localpool.LocalCognito;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AppClientOperationsTest {
    private static final String MACHINE = "\"GenerateSecret\": true, \"AllowedOAuthFlows\": [\"client_credentials\"],"
            + " \"AllowedOAuthFlowsUserPoolClient\": true, \"AllowedOAuthScopes\": [\"orders/read\"]";

    private static LocalCognito cognito;
    private static Api api;
    private static String pool;

    @BeforeAll
    static void start() {
        cognito = LocalCognito.configure().start();
        api = new Api(cognito);
        pool = api.createPoolWithScopes();
    }

    @AfterAll
    static void close() {
        cognito.close();
    }

    @Test
    void creates_a_machine_with_a_secret() {
        JsonNode client = create(MACHINE);

        assertThat(client.get("ClientId").asText()).matches("[0-9a-v]{26}");
        assertThat(client.get("ClientSecret").asText()).matches("[0-9a-v]{52}");
        assertThat(client.get("AllowedOAuthScopes").toString()).isEqualTo("[\"orders/read\"]");
        assertThat(client.get("EnableTokenRevocation").asBoolean()).isTrue();
        assertThat(client.get("AuthSessionValidity").asInt()).isEqualTo(3);
        assertThat(client.has("GenerateSecret")).isFalse();
        assertThat(describe(client)).isEqualTo(client);
    }

    @Test
    void takes_a_secret_of_the_owners() {
        assertThat(create("\"ClientSecret\": \"my_own_secret_of_24_and_more\"")
                        .get("ClientSecret")
                        .asText())
                .isEqualTo("my_own_secret_of_24_and_more");
    }

    @Test
    void has_no_secret_and_no_oauth_unless_asked() {
        JsonNode client = create("\"RefreshTokenValidity\": 7");

        assertThat(client.has("ClientSecret")).isFalse();
        assertThat(client.get("AllowedOAuthFlowsUserPoolClient").asBoolean()).isFalse();
        assertThat(client.get("RefreshTokenValidity").asInt()).isEqualTo(7);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"GenerateSecret\": true, \"ClientSecret\": \"my_own_secret_of_24_and_more\" |"
                        + " InvalidParameterException: GenerateSecret and ClientSecret can not be used together.",
                "\"AllowedOAuthFlowsUserPoolClient\": true | InvalidParameterException: AllowedOAuthFlows and"
                        + " AllowedOAuthScopes are required if user pool client is allowed to use OAuth flows.",
                "\"AllowedOAuthFlows\": [\"client_credentials\"] | InvalidParameterException: client_credentials flow can"
                        + " not be selected if client does not have a client secret.",
                "\"GenerateSecret\": true, \"AllowedOAuthFlows\": [\"client_credentials\", \"code\"] |"
                        + " InvalidOAuthFlowException: client_credentials flow can not be selected along with code flow or"
                        + " implicit flow.",
                "\"GenerateSecret\": true, \"AllowedOAuthFlows\": [\"client_credentials\"], \"AllowedOAuthScopes\":"
                        + " [\"openid\"] | InvalidOAuthFlowException: openid is not supported with client_credentials"
                        + " flow",
                "\"AllowedOAuthScopes\": [\"orders/gone\"] | ScopeDoesNotExistException: Invalid scope requested:"
                        + " orders/gone",
                "\"AccessTokenValidity\": 4, \"TokenValidityUnits\": {\"AccessToken\": \"minutes\"} |"
                        + " InvalidParameterException: Invalid range for token validity.",
                "\"AccessTokenValidity\": 25 | InvalidParameterException: Invalid range for token validity.",
                "\"AccessTokenValidity\": 86401, \"TokenValidityUnits\": {\"AccessToken\": \"seconds\"} |"
                        + " InvalidParameterException: 1 validation error detected: Value '86401' at"
                        + " 'accessTokenValidity' failed to satisfy constraint: Member must have value less than or equal"
                        + " to 86400",
                "\"ExplicitAuthFlows\": [\"ALLOW_CLIENT_TOKEN_AUTH\", \"ALLOW_USER_SRP_AUTH\"] |"
                        + " InvalidParameterException: ALLOW_CLIENT_TOKEN_AUTH can not be selected along with other"
                        + " authentication flows."
            })
    void refuses_what_cognito_refuses(String members, String error) {
        assertThat(api.error("CreateUserPoolClient", named(members))).isEqualTo(error);
    }

    @ParameterizedTest
    @CsvSource({"5, minutes, 300", "1, days, 86400", "300, seconds, 300", "24, hours, 86400"})
    void knows_the_units_of_the_validity(int validity, String unit, int seconds) {
        String id = create("\"AccessTokenValidity\": %d, \"TokenValidityUnits\": {\"AccessToken\": \"%s\"}"
                        .formatted(validity, unit))
                .get("ClientId")
                .asText();

        assertThat(api.client(pool, id).accessTokenValidity()).hasSeconds(seconds);
    }

    @Test
    void lets_people_have_their_scopes() {
        assertThat(create("\"AllowedOAuthFlows\": [\"code\"], \"AllowedOAuthFlowsUserPoolClient\": true,"
                                + " \"AllowedOAuthScopes\": [\"openid\", \"orders/read\"]")
                        .get("AllowedOAuthScopes"))
                .hasSize(2);
    }

    @Test
    void returns_what_an_update_leaves_out_to_its_default_and_keeps_the_secret() {
        JsonNode client = create(MACHINE + ", \"AccessTokenValidity\": 2");

        JsonNode updated = api.ok("UpdateUserPoolClient", Api.with(idOf(client), "\"ClientName\": \"renamed\""))
                .get("UserPoolClient");

        assertThat(updated.get("ClientName").asText()).isEqualTo("renamed");
        assertThat(updated.get("ClientSecret")).isEqualTo(client.get("ClientSecret"));
        assertThat(updated.has("AccessTokenValidity")).isFalse();
        assertThat(updated.get("AllowedOAuthFlowsUserPoolClient").asBoolean()).isFalse();
    }

    @Test
    void checks_an_update_too() {
        assertThat(api.error("UpdateUserPoolClient", Api.with(idOf(create(MACHINE)), "\"AccessTokenValidity\": 48")))
                .isEqualTo("InvalidParameterException: Invalid range for token validity.");
    }

    @Test
    void deletes_a_client() {
        JsonNode client = create(MACHINE);

        api.ok("DeleteUserPoolClient", idOf(client));

        assertThat(api.error("DescribeUserPoolClient", idOf(client)))
                .isEqualTo("ResourceNotFoundException: User pool client "
                        + client.get("ClientId").asText() + " does not exist.");
    }

    private static JsonNode create(String members) {
        return api.ok("CreateUserPoolClient", named(members)).get("UserPoolClient");
    }

    private static String named(String members) {
        return Api.with(Api.of(pool), "\"ClientName\": \"machine\", " + members);
    }

    private static String idOf(JsonNode client) {
        return Api.with(
                Api.of(pool), "\"ClientId\": \"" + client.get("ClientId").asText() + "\"");
    }

    private static JsonNode describe(JsonNode client) {
        return api.ok("DescribeUserPoolClient", idOf(client)).get("UserPoolClient");
    }
}
