package org.cognito4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A resource whose address has characters that are encoded. */
@ExtendWith(ArquillianExtension.class)
class EncodedMetadataIT {

    private static final String PATH = "/or%20ders/gr%C3%B6%C3%9Fe";

    @ArquillianResource
    private URL base;

    @Deployment(testable = false)
    static WebArchive application() {
        return ContractApplication.named(
                        "encoded-metadata",
                        Settings.trusting(Pools.TRUSTED)
                                .with("cognito.resource-url", "https://api.example.com" + PATH)
                                .with("cognito.require-token", "/open/*"),
                        Settings.NONE)
                .setWebXML(new StringAsset("<web-app xmlns=\"https://jakarta.ee/xml/ns/jakartaee\" version=\"6.0\"/>"));
    }

    @Test
    void is_found_where_the_challenge_says() {
        String address = "https://api.example.com/.well-known/oauth-protected-resource" + PATH;
        assertThat(Client.send(base, "GET", "open/x", null).challenge())
                .isEqualTo("Bearer realm=\"contract\", resource_metadata=\"" + address + "\"");

        Reply reply = Client.send(base, "GET", ".well-known/oauth-protected-resource" + PATH, null);
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body()).contains("\"resource\":\"https://api.example.com" + PATH + "\"");
    }
}
