package org.cognito4j.localpool.control;

import static org.assertj.core.api.Assertions.assertThat;

import org.cognito4j.localpool.Api;
import org.cognito4j.localpool.LocalCognito;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ResourceServerOperationsTest {
    private static LocalCognito cognito;
    private static Api api;

    private String pool;
    private String orders;

    @BeforeAll
    static void start() {
        cognito = LocalCognito.configure().start();
        api = new Api(cognito);
    }

    @AfterAll
    static void close() {
        cognito.close();
    }

    @BeforeEach
    void create_a_pool() {
        pool = api.createPoolWithScopes();
        orders = Api.with(Api.of(pool), "\"Identifier\": \"orders\"");
    }

    @Test
    void describes_a_resource_server() {
        assertThat(api.ok("DescribeResourceServer", orders).get("ResourceServer"))
                .hasToString(
                        "{\"UserPoolId\":\"" + pool + "\",\"Identifier\":\"orders\",\"Name\":\"Orders\",\"Scopes\":["
                                + "{\"ScopeName\":\"read\",\"ScopeDescription\":\"read\"},"
                                + "{\"ScopeName\":\"write\",\"ScopeDescription\":\"write\"}]}");
    }

    @Test
    void refuses_an_identifier_that_is_taken() {
        assertThat(api.error("CreateResourceServer", Api.with(orders, "\"Name\": \"again\"")))
                .isEqualTo("InvalidParameterException: orders already exists in user pool " + pool + ".");
    }

    @Test
    void replaces_all_scopes_in_an_update() {
        api.defineScopes("UpdateResourceServer", pool, "delete");

        assertThat(api.ok("DescribeResourceServer", orders).findValuesAsText("ScopeName"))
                .containsExactly("delete");
    }

    @Test
    void deletes_a_resource_server() {
        api.ok("DeleteResourceServer", orders);

        assertThat(api.ok("ListResourceServers", Api.of(pool)).get("ResourceServers"))
                .isEmpty();
        assertThat(api.error("DescribeResourceServer", orders)).startsWith("ResourceNotFoundException: ");
        assertThat(api.error("DeleteResourceServer", orders)).startsWith("ResourceNotFoundException: ");
        assertThat(api.error("UpdateResourceServer", Api.with(orders, "\"Name\": \"n\"")))
                .startsWith("ResourceNotFoundException: ");
    }

    @Test
    void lists_resource_servers() {
        assertThat(api.ok("ListResourceServers", Api.of(pool)).findValuesAsText("Identifier"))
                .containsExactly("orders");
    }

    @Test
    void has_25_resource_servers_at_most() {
        for (int i = 1; i < 25; i++) {
            api.ok(
                    "CreateResourceServer",
                    Api.with(Api.of(pool), "\"Identifier\": \"i%d\", \"Name\": \"n\"".formatted(i)));
        }

        assertThat(api.error(
                        "CreateResourceServer", Api.with(Api.of(pool), "\"Identifier\": \"i25\", \"Name\": \"n\"")))
                .startsWith("LimitExceededException: ");
    }

    @Test
    void needs_a_pool() {
        assertThat(api.error(
                        "CreateResourceServer",
                        "{\"UserPoolId\": \"eu-west-1_Missing\", \"Identifier\": \"i\", \"Name\": \"n\"}"))
                .isEqualTo("ResourceNotFoundException: User pool eu-west-1_Missing does not exist.");
    }
}
