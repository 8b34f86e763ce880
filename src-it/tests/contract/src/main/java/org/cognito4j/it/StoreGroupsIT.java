package org.cognito4j.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.cognito4j.it.Contract.EXPIRED;
import static org.cognito4j.it.Contract.READER;
import static org.cognito4j.it.Contract.assertRefused;

import java.net.URL;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.OperateOnDeployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Applications with an identity store that gives every caller the group {@code write}. */
@ExtendWith(ArquillianExtension.class)
@NeedsJakartaSecurity
class StoreGroupsIT {

    private static final String LIMITED = Pools.token("both", "read");

    @Deployment(name = "groups-ignored", testable = false)
    static WebArchive ignoring() {
        return ContractApplication.named("groups-ignored")
                .addPackage("org.cognito4j.it.groups")
                .addPackage("org.cognito4j.it.stores");
    }

    @Deployment(name = "groups-wanted", testable = false)
    static WebArchive wanting() {
        return ContractApplication.named(
                        "groups-wanted",
                        Settings.trusting(Pools.TRUSTED)
                                .with("cognito.store-groups-as-roles", "true")
                                .with("cognito.clients.\"both\".roles", "read"),
                        Settings.NONE)
                .addPackage("org.cognito4j.it.groups");
    }

    @Test
    void give_a_machine_no_role_by_default(@ArquillianResource @OperateOnDeployment("groups-ignored") URL base) {
        assertThat(Client.send(base, "GET", "read/x", READER).report()).containsEntry("roles", "read,**");
        assertRefused(Client.send(base, "GET", "write/x", READER), 403);
    }

    @Test
    void do_not_ask_a_store_that_throws_for_a_caller_whom_it_does_not_know(
            @ArquillianResource @OperateOnDeployment("groups-ignored") URL base) {
        assertThat(throwing(base, READER).report()).containsEntry("caller", "reader");
    }

    @ParameterizedTest
    @ValueSource(strings = {"throws", "overflows", "answers-nothing", "lets-everybody-in"})
    void do_not_ask_a_store_that_would_decide_about_a_token(
            String way, @ArquillianResource @OperateOnDeployment("groups-ignored") URL base) {
        assertThat(hostile(base, way, READER).report()).containsEntry("caller", "reader");
        assertRefused(hostile(base, way, EXPIRED), 401);
    }

    private static Reply hostile(URL base, String way, String token) {
        return Client.sendWithHeaders(base, "GET", "read/x", "Store", way, "Authorization", "Bearer " + token);
    }

    @Test
    void give_a_machine_roles_where_that_is_set(@ArquillianResource @OperateOnDeployment("groups-wanted") URL base) {
        assertThat(Client.send(base, "GET", "write/x", READER).report())
                .containsEntry("caller", "reader")
                .containsEntry("roles", "read,write,**");
    }

    @Test
    void give_an_app_client_none_beyond_those_that_it_may_have(
            @ArquillianResource @OperateOnDeployment("groups-wanted") URL base) {
        assertThat(Client.send(base, "GET", "read/x", LIMITED).report()).containsEntry("roles", "read,**");
        assertRefused(Client.send(base, "GET", "write/x", LIMITED), 403);
    }

    @Test
    void name_the_store_that_throws_once_and_with_its_stack_trace(
            @ArquillianResource @OperateOnDeployment("groups-wanted") URL base) {
        try (ServerLog log = ServerLog.open()) {
            assertRefused(throwing(base, READER), 503);
            assertRefused(throwing(base, READER), 503);

            await().until(() -> log.records().stream().anyMatch(StoreGroupsIT::namesStore));
            assertThat(log.records().stream().filter(StoreGroupsIT::namesStore)).hasSize(1);
        }
    }

    private static boolean namesStore(String line) {
        return line.contains("The identity store org.cognito4j.it.groups.GroupStore threw an exception");
    }

    private static Reply throwing(URL base, String token) {
        return Client.sendWithHeaders(
                base, "GET", "read/x", "Group-Store", "throws", "Authorization", "Bearer " + token);
    }
}
