package org.cognito4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An application with the one drop-in file in {@code WEB-INF/lib} and nothing beside it. */
@Tag("drop-in")
class DropInIT extends ConfiguredForm {

    @Deployment(testable = false)
    static WebArchive application() {
        return ContractApplication.with(System.getProperty("cognito4j.it.drop-in-war"), "drop-in");
    }

    @Test
    void tells_the_application_who_is_calling() {
        assertThat(Client.send(base, "GET", "open/x", Contract.READER).report())
                .containsEntry("caller", "reader")
                .containsEntry("principal", "CognitoPrincipal");
    }

    @Test
    void knows_the_annotations_of_servlets() {
        assertThat(Client.send(base, "GET", "annotated", Contract.READER).status())
                .isEqualTo(200);
        Contract.assertRefused(Client.send(base, "GET", "annotated", Contract.WRITER), 403);
    }

    @Test
    @NeedsRest
    void knows_the_annotations_of_resources() {
        assertThat(Client.send(base, "GET", "rest/read", Contract.READER).report())
                .containsEntry("caller", "reader");
        Contract.assertRefused(Client.send(base, "GET", "rest/read", Contract.WRITER), 403);
        Contract.assertAskedForCredentials(Client.send(base, "GET", "rest/read", null));
    }

    @Test
    @NeedsJakartaSecurity
    void is_known_to_the_security_context() {
        assertThat(Client.send(base, "GET", "security-context", Contract.READER).report())
                .containsEntry("roles", "read")
                .containsEntry("cognito-principals", "1");
    }
}
