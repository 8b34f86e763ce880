package org.cognito4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Protection by annotations on an enterprise bean, behind a servlet that is open. */
@ExtendWith(ArquillianExtension.class)
@Tag("ejb")
@NeedsJakartaSecurity
class EjbIT {

    private static final String READER = Pools.token("reader", "read");
    private static final String WRITER = Pools.token("writer", "write");

    @ArquillianResource
    private URL base;

    @Deployment(testable = false)
    static WebArchive application() {
        return ContractApplication.named("ejb", AuditTrail.settings(), Settings.NONE)
                .addPackages(false, "org.cognito4j.it.ejb", "org.cognito4j.it.figures");
    }

    @Test
    void lets_a_caller_with_the_role_in() {
        assertThat(call("read", READER).report())
                .containsEntry("caller", "reader")
                .containsEntry("reads", "true")
                .containsEntry("writes", "false");
    }

    @Test
    void keeps_callers_without_the_role_out() {
        Contract.assertRefused(call("read", WRITER), 403);
        assertThat(call("read", null).status()).isEqualTo(403);
    }

    @Test
    void lets_any_caller_in_where_a_caller_is_all_that_is_asked() {
        assertThat(call("any-caller", WRITER).report()).containsEntry("caller", "writer");
        assertThat(call("any-caller", null).status()).isEqualTo(403);
    }

    @Test
    void lets_nobody_in_where_nobody_may() {
        Contract.assertRefused(call("nobody", READER), 403);
        assertThat(call("nobody", null).status()).isEqualTo(403);
    }

    @Test
    void knows_the_roles_of_a_caller_whom_it_did_not_check() {
        assertThat(call("open", WRITER).report())
                .containsEntry("caller", "writer")
                .containsEntry("reads", "false")
                .containsEntry("writes", "true");
        assertThat(call("open", null).report())
                .containsEntry("reads", "false")
                .containsEntry("writes", "false")
                .doesNotContainEntry("caller", "writer");
    }

    /** Of the server's own check, of which the module hears by the exception alone. */
    @Test
    void has_one_record_of_a_caller_without_the_role_whom_the_application_does_not_answer_by_itself() {
        assertThat(decisions("uncaught", WRITER))
                .containsExactly("accepted by mechanism of writer", "insufficient-scope by bean of writer");
        assertThat(decisions("read", WRITER)).containsExactly("accepted by mechanism of writer");
        assertThat(new AuditTrail(base).anonymousIn(() -> call("uncaught", null)))
                .isOne();
    }

    private List<String> decisions(String method, String token) {
        return new AuditTrail(base).decisionsOf(() -> call(method, token));
    }

    @Test
    void knows_the_principal_of_the_token() {
        assertThat(call("read", READER).report()).containsEntry("principal", "CognitoPrincipal");
    }

    private Reply call(String method, @Nullable String token) {
        return Client.send(base, "GET", "ejb/" + method, token);
    }
}
