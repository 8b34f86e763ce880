package org.cognito4j.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.URLEncoder;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What an operator denies by hand, over JMX, holds for the next request, whether the token has been verified before or not. */
@ExtendWith(ArquillianExtension.class)
class DenialsIT {

    private static final Instant START = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    @ArquillianResource
    private URL base;

    @Deployment(testable = false)
    static WebArchive application() {
        return ContractApplication.named("denials").addPackage("org.cognito4j.it.denials");
    }

    @AfterEach
    void leave_nothing_denied() {
        assertThat(ask("denials")).isEqualTo("[]");
    }

    @Test
    void deny_a_client() {
        String reader = Pools.token("reader", "read");
        assertThat(statusOf(reader)).isEqualTo(200);

        operate("denyClient", "reader");
        assertRefused(reader, "client-denied");
        assertRefused(Pools.token("reader", "read"), "client-denied");
        assertThat(statusOf(Pools.token("both", "read"))).isEqualTo(200);
        assertThat(ask("denials")).contains("reader");

        operate("allowClient", "reader");
        assertThat(statusOf(reader)).isEqualTo(200);
    }

    @Test
    void deny_what_was_issued_before_an_instant() {
        String stolen =
                Pools.mint("reader", "read").issuedAt(START.minusSeconds(60)).token();
        String fresh = Pools.mint("reader", "read").issuedAt(START).token();
        assertThat(statusOf(stolen)).isEqualTo(200);

        operate("denyTokensIssuedBefore", "reader", START.toString());
        assertRefused(stolen, "issued-before");
        assertThat(statusOf(fresh)).isEqualTo(200);

        operate("allowTokensIssuedBefore", "reader");
        assertThat(statusOf(stolen)).isEqualTo(200);
    }

    @Test
    void deny_one_token() {
        String one = Pools.mint("reader", "read").claim("jti", "denied-one").token();
        assertThat(statusOf(one)).isEqualTo(200);

        operate("denyToken", "denied-one", START.plusSeconds(3_600).toString());
        assertRefused(one, "token-denied");
        assertThat(statusOf(Pools.token("reader", "read"))).isEqualTo(200);

        operate("allowToken", "denied-one");
        assertThat(statusOf(one)).isEqualTo(200);
    }

    private void assertRefused(String token, String reason) {
        Reply reply = get(token);

        Contract.assertRefused(reply, 401);
        assertThat(reply.reason()).isEqualTo("invalid_token " + reason);
    }

    private int statusOf(String token) {
        return get(token).status();
    }

    private Reply get(String token) {
        return Client.send(base, "GET", "read/x", token);
    }

    private void operate(String operation, String... arguments) {
        StringBuilder query = new StringBuilder("denials?operation=" + operation);
        for (String argument : arguments) {
            query.append("&argument=").append(URLEncoder.encode(argument, UTF_8));
        }
        assertThat(ask(query.toString())).isNotBlank();
    }

    private String ask(String path) {
        Reply reply = Client.send(base, "GET", path, null);
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        return reply.body();
    }
}
