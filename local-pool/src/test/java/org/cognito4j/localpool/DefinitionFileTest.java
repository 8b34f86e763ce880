package org.cognito4j.localpool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DefinitionFileTest {
    private static final String GOOD = """
            user-pool-id: eu-west-1_LocalPool
            resource-servers:
              orders: [read, write]
              https://api.example.com:
                - read
            clients:
              billing:
                id: 1example23456789
                secret: 9bq0nf3sl2kd8t6vhm41a7rc5e
                scopes: [orders/read, https://api.example.com/read]
                access-token-validity: PT15M
              reporting:
                scopes: [orders/read]
              idle:
            """;

    @Test
    void reads_a_whole_definition(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("pool.yaml"), GOOD);

        PoolDefinition definition = PoolDefinition.read(file);

        assertThat(definition.userPoolId()).isEqualTo("eu-west-1_LocalPool");
        assertThat(definition.resourceServers())
                .containsExactly(
                        new ResourceServer("orders", List.of("read", "write")),
                        new ResourceServer("https://api.example.com", List.of("read")));
        assertThat(definition.clients().get(0))
                .isEqualTo(new AppClient(
                        "billing",
                        "1example23456789",
                        "9bq0nf3sl2kd8t6vhm41a7rc5e",
                        List.of("orders/read", "https://api.example.com/read"),
                        Duration.ofMinutes(15)));
        assertThat(definition.clients()).extracting(AppClient::name).containsExactly("billing", "reporting", "idle");
    }

    @Test
    void generates_what_is_left_out_afresh_at_each_reading() {
        AppClient first = read(GOOD).clients().get(1);
        AppClient second = read(GOOD).clients().get(1);

        assertThat(first.clientId()).isNotEqualTo(second.clientId());
        assertThat(first.clientSecret()).isNotEqualTo(second.clientSecret());
        assertThat(first.accessTokenValidity()).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void reports_faults_of_shape_and_of_value_at_once() {
        List<String> faults = faults("""
                user-pool-id: 12345
                resource-server: {}
                resource-servers:
                  orders: read
                clients:
                  billing:
                    id: 123
                    secret: short
                    scopes: [orders/gone, 7]
                    validity: PT1H
                    access-token-validity: 1h
                  reporting: yes please
                """);

        assertThat(faults)
                .extracting(fault -> fault.replaceFirst(" is .*", ""))
                .containsExactlyInAnyOrder(
                        "user-pool-id",
                        "resource-server",
                        "resource-servers.orders",
                        "clients.billing.id",
                        "clients.billing.secret",
                        "clients.billing.scopes[0]",
                        "clients.billing.scopes[1]",
                        "clients.billing.validity",
                        "clients.billing.access-token-validity",
                        "clients.reporting");
    }

    @Test
    void names_the_members_there_are_beside_one_there_is_not() {
        assertThat(faults("user-pool-id: eu-west-1_a\nclient: {}"))
                .containsExactly(
                        "client is not known: remove it or use one of clients, domain, resource-servers, user-pool-id");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# nothing", "---"})
    void asks_for_a_user_pool_id_in_an_empty_file(String yaml) {
        assertThat(faults(yaml)).singleElement().asString().startsWith("user-pool-id ");
    }

    @Test
    void tells_that_the_file_is_not_a_mapping() {
        assertThat(faults("- one\n- two")).first().asString().startsWith("the file is not a mapping");
    }

    @ParameterizedTest
    @ValueSource(strings = {"clients: [", "user-pool-id: 'a", "a: b: supersecret"})
    void tells_the_line_of_a_syntax_error_without_quoting_it(String yaml) {
        assertThat(faults("user-pool-id: eu-west-1_a\n" + yaml))
                .singleElement()
                .asString()
                .startsWith("line 2, column ")
                .doesNotContain("supersecret");
    }

    @Test
    void refuses_a_name_used_twice() {
        assertThat(faults("user-pool-id: eu-west-1_a\nuser-pool-id: eu-west-1_b"))
                .singleElement()
                .asString()
                .startsWith("line 2, column ");
    }

    private static PoolDefinition read(String yaml) {
        try {
            return PoolDefinition.read(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> faults(String yaml) {
        return catchThrowableOfType(InvalidPoolDefinitionException.class, () -> read(yaml))
                .faults();
    }
}
