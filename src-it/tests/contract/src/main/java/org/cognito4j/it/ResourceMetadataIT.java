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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The metadata of RFC 9728 of an application that is closed as a whole. */
@ExtendWith(ArquillianExtension.class)
class ResourceMetadataIT {

    private static final String ADDRESS = "https://api.example.com/.well-known/oauth-protected-resource/v1";
    private static final String WEB_XML = """
            <web-app xmlns="https://jakarta.ee/xml/ns/jakartaee" version="6.0">
              <security-constraint>
                <web-resource-collection>
                  <web-resource-name>all</web-resource-name>
                  <url-pattern>/*</url-pattern>
                </web-resource-collection>
                <auth-constraint><role-name>read</role-name></auth-constraint>
              </security-constraint>
            </web-app>
            """;

    @ArquillianResource
    private URL base;

    @Deployment(testable = false)
    static WebArchive application() {
        Settings settings = Settings.trusting(Pools.TRUSTED)
                .with("cognito.resource-url", "https://api.example.com/v1")
                .with("cognito.resource-name", "The contract")
                .with("cognito.roles.\"read\"", "read")
                .with("cognito.roles.\"write\"", "write")
                .with("cognito.roles.\"other\"", "nothing-asks-for-it");
        return ContractApplication.named("metadata", settings, Settings.NONE).setWebXML(new StringAsset(WEB_XML));
    }

    @ParameterizedTest
    @ValueSource(strings = {".well-known/oauth-protected-resource/v1", ".well-known/oauth-protected-resource"})
    void is_open_to_everybody(String path) {
        for (String token : new String[] {null, Pools.token("reader", "read"), BadTokens.expired()}) {
            Reply reply = Client.send(base, "GET", path, token);

            assertThat(reply.status()).isEqualTo(200);
            assertThat(reply.header("Content-Type")).startsWith("application/json");
            assertThat(reply.header("Cache-Control")).contains("max-age=").doesNotContain("no-store");
            assertThat(reply.header("Set-Cookie")).isEmpty();
            assertThat(reply.body())
                    .startsWith("{\"resource\":\"https://api.example.com/v1\",\"authorization_servers\":[\""
                            + Pools.TRUSTED.issuer() + "\"],\"scopes_supported\":[\"" + Pools.API + "/read\"")
                    .endsWith("],\"bearer_methods_supported\":[\"header\"],\"resource_name\":\"The contract\"}")
                    .doesNotContain("nothing-asks-for-it");
        }
    }

    @Test
    void has_no_body_for_head() {
        Reply reply = Client.send(base, "HEAD", ".well-known/oauth-protected-resource/v1", null);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("Content-Type")).startsWith("application/json");
        assertThat(reply.body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "OPTIONS"})
    void is_only_there_to_be_read(String method) {
        Reply reply = Client.send(base, method, ".well-known/oauth-protected-resource/v1", null);

        assertThat(reply.status()).isEqualTo(405);
        assertThat(reply.header("Allow")).isEqualTo("GET, HEAD");
    }

    /** As a browser asks before a script reads it: with a header that the Model Context Protocol's clients send. */
    @Test
    void can_be_read_by_scripts_of_all_origins() {
        String path = ".well-known/oauth-protected-resource/v1";
        String[] origin = {"Origin", "https://agent.example"};

        assertThat(Client.sendWithHeaders(base, "GET", path, origin).header("Access-Control-Allow-Origin"))
                .isEqualTo("*");
        Reply preflight = Client.sendWithHeaders(
                base,
                "OPTIONS",
                path,
                "Origin",
                "https://agent.example",
                "Access-Control-Request-Method",
                "GET",
                "Access-Control-Request-Headers",
                "mcp-protocol-version");
        assertThat(preflight.status()).isEqualTo(204);
        assertThat(preflight.header("Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(preflight.header("Access-Control-Allow-Headers")).isEqualTo("*");
        assertThat(Client.sendWithHeaders(base, "GET", "open/x", origin).header("Access-Control-Allow-Origin"))
                .isEmpty();
    }

    @Test
    void is_named_in_every_challenge() {
        String named = ", resource_metadata=\"" + ADDRESS + "\"";
        String scope = ", scope=\"" + Pools.API + "/read\"";

        assertThat(Client.send(base, "GET", "open/x", null).challenge())
                .isEqualTo("Bearer realm=\"contract\"" + named + scope);
        assertThat(Client.send(base, "GET", "open/x", BadTokens.expired()).challenge())
                .endsWith('"' + named + scope);
        assertThat(Client.send(base, "GET", "open/x", Pools.token("writer", "write"))
                        .challenge())
                .contains("insufficient_scope")
                .endsWith('"' + named + scope);
        Reply malformed = Client.sendWithHeaders(base, "GET", "open/x", "Authorization", "Bearer two tokens");
        assertThat(malformed.status()).isEqualTo(400);
        assertThat(malformed.challenge()).endsWith('"' + named);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".well-known/oauth-protected-resource/v1/",
                ".well-known/oauth-protected-resource/v2",
                ".well-known/oauth-protected-resource/v1/x",
                ".well-known/"
            })
    void opens_nothing_beside_it(String path) {
        assertThat(Client.send(base, "GET", path, null).status()).isEqualTo(401);
    }
}
