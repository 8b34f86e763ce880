package org.cognito4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An application with an authentication mechanism of its own beside the module's, which it asks for by annotation. */
@ExtendWith(ArquillianExtension.class)
@NeedsJakartaSecurity
class PeopleByOwnMechanismIT {

    private static final String READER = Pools.token("reader", "read");

    @ArquillianResource
    private URL base;

    @Deployment(testable = false)
    static WebArchive application() {
        return ContractApplication.named("people-by-own-mechanism")
                .addPackage("org.cognito4j.it.mechanism")
                .addPackage("org.cognito4j.it.beside");
    }

    @Test
    void leaves_bearer_tokens_to_the_module() {
        assertThat(get("read/x", "Authorization", "Bearer " + READER).report()).containsEntry("caller", "reader");

        Reply refused = get("read/x", "Authorization", "Bearer " + BadTokens.expired());
        Contract.assertRefused(refused, 401);
        assertThat(refused.reason()).isEqualTo("invalid_token token-expired");
    }

    @Test
    void leaves_all_else_to_the_application_s_own() {
        assertThat(get("read/x", "Api-Token", READER).report()).containsEntry("caller", "reader");

        Reply refused = get("read/x");
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.challenge()).isEqualTo("Api-Token");
        assertThat(refused.hasReport()).isFalse();
    }

    @Test
    void opens_nothing() {
        assertThat(get("write/x", "Authorization", "Bearer " + READER).status()).isEqualTo(403);
        assertThat(get("write/x", "Api-Token", READER).status()).isEqualTo(403);
    }

    private Reply get(String path, String... headers) {
        return Client.sendWithHeaders(base, "GET", path, headers);
    }
}
