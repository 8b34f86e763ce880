package org.cognito4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The answer to a caller that an enterprise bean refuses, through servlets and resources. */
@ExtendWith(ArquillianExtension.class)
@Tag("ejb")
@NeedsJakartaSecurity
class RefusedByEjbIT {

    @ArquillianResource
    private URL base;

    @Deployment(testable = false)
    static WebArchive application() {
        return ContractApplication.named("refused-by-ejb", AuditTrail.settings(), Settings.NONE)
                .addPackages(false, "org.cognito4j.it.ejb.refused", "org.cognito4j.it.figures");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "refused/direct",
                "refused/nested",
                "refused/hidden",
                "refused-rest/direct",
                "refused-rest/nested",
                "refused-rest/hidden"
            })
    void is_that_of_any_refusal(String path) {
        assertThat(Client.send(base, "GET", path, Contract.WRITER).report()).containsEntry("opened", "yes");
        Reply refused = Client.send(base, "GET", path, Contract.READER);
        Contract.assertRefused(refused, 403);
        assertThat(refused.challenge()).endsWith("scope=\"" + Pools.API + "/write\"");
        Contract.assertAskedForCredentials(Client.send(base, "GET", path, null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "refused/direct",
                "refused/nested",
                "refused/hidden",
                "refused-rest/direct",
                "refused-rest/hidden"
            })
    void has_one_record(String path) {
        assertThat(new AuditTrail(base).decisionsOf(() -> Client.send(base, "GET", path, Contract.READER)))
                .containsExactly("accepted by mechanism of reader", "insufficient-scope by bean of reader for write");
    }

    @Test
    void leaves_the_transaction_alone() {
        assertThat(Client.send(base, "GET", "refused/allowed", Contract.READER).report())
                .containsEntry("refused", "403")
                .containsEntry("rolled-back", "false");
    }

    @Test
    void leaves_no_stack_trace_in_the_log() {
        try (ServerLog log = ServerLog.open()) {
            Client.send(base, "GET", "refused/direct", null);

            assertThat(log.records()).noneMatch(line -> line.contains("AccessRefused"));
        }
    }

    @Test
    void leaves_no_stack_trace_of_a_resource_in_the_log() {
        try (ServerLog log = ServerLog.open()) {
            Client.send(base, "GET", "refused-rest/direct", null);
            Client.send(base, "GET", "refused-rest/nested", null);

            assertThat(log.records()).noneMatch(line -> line.contains("AccessRefused"));
        }
    }
}
