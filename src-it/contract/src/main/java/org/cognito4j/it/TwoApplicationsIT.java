package org.cognito4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.OperateOnDeployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two applications with the module on one server. */
@ExtendWith(ArquillianExtension.class)
class TwoApplicationsIT {

    private static final String READER = Contract.TOKENS.accepted("reader", "read");

    @Deployment(name = "first", testable = false)
    static WebArchive first() {
        return ContractApplication.named("first");
    }

    @Deployment(name = "second", testable = false)
    static WebArchive second() {
        return ContractApplication.named("second");
    }

    @Test
    void are_each_protected(
            @ArquillianResource @OperateOnDeployment("first") URL first,
            @ArquillianResource @OperateOnDeployment("second") URL second) {
        assertThat(first).isNotEqualTo(second);
        for (URL base : List.of(first, second, first)) {
            assertThat(Client.send(base, "GET", "read/x", null).status()).isEqualTo(401);
            assertThat(Client.send(base, "GET", "write/x", READER).status()).isEqualTo(403);
            assertThat(Client.send(base, "GET", "read/x", READER).report()).containsEntry("caller", "reader");
            assertThat(Client.send(base, "GET", "security-context", READER).report())
                    .containsEntry("roles", "read,**");
        }
    }
}
