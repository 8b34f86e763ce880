package org.cognito4j.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cognito4j.it.Contract.READER;
import static org.cognito4j.it.Contract.WRITER;

import java.net.URL;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An application with a role that its settings name and that it declares nowhere. */
@ExtendWith(ArquillianExtension.class)
class NamedRolesIT {

    @ArquillianResource
    private URL base;

    @Deployment(testable = false)
    static WebArchive application() {
        return ContractApplication.named(
                "named-roles", Settings.trusting(Pools.TRUSTED).with("cognito.roles.\"admin\"", "read"), Settings.NONE);
    }

    @Test
    void is_one_of_the_caller() {
        assertThat(with(READER, "open/x")).containsEntry("caller", "reader").containsEntry("roles", "admin,**");
        assertThat(with(WRITER, "open/x")).containsEntry("caller", "writer").containsEntry("roles", "**");
    }

    @Test
    @NeedsJakartaSecurity
    void is_known_to_the_security_context() {
        assertThat(with(READER, "security-context")).containsEntry("roles", "admin");
        assertThat(with(WRITER, "security-context")).containsEntry("roles", "");
    }

    @Test
    @NeedsRest
    void is_known_to_resources() {
        assertThat(with(READER, "rest/open")).containsEntry("roles", "admin,**");
        assertThat(with(WRITER, "rest/open")).containsEntry("roles", "**");
    }

    private Map<String, String> with(String token, String path) {
        return Client.send(base, "GET", path, token).report();
    }
}
