package org.cognito4j.it;

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

    static final Tokens TOKENS = new ToyTokens();

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

    Reply send(String method, String path, @Nullable String token) {
        return Client.send(base, method, path, token);
    }
}
