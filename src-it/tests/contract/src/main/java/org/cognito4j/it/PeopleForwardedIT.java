package org.cognito4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import org.cognito4j.it.people.Entrances;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An application that shows its login form where people came to, instead of redirecting to it. */
@ExtendWith(ArquillianExtension.class)
@NeedsJakartaSecurity
class PeopleForwardedIT {

    @ArquillianResource
    private URL base;

    @Deployment(testable = false)
    static WebArchive application() {
        return MixedApplication.named("people-forwarded", Settings.trusting(Pools.TRUSTED))
                .deleteClass(Entrances.class)
                .addPackage("org.cognito4j.it.forwarded");
    }

    @Test
    void shows_people_the_form_in_place_of_the_page() {
        Reply reply = Client.send(base, "GET", "any-caller/x", null);

        assertThat(reply.hasReport()).isFalse();
        assertThat(reply.body()).isEqualTo("a form");
        assertThat(reply.status()).isEqualTo(200);
    }

    @Test
    void asks_machines_for_a_token() {
        Contract.assertAskedForCredentials(Client.send(base, "GET", "read/x", null));
    }
}
