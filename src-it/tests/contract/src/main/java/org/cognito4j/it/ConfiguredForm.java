package org.cognito4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What holds whatever form the settings have. */
@ExtendWith(ArquillianExtension.class)
abstract class ConfiguredForm {

    @ArquillianResource
    URL base;

    @Test
    void lets_the_right_callers_in() {
        assertThat(with("reader", "read/x").report())
                .containsEntry("caller", "reader")
                .containsEntry("roles", "read,**");
        Contract.assertRefused(with("writer", "read/x"), 403);
    }

    @Test
    void asks_for_credentials_in_the_configured_realm() {
        Contract.assertAskedForCredentials(Client.send(base, "GET", "read/x", null));
    }

    @Test
    void refuses_clients_that_are_not_configured() {
        assertThat(with(Pools.STRANGER, "read/x").reason()).isEqualTo("invalid_token wrong-client");
    }

    private Reply with(String client, String path) {
        return Client.send(base, "GET", path, Pools.token(client, client.equals("writer") ? "write" : "read"));
    }
}
