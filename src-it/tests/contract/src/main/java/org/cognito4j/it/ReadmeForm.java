package org.cognito4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import org.cognito4j.localpool.LocalPool;
import org.cognito4j.localpool.PoolDefinition;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A new application that does what the README says, word for word. */
@ExtendWith(ArquillianExtension.class)
abstract class ReadmeForm {

    private static final String API = "https://orders.example.com";
    private static final LocalPool POOL = LocalPool.start(PoolDefinition.builder("eu-west-1_AbCdEfGhI")
            .resourceServer(API, "orders.read", "orders.write")
            .client("caller", client -> client.id("caller"))
            .build());

    @ArquillianResource
    private URL base;

    /** The application with settings as in the README, and with an example from there in its {@code web.xml}. */
    static WebArchive application(String name, String webXml) {
        return application(name, Readme.example("cognito.user-pool-id=eu"), webXml);
    }

    static WebArchive application(String name, String settings, String webXml) {
        String here = "\ncognito.allow-loopback-http=true\ncognito.issuers=" + POOL.issuer() + "\n";
        return ContractApplication.named(name)
                .addPackage("org.cognito4j.it.readme")
                .add(new StringAsset(settings + here), "WEB-INF/classes/META-INF/microprofile-config.properties")
                .setWebXML(new StringAsset("<web-app xmlns=\"https://jakarta.ee/xml/ns/jakartaee\" version=\"6.0\">"
                        + webXml + "</web-app>"));
    }

    @Test
    void lets_callers_with_the_scope_in() {
        assertThat(with("orders.read").report())
                .containsEntry("caller", "1example23456789")
                .containsEntry("principal", "CognitoPrincipal");
    }

    @Test
    void names_the_scope_to_callers_without_it() {
        Reply reply = with("orders.write");

        Contract.assertRefused(reply, 403);
        assertThat(reply.challenge()).endsWith(", scope=\"" + API + "/orders.read\"");
    }

    @Test
    void asks_for_a_token() {
        Reply reply = Client.send(base, "GET", "orders/7", null);

        Contract.assertRefused(reply, 401);
        assertThat(reply.challenge()).startsWith("Bearer realm=\"cognito\"").doesNotContain("error=");
    }

    private Reply with(String scope) {
        String token = POOL.mint("caller")
                .clientId("1example23456789")
                .scopes(API + "/" + scope)
                .token();
        return Client.send(base, "GET", "orders/7", token);
    }
}
