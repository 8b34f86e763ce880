package org.cognito4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is set for single app clients. */
@ExtendWith(ArquillianExtension.class)
class ClientPolicyIT {

    @ArquillianResource
    private URL base;

    @Deployment(testable = false)
    static WebArchive application() {
        return ContractApplication.named(
                "policy",
                Settings.trusting(Pools.TRUSTED)
                        .with("cognito.clients.\"reader\".name", "The reader")
                        .with("cognito.clients.\"both\".roles", "read")
                        .with("cognito.clients.\"writer\".denied", "true"),
                Settings.NONE);
    }

    @Test
    void refuses_the_token_of_a_denied_client_everywhere() {
        String token = Pools.token("writer", "write");

        for (String path : new String[] {"write/x", "open/x"}) {
            Reply reply = Client.send(base, "GET", path, token);
            Contract.assertRefused(reply, 401);
            assertThat(reply.reason()).isEqualTo("invalid_token client-denied");
        }
    }

    @Test
    void takes_from_a_limited_client_the_roles_it_may_not_have() {
        String token = Pools.token("both", "read", "write");

        assertThat(Client.send(base, "GET", "read/x", token).report()).containsEntry("roles", "read,**");
        Contract.assertRefused(Client.send(base, "GET", "write/x", token), 403);
    }

    /** A scope would not help this client. */
    @Test
    @NeedsRest
    void proposes_no_scope_to_a_client_that_may_not_have_the_role() {
        Reply reply = Client.send(base, "GET", "rest/class", Pools.token("both", "read", "write"));

        Contract.assertRefused(reply, 403);
        assertThat(reply.reason()).isEqualTo("insufficient_scope insufficient-scope");
        assertThat(reply.challenge()).doesNotContain("scope=\"");
    }

    @Test
    void names_the_caller_by_its_client_id_all_the_same() {
        assertThat(Client.send(base, "GET", "read/x", Pools.token("reader", "read"))
                        .report())
                .containsEntry("caller", "reader");
    }
}
