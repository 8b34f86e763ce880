package org.cognito4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtendWith;

/** The deployed application and the means to ask it. */
@ExtendWith(ArquillianExtension.class)
abstract class Contract {

    static final String READER = Pools.token("reader", "read");
    static final String WRITER = Pools.token("writer", "write");
    static final String NEWCOMER = Pools.token("newcomer");
    static final String EXPIRED = BadTokens.expired();

    @ArquillianResource
    URL base;

    @Deployment(testable = false)
    static WebArchive application() {
        return ContractApplication.named("contract");
    }

    Reply anonymously(String path) {
        return send("GET", path, null);
    }

    Reply with(String token, String path) {
        return send("GET", path, token);
    }

    Reply withHeaders(String path, String... headers) {
        return Client.sendWithHeaders(base, "GET", path, headers);
    }

    Reply send(String method, String path, @Nullable String token) {
        return Client.send(base, method, path, token);
    }

    /** A refusal tells nothing of the resource, is kept by no cache, and leaves nothing with the client. */
    static void assertRefused(Reply reply, int status) {
        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.header("Cache-Control")).contains("no-store");
        assertThat(reply.header("Set-Cookie")).isEmpty();
        assertThat(reply.hasReport()).isFalse();
    }

    /** 401 that asks for credentials and accuses nobody. */
    static void assertAskedForCredentials(Reply reply) {
        assertRefused(reply, 401);
        assertThat(reply.challenge()).matches("Bearer realm=\"contract\"(, scope=\"[^\"]+\")?");
    }
}
