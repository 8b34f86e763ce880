package org.cognito4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** An application that names no paths: whoever sends a bearer token is a machine, everybody else may log in. */
@NeedsJakartaSecurity
class PeopleByHeaderIT extends MixedApplication {

    @Deployment(testable = false)
    static WebArchive application() {
        return named("people-by-header", Settings.trusting(Pools.TRUSTED));
    }

    @Test
    void judges_tokens_everywhere() {
        assertThat(Client.send(base, "GET", "any-caller/x", READER).report()).containsEntry("caller", "reader");
        assertThat(Client.send(base, "GET", "open/x", BadTokens.expired()).status())
                .isEqualTo(401);
        assertThat(Client.send(base, "GET", "any-caller/x", "a b").status()).isEqualTo(400);
    }

    @Test
    void has_the_same_resources_for_people() {
        assertThat(Client.send(base, "GET", "read/x", null).status()).isEqualTo(302);
        assertThat(loggedIn().get("read/x").report()).containsEntry("caller", "anna");
    }
}
