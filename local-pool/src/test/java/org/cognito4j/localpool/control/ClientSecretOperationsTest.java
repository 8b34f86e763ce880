package org.cognito4j.localpool.control;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.cognito4j.localpool.Api;
import org.cognito4j.localpool.AppClient;
import org.cognito4j.localpool.Caller;
import org.cognito4j.localpool.LocalCognito;
import org.cognito4j.localpool.LocalPool;
import org.cognito4j.localpool.Tokens;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ClientSecretOperationsTest {
    private static final String OWN = "my_own_secret_of_24_and_more";
    private static final String GRANT = "grant_type=client_credentials";

    private static LocalCognito cognito;
    private static Api api;
    private static String pool;

    private AppClient client;
    private String clientOnly;

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

    @BeforeEach
    void create_a_client() {
        client = api.createClient(pool);
        clientOnly = Api.of(pool, client);
    }

    @Test
    void shows_a_generated_secret_once() {
        JsonNode added = api.ok("AddUserPoolClientSecret", clientOnly).get("ClientSecretDescriptor");

        assertThat(added.get("ClientSecretValue").asText()).matches("[0-9a-v]{52}");
        assertThat(added.get("ClientSecretId").asText()).matches(client.clientId() + "--\\d+");
        JsonNode listed = api.ok("ListUserPoolClientSecrets", clientOnly);
        assertThat(listed.get("ClientSecrets")).hasSize(2);
        assertThat(listed.findValues("ClientSecretValue")).isEmpty();
        assertThat(listed.has("NextToken")).isFalse();
    }

    @Test
    void does_not_repeat_a_secret_of_the_owners() {
        JsonNode added = addOwn();

        assertThat(Tokens.names(added)).containsExactly("ClientSecretId", "ClientSecretCreateDate");
    }

    @Test
    void gives_tokens_for_both_secrets_until_one_is_deleted() {
        addOwn();
        LocalPool local = cognito.pool(pool);
        String first = client.clientId() + ":" + client.clientSecret();
        String second = client.clientId() + ":" + OWN;
        assertThat(Caller.postWithBasic(first, local, GRANT).statusCode()).isEqualTo(200);
        assertThat(Caller.postWithBasic(second, local, GRANT).statusCode()).isEqualTo(200);

        delete(0);

        assertThat(Caller.postWithBasic(first, local, GRANT).body()).isEqualTo("{\"error\":\"invalid_client\"}");
        assertThat(Caller.postWithBasic(second, local, GRANT).statusCode()).isEqualTo(200);
    }

    @Test
    void refuses_a_third_secret() {
        addOwn();

        assertThat(api.error("AddUserPoolClientSecret", clientOnly)).startsWith("LimitExceededException: ");
    }

    @Test
    void keeps_the_last_secret() {
        assertThat(api.error("DeleteUserPoolClientSecret", Api.with(clientOnly, secretId(0))))
                .startsWith("InvalidParameterException: ");
    }

    @Test
    void tells_that_there_is_no_such_secret() {
        addOwn();

        assertThat(api.error("DeleteUserPoolClientSecret", Api.with(clientOnly, "\"ClientSecretId\": \"x--1\"")))
                .startsWith("ResourceNotFoundException: ");
    }

    @Test
    void gives_none_to_a_public_client() {
        String id = api.ok("CreateUserPoolClient", Api.with(Api.of(pool), "\"ClientName\": \"public\""))
                .at("/UserPoolClient/ClientId")
                .asText();

        assertThat(api.error("AddUserPoolClientSecret", Api.with(Api.of(pool), "\"ClientId\": \"" + id + "\"")))
                .startsWith("InvalidParameterException: ");
    }

    private JsonNode addOwn() {
        return api.ok("AddUserPoolClientSecret", Api.with(clientOnly, "\"ClientSecret\": \"" + OWN + "\""))
                .get("ClientSecretDescriptor");
    }

    private void delete(int index) {
        api.ok("DeleteUserPoolClientSecret", Api.with(clientOnly, secretId(index)));
    }

    private String secretId(int index) {
        return "\"ClientSecretId\": \""
                + api.ok("ListUserPoolClientSecrets", clientOnly)
                        .at("/ClientSecrets/" + index + "/ClientSecretId")
                        .asText()
                + "\"";
    }
}
