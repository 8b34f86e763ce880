package org.cognito4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import org.cognito4j.localpool.LocalPool;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.OperateOnDeployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two applications with the module on one server, each with a pool of its own. */
@ExtendWith(ArquillianExtension.class)
class TwoApplicationsIT {

    private static final LocalPool OTHER = Pools.start();

    @Deployment(name = "first", testable = false)
    static WebArchive first() {
        return ContractApplication.named("first");
    }

    @Deployment(name = "second", testable = false)
    static WebArchive second() {
        return ContractApplication.named("second", Settings.trusting(OTHER), Settings.NONE);
    }

    @AfterAll
    static void close() {
        OTHER.close();
    }

    @Test
    void are_each_protected_by_their_own_settings(
            @ArquillianResource @OperateOnDeployment("first") URL first,
            @ArquillianResource @OperateOnDeployment("second") URL second) {
        String tokenOfFirst = Pools.token("reader", "read");
        String tokenOfSecond = Pools.mint(OTHER, "reader", "read").token();

        assertThat(first).isNotEqualTo(second);
        assertProtected(first, tokenOfFirst, tokenOfSecond);
        assertProtected(second, tokenOfSecond, tokenOfFirst);
        assertProtected(first, tokenOfFirst, tokenOfSecond);
    }

    private static void assertProtected(URL base, String reader, String foreign) {
        Contract.assertAskedForCredentials(Client.send(base, "GET", "read/x", null));
        Contract.assertRefused(Client.send(base, "GET", "write/x", reader), 403);
        assertThat(Client.send(base, "GET", "read/x", reader).report()).containsEntry("caller", "reader");
        if (Form.CURRENT.hasJakartaSecurity()) {
            assertThat(Client.send(base, "GET", "security-context", reader).report())
                    .containsEntry("roles", "read");
        }
        assertThat(Client.send(base, "GET", "read/x", foreign).reason()).isEqualTo("invalid_token wrong-issuer");
    }
}
