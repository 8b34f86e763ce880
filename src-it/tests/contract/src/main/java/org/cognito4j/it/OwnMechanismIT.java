package org.cognito4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An application with an authentication mechanism of its own, which uses the module's identity store. */
@ExtendWith(ArquillianExtension.class)
@NeedsJakartaSecurity
class OwnMechanismIT {

    private static final String READER = Pools.token("reader", "read");

    @ArquillianResource
    private URL base;

    @Deployment(testable = false)
    static WebArchive application() {
        return ContractApplication.named("mechanism", AuditTrail.settings(), Settings.NONE)
                .addPackages(false, "org.cognito4j.it.mechanism", "org.cognito4j.it.figures");
    }

    @Test
    void takes_the_place_of_the_module_s() {
        assertThat(get("open/x", "Authorization", "Bearer " + BadTokens.expired())
                        .report())
                .containsEntry("caller", "nobody");
        assertThat(get("read/x", "Authorization", "Bearer " + READER).status()).isEqualTo(401);
    }

    @Test
    void has_callers_by_the_module_s_identity_store() {
        assertThat(get("read/x", "Api-Token", READER).report())
                .containsEntry("caller", "reader")
                .containsEntry("principal", "CognitoPrincipal")
                .containsEntry("roles", "read,**");
        assertThat(get("write/x", "Api-Token", READER).status()).isEqualTo(403);
        assertThat(get("open/x", "Api-Token", BadTokens.expired()).status()).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({
        "error,    401, Api-Token",
        "body,     401, Api-Token",
        "redirect, 302, Api-Token",
        "nothing,  401, Api-Token",
        "failure,  503, ''",
    })
    void may_refuse_in_every_way(String way, int status, String challenge) {
        for (String path : new String[] {"read/x", "open/x"}) {
            Reply reply = get(path, "Api-Token", "garbage", "Api-Refusal", way);

            assertThat(reply.status()).as(path).isEqualTo(status);
            assertThat(reply.challenge()).as(path).isEqualTo(challenge);
        }
        assertThat(get("read/x", "Api-Refusal", way).status()).isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"error", "body", "redirect", "nothing", "failure"})
    void lets_nobody_in_whom_it_refuses(String way) {
        for (String path : new String[] {"read/x", "open/x"}) {
            assertThat(get(path, "Api-Token", "garbage", "Api-Refusal", way).hasReport())
                    .as(path)
                    .isFalse();
        }
        assertThat(get("read/x", "Api-Refusal", way).hasReport()).isFalse();
    }

    @Test
    void may_refuse_as_the_module_does() {
        for (String path : new String[] {"read/x", "open/x"}) {
            Reply reply = get(path, "Api-Token", BadTokens.expired(), "Api-Refusal", "as-the-module");

            Contract.assertRefused(reply, 401);
            assertThat(reply.reason()).as(path).isEqualTo("invalid_token token-expired");
        }
    }

    @Test
    void has_one_record_of_each_token_that_the_identity_store_judges() {
        AuditTrail trail = new AuditTrail(base);

        assertThat(trail.decisionsOf(() -> get("read/x", "Api-Token", READER)))
                .containsExactly("accepted by identity-store of reader");
        for (String way : new String[] {"error", "as-the-module"}) {
            assertThat(trail.decisionsOf(() -> get("open/x", "Api-Token", BadTokens.expired(), "Api-Refusal", way)))
                    .containsExactly("token-expired by identity-store of reader");
        }
    }

    @Test
    void may_write_the_body_and_the_target_of_its_refusal() {
        assertThat(get("read/x", "Api-Refusal", "body").body()).isEqualTo("no token, no answer");
        assertThat(get("read/x", "Api-Refusal", "redirect").header("Location")).endsWith("/login");
    }

    private Reply get(String path, String... headers) {
        return Client.sendWithHeaders(base, "GET", path, headers);
    }
}
