package org.cognito4j.localpool.control;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.cognito4j.localpool.Api;
import org.cognito4j.localpool.AppClient;
import org.cognito4j.localpool.Caller;
import org.cognito4j.localpool.LocalCognito;
import org.cognito4j.localpool.LocalPool;
import org.cognito4j.localpool.Tokens;
import org.junit.jupiter.api.Test;

/** Creates the resources of the demo's CloudFormation template, whose properties are the members of the API. */
class ProvisioningTest {
    private static final Path TEMPLATE =
            Path.of(System.getProperty("basedir", "."), "../demo-war/provisioning/cloudformation.yaml");
    private static final Map<String, String> OPERATIONS = Map.of(
            "AWS::Cognito::UserPool", "CreateUserPool",
            "AWS::Cognito::UserPoolResourceServer", "CreateResourceServer",
            "AWS::Cognito::UserPoolClient", "CreateUserPoolClient",
            "AWS::Cognito::UserPoolDomain", "CreateUserPoolDomain");

    @Test
    void creates_the_resources_of_the_cloudformation_template() throws IOException {
        JsonNode resources = new YAMLMapper().readTree(TEMPLATE.toFile()).get("Resources");

        try (LocalCognito cognito = LocalCognito.configure().start()) {
            resources.forEach(resource -> create(resource, cognito));

            LocalPool pool = cognito.pool(cognito.userPoolIds().get(0));
            assertThat(pool.clients())
                    .extracting(AppClient::name)
                    .containsExactly("shop", "auditor", "billing", "stranger");
            assertThat(pool.tokenEndpoint().getPath()).isEqualTo("/orders-demo/oauth2/token");
            assertThat(pool.clients())
                    .allSatisfy(client -> assertThat(Caller.postAs(client, pool, "grant_type=client_credentials")
                                    .statusCode())
                            .isEqualTo(200));
        }
    }

    /** References are read as the names they refer to: to the pool or to the parameter. */
    private static void create(JsonNode resource, LocalCognito cognito) {
        String operation = OPERATIONS.get(resource.get("Type").asText());
        ObjectNode input = resource.get("Properties").deepCopy();
        if (input.has("UserPoolName")) {
            input.set("PoolName", input.remove("UserPoolName"));
        }
        if (input.has("UserPoolId")) {
            input.put("UserPoolId", cognito.userPoolIds().get(0));
        }
        if (input.has("Domain")) {
            assertThat(input.get("Domain").asText()).isEqualTo("DomainPrefix");
            input.put("Domain", "orders-demo");
        }
        assertThat(Tokens.names(ServiceModel.shape(operation + "Request").get("members")))
                .containsAll(Tokens.names(input));
        new Api(cognito).ok(operation, input.toString());
    }
}
