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

/** The metadata of an API of several parts, each of which has an address and scopes of its own (RFC 9728). */
@ExtendWith(ArquillianExtension.class)
class ResourcePartsIT {

    private static final String HOST = "https://api.example.com";
    private static final String WELL_KNOWN = "/.well-known/oauth-protected-resource";

    @ArquillianResource
    private URL base;

    @Deployment(testable = false)
    static WebArchive application() {
        Settings settings = Settings.trusting(Pools.TRUSTED)
                .with("cognito.resource-url", HOST + "/read, " + HOST + "/write")
                .with("cognito.scopes-supported", "every");
        return ContractApplication.named("parts", settings, Settings.NONE);
    }

    @ParameterizedTest
    @CsvSource({"read", "write"})
    void name_their_own_metadata_in_every_challenge(String part) {
        String metadata = "resource_metadata=\"" + HOST + WELL_KNOWN + "/" + part + "\"";
        String other = Pools.token("other", part.equals("read") ? "write" : "read");

        for (String token : new String[] {null, BadTokens.expired(), other}) {
            assertThat(Client.send(base, "GET", part + "/x", token).challenge()).contains(metadata);
        }
    }

    @ParameterizedTest
    @CsvSource({"read", "write"})
    void name_their_own_scopes(String part) {
        Reply reply = Client.send(base, "GET", WELL_KNOWN.substring(1) + "/" + part, null);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body())
                .contains("\"resource\":\"" + HOST + "/" + part + "\"")
                .contains("\"scopes_supported\":[\"" + Pools.API + "/every\",\"" + Pools.API + "/" + part + "\"]");
    }

    @Test
    void are_not_the_whole_application() {
        String elsewhere = Client.send(base, "GET", "any-caller/x", null).challenge();

        assertThat(elsewhere).startsWith("Bearer").doesNotContain("resource_metadata");
        assertThat(Client.send(base, "GET", WELL_KNOWN.substring(1), null).body())
                .doesNotContain("\"resource\"");
    }
}
