package org.cognito4j.localpool.control;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.cognito4j.localpool.Api;
import org.cognito4j.localpool.AppClient;
import org.cognito4j.localpool.Caller;
import org.cognito4j.localpool.LocalCognito;
import org.cognito4j.localpool.LocalPool;
import org.cognito4j.localpool.Tokens;
import org.cognito4j.localpool.Tool;
import org.cognito4j.localpool.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo's templates, read and checked by the tools of those who define their languages. */
class TemplatesInteropTest {
    private static final Path PROVISIONING = Tool.MODULE.resolve("../demo-war/provisioning");
    private static final Path NODE = Tool.MODULE.resolve("interop/node");
    private static final String SCOPES =
            "${[for scope in each.value : \"${aws_cognito_resource_server.orders.identifier}/${scope}\"]}";

    /** How Terraform abbreviates what the API spells out. */
    private static final Map<String, Map<String, String>> OWN_NAMES = Map.of(
            "CreateUserPool", Map.of("name", "PoolName"),
            "CreateUserPoolClient", Map.of("name", "ClientName"),
            "CreateResourceServer", Map.of("scope", "Scopes"));

    @Test
    void the_cloudformation_template_fits_the_specification_of_aws() {
        assertThat(checked(PROVISIONING.resolve("cloudformation.yaml")).output())
                .isEqualTo("Pool Orders Shop Auditor Billing Stranger Domain");
    }

    @Test
    void a_template_with_mistakes_does_not_fit(@TempDir Path folder) throws Exception {
        Path faulty = folder.resolve("faulty.yaml");
        Files.writeString(
                faulty,
                Files.readString(PROVISIONING.resolve("cloudformation.yaml"))
                        .replace("Identifier:", "Identifyer:")
                        .replace("AccessToken: minutes", "AccesToken: minutes")
                        .replace("GenerateSecret: true", "GenerateSecret: perhaps")
                        .replace("Domain: !Ref DomainPrefix", "Domain: !Ref Prefix"));

        assertThat(checked(faulty).complaint())
                .contains("Orders has no property Identifyer", "Orders lacks Identifier")
                .contains("Shop.TokenValidityUnits has no property AccesToken")
                .contains("Shop.GenerateSecret is no Boolean", "there is no Prefix");
    }

    @Test
    void the_terraform_file_makes_the_same_set_up() {
        JsonNode file = Tokens.json(new Tool(
                        "node",
                        NODE.resolve("hcl.mjs").toString(),
                        PROVISIONING.resolve("main.tf").toString())
                .output());
        JsonNode locals = file.at("/locals/0");
        try (LocalCognito cognito = LocalCognito.configure().start()) {
            Api api = new Api(cognito);
            String id = api.ok("CreateUserPool", input(file, "user_pool", "CreateUserPool", Map.of()))
                    .at("/UserPool/Id")
                    .asText();
            Map<String, String> known = Map.of(
                    "${aws_cognito_user_pool.orders.id}",
                    id,
                    "${local.api}",
                    locals.get("api").asText(),
                    "${var.domain_prefix}",
                    "orders-demo");
            api.ok("CreateResourceServer", input(file, "resource_server", "CreateResourceServer", known));
            locals.get("clients").properties().forEach(client -> {
                Map<String, String> each =
                        Map.of("${aws_cognito_user_pool.orders.id}", id, "${each.key}", client.getKey(), SCOPES, "");
                ObjectNode input =
                        (ObjectNode) Tokens.json(input(file, "user_pool_client", "CreateUserPoolClient", each));
                input.putArray("AllowedOAuthScopes")
                        .addAll(client.getValue()
                                .valueStream()
                                .map(scope ->
                                        (JsonNode) input.textNode(known.get("${local.api}") + "/" + scope.asText()))
                                .collect(Collectors.toList()));
                api.ok("CreateUserPoolClient", input.toString());
            });
            api.ok("CreateUserPoolDomain", input(file, "user_pool_domain", "CreateUserPoolDomain", known));

            LocalPool pool = cognito.pool(id);
            assertThat(pool.tokenEndpoint().getPath()).isEqualTo("/orders-demo/oauth2/token");
            assertThat(pool.clients())
                    .extracting(AppClient::name)
                    .containsExactlyInAnyOrder("shop", "auditor", "billing", "stranger");
            assertThat(pool.client("shop").allowedScopes()).hasSize(2);
            assertThat(pool.clients())
                    .allSatisfy(client -> assertThat(Caller.postAs(client, pool, "grant_type=client_credentials")
                                    .statusCode())
                            .isEqualTo(200));
        }
    }

    private static Tool checked(Path template) {
        return new Tool("node", NODE.resolve("cloudformation.mjs").toString(), template.toString());
    }

    /** A resource's arguments as the input of the operation that makes it. */
    private static String input(JsonNode file, String resource, String operation, Map<String, String> known) {
        JsonNode arguments = file.at("/resource/aws_cognito_" + resource)
                .valueStream()
                .findFirst()
                .orElseThrow()
                .get(0);
        ObjectNode input = translated(
                arguments,
                ServiceModel.shape(operation + "Request"),
                OWN_NAMES.getOrDefault(operation, Map.of()),
                known);
        return input.toString();
    }

    private static ObjectNode translated(
            JsonNode arguments, JsonNode shape, Map<String, String> own, Map<String, String> known) {
        ObjectNode input = Json.object();
        arguments.properties().stream()
                .filter(argument -> !argument.getKey().equals("for_each"))
                .forEach(argument -> {
                    String name = own.getOrDefault(argument.getKey(), member(shape, argument.getKey()));
                    JsonNode type =
                            ServiceModel.shape(shape.at("/members/" + name).asText());
                    input.set(name, value(argument.getValue(), type, known));
                });
        return input;
    }

    private static JsonNode value(JsonNode given, JsonNode type, Map<String, String> known) {
        if (type.path("type").asText().equals("structure")) {
            return translated(given.isArray() ? given.get(0) : given, type, Map.of(), known);
        }
        if (given.isArray()) {
            JsonNode item = ServiceModel.shape(type.get("member").asText());
            return Json.value(
                    given.valueStream().map(each -> value(each, item, known)).toList());
        }
        if (given.isTextual() && given.asText().startsWith("${")) {
            assertThat(known).containsKey(given.asText());
            return Json.value(known.get(given.asText()));
        }
        return given;
    }

    /** Terraform's names are the API's in other letters. */
    private static String member(JsonNode shape, String argument) {
        String plain = argument.replace("_", "");
        return Tokens.names(shape.get("members")).stream()
                .filter(name -> name.toLowerCase(Locale.ROOT).equals(plain))
                .findFirst()
                .orElse("no member for " + argument);
    }
}
