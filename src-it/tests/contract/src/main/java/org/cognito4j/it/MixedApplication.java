package org.cognito4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.util.UUID;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What holds for an application of people and machines, however it tells them apart: {@code /any-caller} is a page and
 * {@code /read} the API.
 */
@ExtendWith(ArquillianExtension.class)
abstract class MixedApplication {

    static final String READER = Pools.token("reader", "read");
    private static final String PASSWORD = UUID.randomUUID().toString();

    @ArquillianResource
    URL base;

    static WebArchive named(String name, Settings settings) {
        return ContractApplication.named(name, settings, Settings.NONE.with("people.password", PASSWORD))
                .addPackage("org.cognito4j.it.people");
    }

    @Test
    void sends_people_to_the_login_form_and_back() {
        Browser anna = new Browser(base);
        Reply sent = anna.get("any-caller/x");
        assertThat(sent.status()).isEqualTo(302);
        assertThat(sent.header("Location")).endsWith("/login");
        assertThat(sent.challenge()).isEmpty();

        Reply back = anna.post("login", "name=anna&password=" + PASSWORD);
        assertThat(back.status()).isEqualTo(302);
        assertThat(back.header("Location")).endsWith("/any-caller/x");

        assertThat(anna.get("any-caller/x").report())
                .containsEntry("caller", "anna")
                .containsEntry("roles", "read,**");
        assertThat(anna.session()).isNotEmpty();
        assertThat(anna.get("any-caller/y").report()).containsEntry("caller", "anna");
    }

    @Test
    void gives_nothing_to_who_knew_the_session_before_the_login() {
        Browser anna = new Browser(base);
        anna.get("any-caller/x");
        String before = anna.session();
        anna.post("login", "name=anna&password=" + PASSWORD);
        assertThat(anna.get("any-caller/x").report()).containsEntry("caller", "anna");

        Reply reply = Client.sendWithHeaders(base, "GET", "any-caller/x", "Cookie", before);

        assertThat(reply.status()).isEqualTo(302);
        assertThat(reply.hasReport()).isFalse();
    }

    @Test
    void lets_people_out_again() {
        Browser anna = loggedIn();

        anna.send("DELETE", "login");

        assertThat(anna.get("any-caller/x").status()).isEqualTo(302);
    }

    @Test
    void keeps_people_out_who_do_not_know_the_password() {
        Browser stranger = new Browser(base);
        stranger.get("any-caller/x");

        Reply refused = stranger.post("login", "name=anna&password=guessed");

        assertThat(refused.status()).isEqualTo(302);
        assertThat(refused.header("Location")).endsWith("/login?failed");
        assertThat(stranger.get("any-caller/x").hasReport()).isFalse();
    }

    @Test
    void lets_machines_in_without_a_session() {
        Reply reply = Client.send(base, "GET", "read/x", READER);

        assertThat(reply.report()).containsEntry("caller", "reader").containsEntry("principal", "CognitoPrincipal");
        assertThat(reply.header("Set-Cookie")).isEmpty();
        Contract.assertRefused(Client.send(base, "GET", "write/x", READER), 403);
    }

    @Test
    void judges_tokens_on_the_api() {
        Reply reply = Client.send(base, "GET", "read/x", BadTokens.expired());

        Contract.assertRefused(reply, 401);
        assertThat(reply.reason()).isEqualTo("invalid_token token-expired");
    }

    @Test
    void takes_the_token_of_a_machine_for_more_than_the_session_of_a_person() {
        Browser anna = loggedIn();

        assertThat(anna.get("read/x", "Authorization", "Bearer " + READER).report())
                .containsEntry("caller", "reader");
        assertThat(anna.get("read/x", "Authorization", "Bearer " + BadTokens.expired())
                        .status())
                .isEqualTo(401);
        assertThat(anna.get("any-caller/x").report()).containsEntry("caller", "anna");
    }

    Browser loggedIn() {
        Browser anna = new Browser(base);
        anna.get("any-caller/x");
        anna.post("login", "name=anna&password=" + PASSWORD);
        assertThat(anna.get("any-caller/x").report()).containsEntry("caller", "anna");
        return anna;
    }
}
