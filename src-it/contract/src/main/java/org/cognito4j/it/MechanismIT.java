package org.cognito4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MechanismIT extends Contract {

    @ParameterizedTest
    @ValueSource(strings = {"open/x", "read/x", "authenticate/by-request"})
    void has_an_injected_request_and_a_request_scope_of_its_own(String path) {
        for (int request = 0; request < 3; request++) {
            Reply reply = with(TOKENS.accepted("reader", "read"), path);

            assertThat(reply.header("Toy-Path")).isEqualTo(base.getPath() + path);
            assertThat(reply.header("Toy-Visits")).isEqualTo("1");
        }
    }
}
