package org.cognito4j.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cognito4j.it.Contract.EXPIRED;
import static org.cognito4j.it.Contract.READER;
import static org.cognito4j.it.Contract.assertAskedForCredentials;
import static org.cognito4j.it.Contract.assertRefused;

import java.net.URL;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An application whose callers other identity stores give roles, one of which does what it should not. */
@ExtendWith(ArquillianExtension.class)
@NeedsJakartaSecurity
class HostileStoreIT {

    @ArquillianResource
    private URL base;

    @Deployment(testable = false)
    static WebArchive application() {
        return ContractApplication.named(
                        "hostile-store",
                        Settings.trusting(Pools.TRUSTED).with("cognito.store-groups-as-roles", "true"),
                        Settings.NONE)
                .addPackage("org.cognito4j.it.stores");
    }

    @ParameterizedTest
    @ValueSource(strings = {"throws", "overflows", "answers-nothing", "lets-everybody-in"})
    void lets_nobody_in_who_sends_a_token(String way) {
        int before = served();

        for (String path : new String[] {"read/x", "open/x", "any-caller/x", "authenticate/by-security-context"}) {
            for (String token : new String[] {READER, EXPIRED}) {
                Reply reply =
                        Client.sendWithHeaders(base, "GET", path, "Store", way, "Authorization", "Bearer " + token);

                assertRefused(reply, 503);
                assertThat(reply.header("Retry-After")).isNotEmpty();
                assertThat(reply.challenge()).isEmpty();
            }
        }

        assertThat(served()).isEqualTo(before + 1);
    }

    @Test
    void changes_nothing_where_it_has_nothing_to_say() {
        assertThat(Client.send(base, "GET", "read/x", READER).report()).containsEntry("caller", "reader");
        assertRefused(Client.send(base, "GET", "read/x", EXPIRED), 401);
        assertAskedForCredentials(Client.sendWithHeaders(base, "GET", "read/x", "Store", "lets-everybody-in"));
    }

    /** They hear what was decided and decide nothing. */
    @ParameterizedTest
    @ValueSource(strings = {"throws", "overflows"})
    void changes_nothing_by_observers_that_break_down(String way) {
        for (String path : new String[] {"read/x", "authenticate/by-security-context"}) {
            assertThat(observed(way, path, READER).report()).containsEntry("caller", "reader");
            Reply refused = observed(way, path, EXPIRED);
            assertRefused(refused, 401);
            assertThat(refused.reason()).isEqualTo("invalid_token token-expired");
        }
        assertRefused(observed(way, "write/x", READER), 403);
    }

    private Reply observed(String way, String path, String token) {
        return Client.sendWithHeaders(base, "GET", path, "Observer", way, "Authorization", "Bearer " + token);
    }

    private int served() {
        return Integer.parseInt(
                Client.send(base, "GET", "open/x", null).report().get("served"));
    }
}
