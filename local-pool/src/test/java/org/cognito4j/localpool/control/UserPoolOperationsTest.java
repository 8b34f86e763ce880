package org.cognito4j.localpool.control;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import org.cognito4j.localpool.Api;
import org.cognito4j.localpool.Caller;
import org.cognito4j.localpool.LocalCognito;
import org.cognito4j.localpool.LocalPool;
import org.cognito4j.localpool.Tokens;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UserPoolOperationsTest {
    private static LocalCognito cognito;
    private static Api api;

    @BeforeAll
    static void start() {
        cognito = LocalCognito.configure().region("eu-west-1").start();
        api = new Api(cognito);
    }

    @AfterAll
    static void close() {
        cognito.close();
    }

    @Test
    void creates_a_pool_with_cognitos_defaults() {
        JsonNode pool = api.ok("CreateUserPool", "{\"PoolName\": \"m2m\"}").get("UserPool");

        String id = pool.get("Id").asText();
        assertThat(id).matches("eu-west-1_[0-9a-zA-Z]{9}");
        assertThat(pool.get("Arn").asText()).isEqualTo("arn:aws:cognito-idp:eu-west-1:123456789012:userpool/" + id);
        assertThat(pool.get("Name").asText()).isEqualTo("m2m");
        assertThat(pool.get("SchemaAttributes")).hasSize(20);
        assertThat(pool.get("DeletionProtection").asText()).isEqualTo("INACTIVE");
        assertThat(pool.at("/IssuerConfiguration/Type").asText()).isEqualTo("ORIGINAL");
        assertThat(pool.get("CreationDate").asDouble())
                .isBetween(System.currentTimeMillis() / 1000.0 - 60, System.currentTimeMillis() / 1000.0);
    }

    @Test
    void describes_what_was_said_at_the_creation() {
        JsonNode created = api.ok("CreateUserPool", """
                {"PoolName": "m2m", "UserPoolTier": "PLUS", "UserPoolTags": {"team": "orders"},
                 "Schema": [{"Name": "plan", "AttributeDataType": "String"}]}""").get("UserPool");

        JsonNode described =
                api.ok("DescribeUserPool", Api.of(created.get("Id").asText())).get("UserPool");

        assertThat(described).isEqualTo(created);
        assertThat(described.get("UserPoolTier").asText()).isEqualTo("PLUS");
        assertThat(described.at("/SchemaAttributes/20/Name").asText()).isEqualTo("custom:plan");
    }

    @Test
    void returns_what_an_update_leaves_out_to_its_default() {
        String id = api.ok(
                        "CreateUserPool",
                        "{\"PoolName\": \"m2m\", \"UserPoolTier\": \"PLUS\", \"UserPoolTags\": {\"a\": \"b\"}}")
                .at("/UserPool/Id")
                .asText();

        api.ok("UpdateUserPool", Api.with(Api.of(id), "\"MfaConfiguration\": \"OPTIONAL\""));

        JsonNode pool = api.ok("DescribeUserPool", Api.of(id)).get("UserPool");
        assertThat(pool.get("MfaConfiguration").asText()).isEqualTo("OPTIONAL");
        assertThat(pool.get("UserPoolTier").asText()).isEqualTo("ESSENTIALS");
        assertThat(pool.at("/UserPoolTags/a").asText()).isEqualTo("b");
        assertThat(pool.get("Name").asText()).isEqualTo("m2m");
    }

    @Test
    void renames_a_pool() {
        String id = api.createPool();

        api.ok("UpdateUserPool", Api.with(Api.of(id), "\"PoolName\": \"other\""));

        assertThat(api.ok("DescribeUserPool", Api.of(id)).at("/UserPool/Name").asText())
                .isEqualTo("other");
    }

    @Test
    void lists_pools() {
        String id = api.createPool();

        JsonNode pools = api.ok("ListUserPools", "{\"MaxResults\": 60}").get("UserPools");

        assertThat(pools.findValuesAsText("Id")).contains(id);
        assertThat(Tokens.names(pools.get(0)))
                .containsExactly("Id", "Name", "LambdaConfig", "LastModifiedDate", "CreationDate");
    }

    @Test
    void deletes_a_pool() {
        String id = api.createPool();

        api.ok("DeleteUserPool", Api.of(id));

        assertThat(api.error("DescribeUserPool", Api.of(id)))
                .isEqualTo("ResourceNotFoundException: User pool " + id + " does not exist.");
    }

    @Test
    void does_not_delete_a_pool_with_a_domain() {
        String id = api.createPool();
        api.ok("CreateUserPoolDomain", Api.with(Api.of(id), "\"Domain\": \"still-there\""));

        assertThat(api.error("DeleteUserPool", Api.of(id)))
                .isEqualTo(
                        "InvalidParameterException: User pool cannot be deleted. It has a domain configured that should"
                                + " be deleted first.");
    }

    @Test
    void does_not_delete_a_protected_pool() {
        String id = api.ok("CreateUserPool", "{\"PoolName\": \"m2m\", \"DeletionProtection\": \"ACTIVE\"}")
                .at("/UserPool/Id")
                .asText();

        assertThat(api.error("DeleteUserPool", Api.of(id))).startsWith("InvalidParameterException: ");
    }

    @Test
    void keeps_tags() {
        String id = api.createPool();
        String resource = "{\"ResourceArn\": \"arn:aws:cognito-idp:eu-west-1:123456789012:userpool/" + id + "\"}";

        api.ok("TagResource", Api.with(resource, "\"Tags\": {\"a\": \"1\", \"b\": \"2\"}"));
        api.ok("UntagResource", Api.with(resource, "\"TagKeys\": [\"a\"]"));

        assertThat(api.ok("ListTagsForResource", resource)).hasToString("{\"Tags\":{\"b\":\"2\"}}");
    }

    @ParameterizedTest
    @CsvSource({
        "ORIGINAL, eu-west-1, https://cognito-idp.eu-west-1.amazonaws.com/",
        "UPDATED, eu-west-1, https://issuer-cognito-idp.eu-west-1.amazonaws.com/",
        "ORIGINAL, us-gov-west-1, https://cognito-idp.us-gov-west-1.amazonaws.com/",
        "ORIGINAL, cn-north-1, https://cognito-idp.cn-north-1.amazonaws.com.cn/",
        "ORIGINAL, eusc-de-east-1, https://cognito-idp.eusc-de-east-1.amazonaws.eu/"
    })
    void issues_under_amazons_name_when_told_so(String type, String region, String issuer) {
        try (LocalCognito real =
                LocalCognito.configure().amazonIssuers().region(region).start()) {
            String id = new Api(real)
                    .ok(
                            "CreateUserPool",
                            "{\"PoolName\": \"m2m\", \"IssuerConfiguration\": {\"Type\": \"" + type + "\"}}")
                    .at("/UserPool/Id")
                    .asText();
            LocalPool pool = real.pool(id);

            assertThat(pool.issuer()).isEqualTo(issuer + id);
            assertThat(Tokens.publishedKeys(pool)).hasSize(2);
            assertThat(pool.keySetAddress()).hasToString(real.uri() + "/" + id + "/.well-known/jwks.json");
        }
    }

    @Test
    void has_an_updated_issuer_on_loopback_too() {
        String id = api.ok(
                        "CreateUserPool", "{\"PoolName\": \"m2m\", \"IssuerConfiguration\": {\"Type\": \"UPDATED\"}}")
                .at("/UserPool/Id")
                .asText();
        LocalPool pool = cognito.pool(id);

        assertThat(pool.issuer()).isEqualTo(cognito.uri() + "/issuer-cognito-idp/" + id);
        assertThat(Tokens.json(Caller.get(URI.create(pool.issuer() + "/.well-known/openid-configuration"))
                                .body())
                        .get("issuer")
                        .asText())
                .isEqualTo(pool.issuer());
        assertThat(Tokens.publishedKeys(pool)).hasSize(2);
    }
}
