package org.cognito4j.localpool;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The AWS CLI as Debian has it; it does not know the operations of 2026, which the SDK's test has. */
class AwsCliInteropTest {
    private static final String PROVISIONING =
            Tool.MODULE.resolve("../demo-war/provisioning/provision.sh").toString();
    private static final String READ = "https://orders.example.com/orders.read";

    private static LocalCognito cognito;

    @BeforeAll
    static void start() {
        cognito = LocalCognito.configure().start();
    }

    @AfterAll
    static void close() {
        cognito.close();
    }

    @Test
    void builds_the_demos_set_up_with_the_script_that_builds_it_in_aws() {
        Map<String, String> printed = settings(aws(PROVISIONING)
                .with("DOMAIN_PREFIX", "orders-demo")
                .with(
                        "AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER",
                        cognito.uri().toString())
                .output());

        LocalPool pool = cognito.pool(printed.get("COGNITO_USER_POOL_ID"));
        assertThat(pool.userPoolId()).startsWith("eu-west-1_");
        assertThat(pool.tokenEndpoint()).hasToString(cognito.uri() + "/orders-demo/oauth2/token");
        assertThat(pool.clients())
                .extracting(AppClient::name)
                .containsExactly("shop", "auditor", "billing", "stranger");
        assertThat(pool.client("shop").allowedScopes()).hasSize(2);
        assertThat(Caller.postWithBasic(
                                printed.get("AUDITOR_ID") + ":" + printed.get("AUDITOR_SECRET"),
                                pool,
                                "grant_type=client_credentials&scope=" + READ)
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void does_every_operation_it_knows() {
        String pool = cli("create-user-pool --pool-name cli --query UserPool.Id");
        String inPool = " --user-pool-id " + pool;
        cli("update-user-pool --mfa-configuration OFF" + inPool);
        assertThat(cli("describe-user-pool --query UserPool.Name" + inPool)).isEqualTo("cli");
        assertThat(cli("list-user-pools --max-results 60 --query UserPools[].Name"))
                .contains("cli");
        String arn = cli("describe-user-pool --query UserPool.Arn" + inPool);
        cli("tag-resource --tags team=orders --resource-arn " + arn);
        cli("untag-resource --tag-keys other --resource-arn " + arn);
        assertThat(cli("list-tags-for-resource --query Tags.team --resource-arn " + arn))
                .isEqualTo("orders");

        String api = inPool + " --identifier api";
        cli("create-resource-server --name api --scopes ScopeName=read,ScopeDescription=read" + api);
        cli("update-resource-server --name api --scopes ScopeName=read,ScopeDescription=all" + api);
        assertThat(cli("describe-resource-server --query ResourceServer.Scopes[].ScopeDescription" + api))
                .isEqualTo("all");
        assertThat(cli("list-resource-servers --query ResourceServers[].Identifier" + inPool))
                .isEqualTo("api");

        String machine = " --client-name machine --allowed-o-auth-flows client_credentials"
                + " --allowed-o-auth-flows-user-pool-client --allowed-o-auth-scopes api/read" + inPool;
        String client = cli("create-user-pool-client --generate-secret --query UserPoolClient.ClientId" + machine);
        String itself = inPool + " --client-id " + client;
        cli("update-user-pool-client --access-token-validity 2" + machine + " --client-id " + client);
        assertThat(cli("describe-user-pool-client --query UserPoolClient.AccessTokenValidity" + itself))
                .isEqualTo("2");
        assertThat(cli("list-user-pool-clients --page-size 1 --query UserPoolClients[].ClientId" + inPool))
                .isEqualTo(client);

        cli("create-user-pool-domain --domain cli-domain" + inPool);
        assertThat(cli("describe-user-pool-domain --domain cli-domain --query DomainDescription.UserPoolId"))
                .isEqualTo(pool);
        cli("delete-user-pool-domain --domain cli-domain" + inPool);
        cli("delete-user-pool-client" + itself);
        cli("delete-resource-server" + api);
        cli("delete-user-pool" + inPool);

        assertThat(cognito.userPoolIds()).doesNotContain(pool);
    }

    @Test
    void understands_the_errors() {
        assertThat(complaint("describe-user-pool --user-pool-id eu-west-1_Missing"))
                .contains("(ResourceNotFoundException)", "User pool eu-west-1_Missing does not exist.");
        assertThat(complaint("admin-create-user --username ann --user-pool-id eu-west-1_Missing"))
                .contains("(UnknownOperationException)", "The local pool does not support AdminCreateUser.");
    }

    private static String cli(String line) {
        return tool(line).output();
    }

    private static String complaint(String line) {
        return tool(line).complaint();
    }

    private static Tool tool(String line) {
        return aws(Stream.concat(
                        Stream.of("aws", "--endpoint-url", cognito.uri().toString(), "--output", "text", "cognito-idp"),
                        Arrays.stream(line.split(" ")))
                .toArray(String[]::new));
    }

    private static Tool aws(String... command) {
        return new Tool(command)
                .with("AWS_ACCESS_KEY_ID", "any")
                .with("AWS_SECRET_ACCESS_KEY", "any")
                .with("AWS_DEFAULT_REGION", "eu-west-1")
                .with("AWS_PAGER", "");
    }

    private static Map<String, String> settings(String lines) {
        return List.of(lines.split("\n")).stream()
                .map(line -> line.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    }
}
