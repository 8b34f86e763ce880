package org.cognito4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An application whose callers are scripts in browsers, of one origin. */
@ExtendWith(ArquillianExtension.class)
class CorsIT {

    private static final String SHOP = "https://shop.example.com";
    private static final String ALLOWED_ORIGIN = "Access-Control-Allow-Origin";

    @ArquillianResource
    private URL base;

    @Deployment(testable = false)
    static WebArchive application() {
        return ContractApplication.named(
                "cors", Settings.trusting(Pools.TRUSTED).with("cognito.cors.allowed-origins", SHOP), Settings.NONE);
    }

    @Test
    void lets_scripts_read_each_refusal() {
        assertReadable(401, withHeaders("read/x", "Origin", SHOP));
        assertReadable(401, withHeaders("read/x", "Origin", SHOP, "Authorization", "Bearer " + Contract.EXPIRED));
        assertReadable(401, withHeaders("open/x", "Origin", SHOP, "Authorization", "Bearer " + Contract.EXPIRED));
        assertReadable(403, withHeaders("read/x", "Origin", SHOP, "Authorization", "Bearer " + Contract.WRITER));
        assertReadable(400, withHeaders("read/x", "Origin", SHOP, "Authorization", "Bearer a b"));
    }

    @Test
    void lets_scripts_read_each_answer() {
        assertReadable(200, withHeaders("read/x", "Origin", SHOP, "Authorization", "Bearer " + Contract.READER));
        assertReadable(200, withHeaders("open/x", "Origin", SHOP));
    }

    @Test
    void allows_no_other_origin() {
        Reply reply =
                withHeaders("read/x", "Origin", SHOP + ".evil.example", "Authorization", "Bearer " + Contract.EXPIRED);

        Contract.assertRefused(reply, 401);
        assertThat(reply.header(ALLOWED_ORIGIN)).isEmpty();
        assertThat(reply.header("Vary")).contains("Origin");
    }

    @Test
    void answers_preflights_before_anyone_is_authenticated() {
        Reply reply = preflight(SHOP);

        assertThat(reply.status()).isEqualTo(204);
        assertThat(reply.header(ALLOWED_ORIGIN)).isEqualTo(SHOP);
        assertThat(reply.header("Access-Control-Allow-Methods")).isEqualTo("PUT");
        assertThat(reply.header("Access-Control-Allow-Headers")).isEqualTo("authorization");
        assertThat(reply.challenge()).isEmpty();
    }

    @Test
    void leaves_preflights_of_other_origins_protected() {
        Reply reply = preflight("https://evil.example");

        Contract.assertRefused(reply, 401);
        assertThat(reply.header(ALLOWED_ORIGIN)).isEmpty();
    }

    private Reply withHeaders(String path, String... headers) {
        return Client.sendWithHeaders(base, "GET", path, headers);
    }

    private Reply preflight(String origin) {
        return Client.sendWithHeaders(
                base,
                "OPTIONS",
                "read/x",
                "Origin",
                origin,
                "Access-Control-Request-Method",
                "PUT",
                "Access-Control-Request-Headers",
                "authorization");
    }

    private static void assertReadable(int status, Reply reply) {
        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.header(ALLOWED_ORIGIN)).isEqualTo(SHOP);
        assertThat(reply.header("Access-Control-Expose-Headers")).contains("WWW-Authenticate");
        assertThat(reply.header("Vary")).contains("Origin");
    }
}
