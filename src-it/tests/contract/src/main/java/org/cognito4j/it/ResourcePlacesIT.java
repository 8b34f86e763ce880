package org.cognito4j.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cognito4j.it.Contract.READER;
import static org.cognito4j.it.Contract.WRITER;
import static org.cognito4j.it.Contract.assertAskedForCredentials;

import java.net.URL;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Annotations of JAX-RS resources in many places, in an application that keeps JAX-RS from looking for features. */
@ExtendWith(ArquillianExtension.class)
@NeedsRest
class ResourcePlacesIT {

    @ArquillianResource
    private URL base;

    @Deployment(testable = false)
    static WebArchive application() {
        return ContractApplication.named(
                        "resource-places",
                        Settings.trusting(Pools.TRUSTED).with("cognito.unannotated", "deny"),
                        Settings.NONE)
                .addPackage("org.cognito4j.it.resources");
    }

    @Test
    void are_found_without_a_look_up_of_services() {
        assertAskedForCredentials(Client.send(base, "GET", "switched-off/places", null));
        assertThat(status("", WRITER)).isEqualTo(403);
        assertThat(status("", READER)).isEqualTo(200);
    }

    @Test
    void count_on_the_implemented_method_before_the_class() {
        assertThat(status("/implemented", READER)).isEqualTo(403);
        assertThat(status("/denied", READER)).isEqualTo(403);
        assertThat(status("/denied", Pools.token("both", "read", "write"))).isEqualTo(403);
        assertThat(status("/implemented", Pools.token("both", "read", "write"))).isEqualTo(200);
    }

    @Test
    void count_on_the_locator_that_was_called() {
        assertThat(status("/mine", READER)).isEqualTo(200);
        assertThat(status("/mine", WRITER)).isEqualTo(403);
        assertThat(status("/all", READER)).isEqualTo(403);
        assertThat(status("/all", WRITER)).isEqualTo(200);
        assertThat(status("/any", READER)).isEqualTo(403);
        // Not all implementations wait for it, and what they throw the mapper answers.
        assertThat(Client.send(base, "GET", "switched-off/places/later", READER).body())
                .isNotEqualTo("item");
        assertThat(status("/open/free", null)).isEqualTo(200);
    }

    @Test
    void are_missing_where_all_callers_are_refused() {
        assertAskedForCredentials(Client.send(base, "GET", "switched-off/places/open", null));
        assertThat(status("/open", READER)).isEqualTo(403);
    }

    private int status(String path, @Nullable String token) {
        return Client.send(base, "GET", "switched-off/places" + path, token).status();
    }
}
