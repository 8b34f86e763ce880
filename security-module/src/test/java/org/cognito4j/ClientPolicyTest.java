package org.cognito4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is set for single app clients. */
class ClientPolicyTest {

    @Test
    void adds_up_whatever_the_order() {
        VerifierSettings settings = complete()
                .clientDenied("one", true)
                .clientRoles("one", List.of("read", "write"))
                .clientName("one", "Billing")
                .clientName("two", "Shipping")
                .build();

        assertThat(settings.clientSummaries())
                .containsExactly(
                        "one is \"Billing\", denied, may have only the roles read, write", "two is \"Shipping\"");
        assertThat(settings.clientName("one")).contains("Billing");
        assertThat(settings.deniesClient("one")).isTrue();
        assertThat(settings.deniesClient("two")).isFalse();
        assertThat(settings.deniesClient("stranger")).isFalse();
    }

    @Test
    void is_not_changed_by_what_it_was_made_from() {
        List<String> roles = new ArrayList<>(List.of("read"));
        VerifierSettings settings = complete().clientRoles("one", roles).build();
        roles.add("write");

        assertThat(settings.clientSummaries()).containsExactly("one, may have only the roles read");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "a\nb", "a\u0000", "\u202eabc", "\u200b", "a\u2028b", "a\u2029b", "\ud83d", "\u0085"})
    void takes_no_name_that_could_break_a_line_of_a_log(String name) {
        assertFaults(settings -> settings.clientName("one", name), "clients.\"one\".name");
    }

    @Test
    void takes_names_of_100_characters_and_no_more() {
        assertThat(complete().clientName("one", "n".repeat(100)).build().clientName("one"))
                .contains("n".repeat(100));
        assertFaults(settings -> settings.clientName("one", "n".repeat(101)), "clients.\"one\".name");
    }

    @Test
    void takes_names_in_any_script() {
        assertThat(complete()
                        .clientName("one", "Z\u00fcrich \ud83d\ude00")
                        .build()
                        .clientName("one"))
                .contains("Z\u00fcrich \ud83d\ude00");
    }

    @Test
    void is_for_clients_that_may_call() {
        assertFaults(settings -> settings.clientName("stranger", "S"), "clients.\"stranger\"");
        assertThat(complete()
                        .clientIds(List.of("*"))
                        .clientName("stranger", "S")
                        .build()
                        .clientName("stranger"))
                .contains("S");
    }

    @Test
    void limits_to_roles_that_something_gives() {
        assertFaults(settings -> settings.clientRoles("one", List.of()), "clients.\"one\".roles");
        assertFaults(settings -> settings.clientRoles("one", List.of("*")), "clients.\"one\".roles");
        assertFaults(
                settings -> settings.role("reader", List.of("read")).clientRoles("one", List.of("reader", "read")),
                "clients.\"one\".roles");
        assertFaults(
                settings -> settings.groupsAsRoles(true).clientRoles("one", List.of("**")), "clients.\"one\".roles");
        assertThat(complete()
                        .role("reader", List.of("read"))
                        .groupsAsRoles(true)
                        .clientRoles("one", List.of("staff"))
                        .build()
                        .clientSummaries())
                .hasSize(1);
    }

    private static void assertFaults(UnaryOperator<VerifierSettingsBuilder> change, String setting) {
        VerifierSettingsBuilder settings = change.apply(complete());

        assertThat(catchThrowableOfType(InvalidSettings.class, settings::build).faults())
                .extracting(SettingFault::setting)
                .containsExactly(setting);
    }

    private static VerifierSettingsBuilder complete() {
        return new VerifierSettingsBuilder().userPoolId("eu-west-1_AbCdEfGhI").clientIds(List.of("one", "two"));
    }
}
