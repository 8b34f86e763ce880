package org.cognito4j.jakarta.filter;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletContext;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.management.ObjectName;
import org.cognito4j.VerifierSettings;
import org.cognito4j.jakarta.CognitoService;
import org.cognito4j.jakarta.fake.FakeServlets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The policy file of an application, and filters with settings of their own. */
class FilterPolicyTest {

    @TempDir
    private Path folder;

    private final FakeServlets servlets = new FakeServlets();
    private final ServletContext context = servlets.context();
    private final CognitoFilter filter = new CognitoFilter();

    @BeforeEach
    void configure() {
        servlets.contextParameters.putAll(Map.of(
                "cognito.user-pool-id", "eu-west-1_AbCdEfGhI",
                "cognito.client-ids", "orders,ops",
                "cognito.policy-file", folder.resolve("policy.properties").toString()));
    }

    @AfterEach
    void stop() {
        filter.destroy();
    }

    @Test
    void lets_nobody_in_whom_a_filter_does_not_list() throws Exception {
        VerifierSettings pool = started(Map.of("cognito.client-ids", "ops"), "cognito.client-ids=orders,ops,billing");

        assertThat(pool.clientIds()).containsExactly("ops");
    }

    /** Otherwise the filter would accept what the policy lists as soon as it lists more. */
    @Test
    void lets_nobody_in_whom_a_filter_does_not_list_that_repeats_the_application() throws Exception {
        VerifierSettings pool =
                started(Map.of("cognito.client-ids", "orders,ops"), "cognito.client-ids=orders,ops,billing");

        assertThat(pool.clientIds()).containsExactlyInAnyOrder("orders", "ops");
    }

    @Test
    void decides_whatever_a_filter_leaves_open() throws Exception {
        VerifierSettings pool = started(
                Map.of("cognito.realm", "ops"),
                "cognito.client-ids=orders,ops,billing\ncognito.issued-before=2026-12-01T09:30:00Z");

        assertThat(pool.clientIds()).containsExactlyInAnyOrder("orders", "ops", "billing");
        assertThat(pool.issuedBefore("ops")).isEqualTo("2026-12-01T09:30:00Z");
    }

    @Test
    void cuts_off_clients_of_the_filter_and_of_the_application_alike() throws Exception {
        VerifierSettings pool = started(
                Map.of("cognito.client-ids", "ops"),
                "cognito.clients.\"ops\".denied=true\ncognito.clients.\"orders\".denied=true");

        assertThat(pool.deniesClient("ops")).isTrue();
        assertThat(pool.clientIds()).containsExactly("ops");
    }

    @Test
    void keeps_what_a_filter_sets_for_its_own_client_however_it_is_written() throws Exception {
        VerifierSettings pool = started(
                Map.of("cognito.client-ids", "ops", "cognito.clients.ops.name", "Operators"),
                "cognito.clients.\"ops\".name=Others\ncognito.clients.\"orders\".name=Orders");

        assertThat(pool.clientName("ops")).contains("Operators");
    }

    @Test
    void is_denied_over_by_hand_at_the_bean_of_the_filter() throws Exception {
        started(Map.of("cognito.client-ids", "ops"), "");
        ObjectName bean = new ObjectName("org.cognito4j:type=Security,application=\"/fake\",filter=\"ops\"");

        ManagementFactory.getPlatformMBeanServer()
                .invoke(bean, "denyClient", new Object[] {"ops"}, new String[] {String.class.getName()});

        assertThat(FilterServices.runningIn(context).get(0).verifier().denials().lines())
                .containsExactly("client ops: all tokens");
    }

    private VerifierSettings started(Map<String, String> parameters, String policy) throws Exception {
        Files.writeString(folder.resolve("policy.properties"), policy + "\n");
        filter.init(servlets.filter(context, "ops", new HashMap<>(parameters)));
        List<CognitoService> running = FilterServices.runningIn(context);
        return running.get(0).verifier().settings().get(0);
    }
}
