package org.cognito4j.localpool.control;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.cognito4j.localpool.Api;
import org.cognito4j.localpool.Caller;
import org.cognito4j.localpool.LocalCognito;
import org.cognito4j.localpool.Tokens;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ControlPlaneTest {
    private static final String ENDLESS = "{\"MaxResults\": 1, \"NextToken\": \"" + "x".repeat(1 << 20) + "\"}";

    private static LocalCognito cognito;
    private static Api api;

    @BeforeAll
    static void start() {
        cognito = LocalCognito.configure().start();
        api = new Api(cognito);
    }

    @AfterAll
    static void close() {
        cognito.close();
    }

    @Test
    void answers_in_aws_json_with_a_request_id() {
        HttpResponse<String> answer = api.call("ListUserPools", "{\"MaxResults\": 1}");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/x-amz-json-1.1");
        assertThat(UUID.fromString(
                        answer.headers().firstValue("x-amzn-RequestId").orElseThrow()))
                .isNotNull();
    }

    @Test
    void names_an_error_in_the_header_and_in_the_body() {
        HttpResponse<String> answer = api.call("DescribeUserPool", Api.of("eu-west-1_Missing"));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body())
                .isEqualTo("{\"__type\":\"ResourceNotFoundException\","
                        + "\"message\":\"User pool eu-west-1_Missing does not exist.\"}");
        assertThat(answer.headers().firstValue("x-amzn-errortype")).hasValue("ResourceNotFoundException:");
        assertThat(answer.headers().firstValue("x-amzn-errormessage"))
                .hasValue("User pool eu-west-1_Missing does not exist.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"AdminCreateUser", "InitiateAuth", "CreateUserPoolReplica"})
    void says_which_operations_of_cognito_it_lacks(String operation) {
        assertThat(api.error(operation, "{}"))
                .startsWith("UnknownOperationException: The local pool does not support " + operation
                        + ". It supports: CreateUserPool, ");
    }

    @Test
    void refuses_operations_that_cognito_does_not_have_either() {
        assertThat(api.error("MakeCoffee", "{}")).startsWith("UnknownOperationException: There is no such operation");
        assertThat(Caller.send(api.request("ListUserPools", "{}")
                                .setHeader("X-Amz-Target", "DynamoDB_20120810.ListTables")
                                .build())
                        .statusCode())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{", "{\"MaxResults\": 1, \"MaxResults\": 2}", "{} {}"})
    void refuses_what_is_not_one_json_object(String input) {
        assertThat(api.error("ListUserPools", input)).startsWith("SerializationException: ");
    }

    @Test
    void refuses_an_endless_input() {
        assertThat(api.error("ListUserPools", ENDLESS)).isEqualTo("SerializationException: The request is too long");
    }

    @Test
    void refuses_an_endless_input_whose_length_is_not_told() {
        BodyPublisher chunks = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(ENDLESS.getBytes(UTF_8)));
        assertThat(Caller.send(api.request("ListUserPools", "{}").POST(chunks).build())
                        .body())
                .contains("The request is too long");
    }

    @Test
    void ignores_members_it_does_not_know() {
        assertThat(api.ok("ListUserPools", "{\"MaxResults\": 1, \"Surprise\": {}}")
                        .has("UserPools"))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ListUserPools | {} | 1 validation error detected: Value null at 'maxResults' failed to satisfy"
                        + " constraint: Member must not be null",
                "ListUserPools | {\"MaxResults\": 61} | 1 validation error detected: Value '61' at 'maxResults' failed to"
                        + " satisfy constraint: Member must have value less than or equal to 60",
                "ListUserPools | {\"MaxResults\": 0} | 1 validation error detected: Value '0' at 'maxResults' failed to"
                        + " satisfy constraint: Member must have value greater than or equal to 1",
                "DescribeUserPool | {\"UserPoolId\": \"nonsense\"} | 1 validation error detected: Value 'nonsense' at"
                        + " 'userPoolId' failed to satisfy constraint: Member must satisfy regular expression pattern:"
                        + " [\\w-]+_[0-9a-zA-Z]+",
                "CreateUserPool | {\"PoolName\": \"\", \"DeletionProtection\": \"MAYBE\"} | 3 validation errors detected:"
                        + " Value '' at 'poolName' failed to satisfy constraint: Member must satisfy regular expression"
                        + " pattern: [\\w\\s+=,.@-]+; Value '' at 'poolName' failed to satisfy constraint: Member must"
                        + " have length greater than or equal to 1; Value 'MAYBE' at 'deletionProtection' failed to"
                        + " satisfy constraint: Member must satisfy enum value set: [ACTIVE, INACTIVE]",
                "CreateUserPoolClient | {\"UserPoolId\": \"a_b\", \"ClientName\": \"c\", \"AllowedOAuthFlows\": [\"code\","
                        + " \"token\"]} | 1 validation error detected: Value '[code, token]' at 'allowedOAuthFlows'"
                        + " failed to satisfy constraint: Member must satisfy constraint: [Member must satisfy enum value"
                        + " set: [code, implicit, client_credentials]]",
                "CreateResourceServer | {\"UserPoolId\": \"a_b\", \"Identifier\": \"i\", \"Name\": \"n\", \"Scopes\":"
                        + " [{\"ScopeName\": \"a/b\"}]} | 2 validation errors detected: Value null at"
                        + " 'scopes.1.member.scopeDescription' failed to satisfy constraint: Member must not be null;"
                        + " Value 'a/b' at 'scopes.1.member.scopeName' failed to satisfy constraint: Member must satisfy"
                        + " regular expression pattern: [\\x21\\x23-\\x2E\\x30-\\x5B\\x5D-\\x7E]+",
                "AddUserPoolClientSecret | {\"UserPoolId\": \"a_b\", \"ClientId\": \"c\", \"ClientSecret\": \"short\"} | 1"
                        + " validation error detected: Value at 'clientSecret' failed to satisfy constraint: Member must"
                        + " have length greater than or equal to 24",
                "CreateUserPoolDomain | {\"UserPoolId\": \"a_b\", \"Domain\": \"UPPER\"} | 1 validation error detected:"
                        + " Value 'UPPER' at 'domain' failed to satisfy constraint: Member must satisfy regular"
                        + " expression pattern: ^[a-z0-9](?:[a-z0-9\\-]{0,61}[a-z0-9])?$"
            })
    void says_what_is_wrong_in_amazons_words(String operation, String input, String message) {
        assertThat(api.error(operation, input)).isEqualTo("InvalidParameterException: " + message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ListUserPools | {\"MaxResults\": \"1\"}",
                "CreateUserPool | {\"PoolName\": 1}",
                "CreateUserPool | {\"PoolName\": \"p\", \"Policies\": []}",
                "CreateUserPool | {\"PoolName\": \"p\", \"UserPoolTags\": \"t\"}",
                "CreateResourceServer | {\"UserPoolId\": \"a_b\", \"Identifier\": \"i\", \"Name\": \"n\", \"Scopes\": true}"
            })
    void refuses_members_of_another_type(String operation, String input) {
        assertThat(api.error(operation, input)).startsWith("SerializationException: ");
    }

    @Test
    void checks_values_in_maps() {
        assertThat(api.error(
                        "CreateUserPool",
                        "{\"PoolName\": \"p\", \"UserPoolTags\": {\"k\": \"%s\"}}".formatted("v".repeat(257))))
                .contains(
                        "at 'userPoolTags.k.member' failed to satisfy constraint: Member must have length less than or"
                                + " equal to 256");
    }

    @Test
    void makes_pools_in_the_region_the_caller_signed_for() {
        String id = Tokens.json(Caller.send(api.request("CreateUserPool", "{\"PoolName\": \"signed\"}")
                                .header(
                                        "Authorization",
                                        "AWS4-HMAC-SHA256 Credential=any/20261122/ap-southeast-2/cognito-idp/aws4_request,"
                                                + " SignedHeaders=host, Signature=00")
                                .build())
                        .body())
                .at("/UserPool/Id")
                .asText();

        assertThat(id).matches("ap-southeast-2_[0-9a-zA-Z]{9}");
        assertThat(api.createPool()).matches("us-east-1_[0-9a-zA-Z]{9}");
    }

    @Test
    void pages_through_a_list_without_repeating_or_losing_anything() {
        String pool = api.createPool();
        for (int i = 0; i < 5; i++) {
            api.ok("CreateUserPoolClient", Api.with(Api.of(pool), "\"ClientName\": \"c" + i + "\""));
        }
        String input = Api.with(Api.of(pool), "\"MaxResults\": 2");

        JsonNode first = api.ok("ListUserPoolClients", input);
        JsonNode second = api.ok("ListUserPoolClients", next(input, first));
        JsonNode third = api.ok("ListUserPoolClients", next(input, second));

        assertThat(first.findValuesAsText("ClientName")).containsExactly("c0", "c1");
        assertThat(second.findValuesAsText("ClientName")).containsExactly("c2", "c3");
        assertThat(third.findValuesAsText("ClientName")).containsExactly("c4");
        assertThat(third.has("NextToken")).isFalse();
    }

    private static String next(String input, JsonNode page) {
        return Api.with(input, "\"NextToken\": \"" + page.get("NextToken").asText() + "\"");
    }

    @Test
    void gives_no_token_after_a_full_last_page() {
        String pool = api.createPoolWithScopes();
        api.createClient(pool);

        assertThat(api.ok("ListUserPoolClients", Api.with(Api.of(pool), "\"MaxResults\": 1"))
                        .has("NextToken"))
                .isFalse();
    }

    @Test
    void refuses_a_token_it_did_not_make() {
        assertThat(api.error("ListUserPools", "{\"MaxResults\": 1, \"NextToken\": \"?\"}"))
                .startsWith("InvalidParameterException: ");
    }

    @Test
    void is_no_page_to_get() {
        assertThat(Caller.send(api.request("ListUserPools", "")
                                .method("PUT", BodyPublishers.noBody())
                                .build())
                        .statusCode())
                .isEqualTo(404);
    }
}
