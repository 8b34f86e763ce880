package org.cognito4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The caller injected into JAX-RS resources that are beans of every kind. */
@ExtendWith(ArquillianExtension.class)
@Tag("ejb")
@NeedsJakartaSecurity
class InjectedResourceIT {

    private static final String READER = Pools.token("reader", "read");
    private static final String WRITER = Pools.token("writer", "write");

    @ArquillianResource
    private URL base;

    @Deployment(testable = false)
    static WebArchive application() {
        return ContractApplication.named("injected-resource").addPackage("org.cognito4j.it.ejb.injected");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pooled", "single", "request", "shared", "plain", "holding"})
    void is_the_caller_of_each_request(String resource) {
        for (int round = 0; round < 3; round++) {
            assertThat(Client.send(base, "GET", "injected-rest/" + resource, READER)
                            .report())
                    .containsEntry("caller", "reader")
                    .containsEntry("principal", "reader");
            assertThat(Client.send(base, "GET", "injected-rest/" + resource, WRITER)
                            .report())
                    .containsEntry("caller", "writer")
                    .containsEntry("principal", "writer");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"request", "shared", "plain", "holding"})
    void is_asked_for_credentials_if_anonymous(String resource) {
        Contract.assertAskedForCredentials(Client.send(base, "GET", "injected-rest/" + resource, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"pooled", "single"})
    void lets_no_anonymous_caller_through_an_enterprise_bean(String resource) {
        Client.send(base, "GET", "injected-rest/" + resource, READER);

        Reply reply = Client.send(base, "GET", "injected-rest/" + resource, null);

        assertThat(reply.status()).isGreaterThanOrEqualTo(400);
        assertThat(reply.hasReport()).isFalse();
    }
}
