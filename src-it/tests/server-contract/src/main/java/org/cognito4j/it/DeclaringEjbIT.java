package org.cognito4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import org.cognito4j.it.ejb.BeanReport;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An enterprise bean that is open, asks for roles, and declares them, as specified. */
@ExtendWith(ArquillianExtension.class)
@Tag("ejb")
@NeedsJakartaSecurity
class DeclaringEjbIT {

    @ArquillianResource
    private URL base;

    @Deployment(testable = false)
    static WebArchive application() {
        return ContractApplication.named("declaring-ejb")
                .addClass(BeanReport.class)
                .addPackage("org.cognito4j.it.ejb.declaring");
    }

    @Test
    void knows_the_roles_of_a_caller() {
        assertThat(Client.send(base, "GET", "declaring", Contract.WRITER).report())
                .containsEntry("caller", "writer")
                .containsEntry("reads", "false")
                .containsEntry("writes", "true");
    }

    @Test
    void knows_no_role_of_who_is_nobody() {
        assertThat(Client.send(base, "GET", "declaring", null).report())
                .containsEntry("reads", "false")
                .containsEntry("writes", "false");
    }
}
