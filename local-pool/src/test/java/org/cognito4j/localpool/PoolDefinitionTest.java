package org.cognito4j.localpool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PoolDefinitionTest {
    private static final String ID = "eu-west-1_LocalPool";

    @Test
    void generates_ids_and_secrets_that_look_like_cognitos() {
        AppClient one = onlyClient(PoolDefinition.builder(ID).client("one", client -> client));
        AppClient other = onlyClient(PoolDefinition.builder(ID).client("one", client -> client));

        assertThat(one.clientId()).matches("[0-9a-v]{26}").isNotEqualTo(other.clientId());
        assertThat(one.clientSecret()).matches("[0-9a-v]{52}").isNotEqualTo(other.clientSecret());
        assertThat(one.accessTokenValidity()).isEqualTo(Duration.ofHours(1));
        assertThat(one.allowedScopes()).isEmpty();
    }

    @Test
    void shows_no_secret() {
        PoolDefinition definition = Pools.orders();

        assertThat(definition.toString())
                .contains("1example23456789")
                .doesNotContain(Pools.ODD_SECRET)
                .doesNotContain(definition.clients().get(0).clientSecret());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"us-east-1_Lz6tsISUV", "us-gov-west-1_a", "eusc-de-east-1_0", "us-iso-east-1_X", "cn-north-1_abc"
            })
    void accepts_user_pool_ids_of_every_partition(String id) {
        assertThatCode(() -> PoolDefinition.builder(id).build()).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "eu-west-1", "eu-west-1_", "local_abc", "eu-west-1_a/b", "eu-west-1_a\n", "EU-west-1_a"})
    void refuses_other_user_pool_ids(String id) {
        assertThat(faults(() -> PoolDefinition.builder(id).build()))
                .singleElement()
                .asString()
                .startsWith("user-pool-id ");
    }

    @Test
    void limits_the_length_of_a_user_pool_id() {
        String longest = "eu-west-1_" + "a".repeat(45);

        assertThatCode(() -> PoolDefinition.builder(longest).build()).doesNotThrowAnyException();
        assertThat(faults(() -> PoolDefinition.builder(longest + "a").build())).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"PT4M59S, false", "PT5M, true", "PT5M1S, true", "PT5M0.5S, false", "PT24H, true", "PT24H1S, false"})
    void keeps_validities_between_five_minutes_and_a_day(Duration validity, boolean allowed) {
        PoolDefinition.Builder builder =
                PoolDefinition.builder(ID).client("billing", client -> client.accessTokenValidity(validity));

        assertThat(faults(builder::build))
                .hasSize(allowed ? 0 : 1)
                .allSatisfy(fault -> assertThat(fault).startsWith("clients.billing.access-token-validity "));
    }

    @ParameterizedTest
    @CsvSource({"23, false", "24, true", "64, true", "65, false"})
    void keeps_secrets_between_24_and_64_characters(int length, boolean allowed) {
        PoolDefinition.Builder builder =
                PoolDefinition.builder(ID).client("billing", client -> client.secret("s".repeat(length)));

        assertThat(faults(builder::build))
                .hasSize(allowed ? 0 : 1)
                .allSatisfy(fault ->
                        assertThat(fault).startsWith("clients.billing.secret ").doesNotContain("sss"));
    }

    @ParameterizedTest
    @CsvSource({"50, 0", "51, 1"})
    void limits_the_scopes_of_a_client(int count, int faults) {
        String[] scopes = IntStream.range(0, count).mapToObj(i -> "s" + i).toArray(String[]::new);
        PoolDefinition.Builder builder = PoolDefinition.builder(ID).resourceServer("api", scopes);
        String[] qualified =
                IntStream.range(0, count).mapToObj(i -> "api/s" + i).toArray(String[]::new);

        assertThat(faults(() ->
                        builder.client("c", client -> client.scopes(qualified)).build()))
                .hasSize(faults);
    }

    @ParameterizedTest
    @CsvSource({"100, 0", "101, 1"})
    void limits_the_scopes_of_a_resource_server(int count, int faults) {
        String[] scopes = IntStream.range(0, count).mapToObj(i -> "s" + i).toArray(String[]::new);

        assertThat(faults(() ->
                        PoolDefinition.builder(ID).resourceServer("api", scopes).build()))
                .hasSize(faults);
    }

    @Test
    void reports_all_faults_at_once_each_with_its_place() {
        PoolDefinition.Builder builder = PoolDefinition.builder("nonsense")
                .resourceServer("orders", "read", "re/ad", "read")
                .resourceServer("or ders")
                .resourceServer("orders")
                .client("bill\ning", client -> client)
                .client("a", client -> client.id("same").scopes("orders/read", "orders/gone", "orders/read"))
                .client("b", client -> client.id("same"))
                .client("c", client -> client.id("not an id"))
                .client("c", client -> client);

        assertThat(faults(builder::build))
                .extracting(fault -> fault.replaceFirst(" (is|has) .*", ""))
                .containsExactly(
                        "user-pool-id",
                        "resource-servers.orders[1]",
                        "resource-servers.orders[2]",
                        "resource-servers.or ders",
                        "resource-servers.orders",
                        "clients.bill?ing",
                        "clients.a.scopes[1]",
                        "clients.a.scopes[2]",
                        "clients.b.id",
                        "clients.c.id",
                        "clients.c");
    }

    private static AppClient onlyClient(PoolDefinition.Builder builder) {
        return builder.build().clients().get(0);
    }

    private static List<String> faults(ThrowingCallable attempt) {
        InvalidPoolDefinitionException refusal = catchThrowableOfType(InvalidPoolDefinitionException.class, attempt);
        return refusal == null ? List.of() : refusal.faults();
    }
}
