package org.cognito4j.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cognito4j.it.Contract.EXPIRED;
import static org.cognito4j.it.Contract.NEWCOMER;
import static org.cognito4j.it.Contract.assertAskedForCredentials;

import java.net.URL;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An application without any constraint: {@code cognito.require-token} is all that protects it. */
@ExtendWith(ArquillianExtension.class)
class RequiredTokenIT {

    private static final String SECRET = "content of a file";

    @ArquillianResource
    private URL base;

    @Deployment(testable = false)
    static WebArchive application() {
        Settings settings = Settings.trusting(Pools.TRUSTED)
                .with("cognito.require-token", "/read/*, /static/*, /wel/index.html, /session")
                .with("cognito.audit", "off");
        return ContractApplication.named("required-token", settings, Settings.NONE)
                .addAsWebResource(new StringAsset(SECRET), "static/page.html")
                .addAsWebResource(new StringAsset(SECRET), "wel/index.html")
                .addAsWebResource(new StringAsset("for everybody"), "pub/page.html")
                .setWebXML(new StringAsset("""
                    <web-app xmlns="https://jakarta.ee/xml/ns/jakartaee" version="6.0">
                      <welcome-file-list><welcome-file>index.html</welcome-file></welcome-file-list>
                      <error-page><error-code>404</error-code><location>/read/error-page</location></error-page>
                    </web-app>
                    """));
    }

    @ParameterizedTest
    @ValueSource(strings = {"read/x", "read", "read/", "static/page.html", "static/none.html", "static/", "session"})
    void asks_for_a_token_for_whatever_is_there(String path) {
        assertAskedForCredentials(Client.send(base, "GET", path, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST", "PUT", "DELETE", "OPTIONS"})
    void asks_for_a_token_for_every_method(String method) {
        for (String path : List.of("read/x", "static/page.html", "static/none.html")) {
            assertThat(Client.send(base, method, path, null).status()).as(path).isEqualTo(401);
        }
    }

    /** Some servers answer these themselves: Tomcat's connector TRACE, Open Liberty methods that it does not know. */
    @ParameterizedTest
    @ValueSource(strings = {"TRACE", "get", "PATCH", "PROPFIND"})
    void serves_no_odd_method_without_a_token(String method) {
        Reply reply = RawClient.send(base, method + " " + base.getPath() + "read/x HTTP/1.1", List.of(), "");

        assertThat(reply.status()).isBetween(400, 501);
        assertThat(reply.hasReport()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/read/x",
                "read;a=b/x",
                "read/x;a=b",
                ";a=b/read/x",
                "//read/x",
                "%72ead/x",
                "%2572ead/x",
                "open/../read/x",
                "open/..;/read/x",
                "open/%2e%2e/read/x",
                "open/..%2Fread/x",
                "open/..%5Cread/x",
                "read%2Fx",
                "/static/page.html",
                "static//page.html",
                "./static/page.html",
                "pub/../static/page.html",
                "pub/..%2fstatic/page.html",
                "static;x/page.html",
                "static/page.html;x",
                "st%61tic/page.html",
                "wel/",
                "wel//",
                "wel/./",
                "wel/;x",
                "wel/index.html",
                "wel/index.html;x",
            })
    void shows_nothing_in_any_spelling(String path) {
        Reply reply = RawClient.get(base, base.getPath() + path);

        assertThat(reply.status()).as(path).isBetween(300, 499);
        assertThat(reply.hasReport()).as(path).isFalse();
        assertThat(reply.body()).as(path).doesNotContain(SECRET);
    }

    @Test
    void shows_nothing_by_a_forward() {
        assertAskedForCredentials(Client.send(base, "GET", "dispatch/forward", null));
    }

    @Test
    void shows_nothing_by_an_include() {
        assertThat(Client.send(base, "GET", "dispatch/include", null).hasReport())
                .isFalse();
    }

    @Test
    void leaves_out_an_error_page_that_needs_a_token() {
        Reply reply = Client.send(base, "GET", "pub/none.html", null);

        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.hasReport()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"read/x", "dispatch/forward", "dispatch/include"})
    void lets_every_acceptable_token_pass(String path) {
        assertThat(Client.send(base, "GET", path, NEWCOMER).report()).containsEntry("caller", "newcomer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"static/page.html", "wel/", "wel/index.html"})
    void shows_files_to_every_acceptable_token(String path) {
        assertThat(Client.send(base, "GET", path, NEWCOMER).body()).isEqualTo(SECRET);
    }

    @ParameterizedTest
    @ValueSource(strings = {"read/x", "static/page.html", "wel/"})
    void refuses_a_bad_token(String path) {
        Reply reply = Client.send(base, "GET", path, EXPIRED);

        Contract.assertRefused(reply, 401);
        assertThat(reply.reason()).isEqualTo("invalid_token token-expired");
    }

    @Test
    void leaves_all_other_paths_open() {
        assertThat(Client.send(base, "GET", "open/x", null).report()).containsEntry("caller", "nobody");
        assertThat(Client.send(base, "GET", "pub/page.html", null).body()).isEqualTo("for everybody");
    }
}
