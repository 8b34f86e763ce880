package org.cognito4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What annotations on beans and resources ask, in an application with CDI. */
@ExtendWith(ArquillianExtension.class)
abstract class PlacesContract {

    private static final String BOTH = Pools.token("both", "read", "write");

    @ArquillianResource
    private URL base;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "places/purge",
                "places/store",
                "places/enter",
                "places-rest/purge",
                "places-rest/store",
                "places-rest/bean"
            })
    void refuses_callers_without_the_scope_of_the_most_specific_declaration(String path) {
        String reader = path.endsWith("bean") ? Contract.WRITER : Contract.READER;

        assertThat(Client.send(base, "GET", path, BOTH).status()).isEqualTo(200);
        Reply refused = Client.send(base, "GET", path, reader);
        Contract.assertRefused(refused, 403);
        assertThat(refused.reason()).isEqualTo("insufficient_scope insufficient-scope");
        Contract.assertAskedForCredentials(Client.send(base, "GET", path, null));
    }

    @ParameterizedTest
    @CsvSource({"purge, purged", "store, stored"})
    void asks_no_scope_of_a_less_specific_declaration(String method, String answer) {
        for (String form : new String[] {"places/", "places-rest/"}) {
            assertThat(Client.send(base, "GET", form + method, Contract.WRITER).report())
                    .containsEntry(answer, "yes");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"places/look", "places-rest/look"})
    void asks_for_the_scope_of_the_superclass_where_the_method_has_none(String path) {
        assertThat(Client.send(base, "GET", path, Contract.READER).report()).containsEntry("looked", "yes");
        Contract.assertRefused(Client.send(base, "GET", path, Contract.WRITER), 403);
        Contract.assertAskedForCredentials(Client.send(base, "GET", path, null));
    }

    @Test
    void denies_all_callers_and_permits_all_as_annotations_on_a_bean_say() {
        Contract.assertRefused(Client.send(base, "GET", "places/never", BOTH), 403);
        Contract.assertAskedForCredentials(Client.send(base, "GET", "places/never", null));
        assertThat(Client.send(base, "GET", "places/open", null).report()).containsEntry("opened", "yes");
    }

    @Test
    void injects_the_caller() {
        assertThat(Client.send(base, "GET", "places/caller", Contract.READER).report())
                .containsEntry("caller", "reader");
        assertThat(Client.send(base, "GET", "places/caller", Contract.WRITER).report())
                .containsEntry("caller", "writer");
    }

    @Test
    void leaves_constraints_to_the_container() {
        Contract.assertAskedForCredentials(Client.send(base, "GET", "read/x", null));
        Contract.assertRefused(Client.send(base, "GET", "read/x", Contract.WRITER), 403);
        assertThat(Client.send(base, "GET", "read/x", Contract.READER).report()).containsEntry("caller", "reader");
    }
}
