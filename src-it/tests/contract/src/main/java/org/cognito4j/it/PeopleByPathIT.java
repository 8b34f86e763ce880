package org.cognito4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** An application that says which of its paths are for machines: there only tokens count, and elsewhere none. */
@NeedsJakartaSecurity
class PeopleByPathIT extends MixedApplication {

    @Deployment(testable = false)
    static WebArchive application() {
        return named(
                "people-by-path",
                Settings.trusting(Pools.TRUSTED).with("cognito.paths", "/read/*, /write/*, /open/api"));
    }

    @Test
    void asks_for_a_token_on_the_api() {
        Contract.assertAskedForCredentials(Client.send(base, "GET", "read/x", null));
    }

    @Test
    void does_not_take_a_session_for_a_token_on_the_api() {
        assertThat(loggedIn().get("read/x").status()).isEqualTo(401);
    }

    @Test
    void does_not_look_at_tokens_elsewhere() {
        for (String token : new String[] {READER, BadTokens.expired(), "a b"}) {
            assertThat(Client.send(base, "GET", "open/x", token).report()).containsEntry("caller", "nobody");
            assertThat(Client.send(base, "GET", "any-caller/x", token).status()).isEqualTo(302);
        }
        assertThat(Client.send(base, "GET", "open/api", BadTokens.expired()).status())
                .isEqualTo(401);
    }

    @Test
    void goes_by_the_path_as_the_container_reads_it() {
        for (String path : new String[] {"read;a=b/x", "./read/x", "open/../read/x", "%72ead/x"}) {
            Reply reply = Client.send(base, "GET", path, null);
            assertThat(reply.hasReport()).as(path).isFalse();
            assertThat(reply.status()).as(path).isIn(400, 401);
        }
    }
}
