package org.cognito4j.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cognito4j.it.Contract.EXPIRED;
import static org.cognito4j.it.Contract.READER;
import static org.cognito4j.it.Contract.WRITER;
import static org.cognito4j.it.Contract.assertAskedForCredentials;

import java.net.URL;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An application that limits the module to some paths and has nothing else that could authenticate on the others. */
@ExtendWith(ArquillianExtension.class)
@NeedsConstraints
class LimitedPathsIT {

    @ArquillianResource
    private URL base;

    @Deployment(testable = false)
    static WebArchive application() {
        return ContractApplication.named(
                        "limited-paths",
                        AuditTrail.settings().with("cognito.paths", "/read/*, /open/api"),
                        Settings.NONE)
                .addPackage("org.cognito4j.it.figures");
    }

    @Test
    void works_as_ever_on_the_paths() {
        assertThat(Client.send(base, "GET", "read/x", READER).report()).containsEntry("caller", "reader");
        assertAskedForCredentials(Client.send(base, "GET", "read/x", null));
        assertThat(Client.send(base, "GET", "open/api", EXPIRED).status()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"write/x", "any-caller/x", "annotated", "nobody/x"})
    void keeps_closed_what_is_protected_elsewhere(String path) {
        for (String token : new String[] {null, READER, WRITER, EXPIRED, "a b"}) {
            Reply reply = Client.send(base, "GET", path, token);

            assertThat(reply.status()).as(path).isIn(401, 403);
            assertThat(reply.hasReport()).as(path).isFalse();
            assertThat(reply.challenge()).as(path).doesNotContain("Bearer");
        }
    }

    @Test
    void knows_nobody_elsewhere() {
        for (String token : new String[] {READER, EXPIRED}) {
            assertThat(Client.send(base, "GET", "open/x", token).report()).containsEntry("caller", "nobody");
            assertThat(Client.send(base, "GET", "authenticate/by-request", token)
                            .body())
                    .doesNotContain("caller=reader");
        }
    }

    @Test
    void refuses_elsewhere_to_ask_for_a_caller() {
        for (String token : new String[] {null, READER, EXPIRED}) {
            Reply reply = Client.send(base, "GET", "authenticate/by-request", token);

            assertThat(reply.status()).isEqualTo(403);
            assertThat(reply.challenge()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"write/x", "annotated", "authenticate/by-request"})
    void has_one_record_of_what_it_keeps_closed_elsewhere(String path) {
        String form = Form.CURRENT == Form.BARE ? "bare-jar" : "mechanism";
        for (String token : new String[] {null, READER, EXPIRED}) {
            assertThat(new AuditTrail(base).decisionsOf(() -> Client.send(base, "GET", path, token)))
                    .containsExactly("no-authentication by " + form + " of unverified");
        }
    }

    @Test
    void has_nobody_to_ask_for_elsewhere() {
        for (String token : new String[] {READER, EXPIRED}) {
            assertThat(Client.send(base, "GET", "authenticate/by-request", token)
                            .hasReport())
                    .isFalse();
        }
    }
}
