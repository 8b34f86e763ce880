package org.cognito4j.server.jetty;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.logging.Level;
import org.cognito4j.jakarta.container.ContainerOutcome;
import org.cognito4j.jakarta.fake.LoggedLines;
import org.cognito4j.jakarta.guard.PendingChallenge;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Jetty refuses since a check breaks down or names no caller has one record. */
class RecordedChecksTest {

    private final LoggedLines lines = LoggedLines.of("org.cognito4j");

    @AfterEach
    void stop() {
        lines.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/x", "/reader"})
    void has_one_record_of_a_check_that_breaks_down(String path) throws Exception {
        class Broken extends RuntimeException {
            private static final long serialVersionUID = 1;
        }
        try (JettyServer jetty = JettyServer.asking((request, response, isProtected) -> {
            throw new Broken();
        })) {
            assertThat(jetty.get(path).statusCode()).isEqualTo(503);
        }

        assertThat(lines.lines(Level.SEVERE))
                .filteredOn(line -> line.contains(Broken.class.getName()))
                .singleElement()
                .asString()
                .startsWith("Request refused: the module failed with ")
                .contains("form=bare-jar");
    }

    @Test
    void has_one_record_of_a_request_that_the_mechanism_keeps_closed() throws Exception {
        try (JettyServer jetty = JettyServer.asking((request, response, isProtected) -> {
            if (isProtected) {
                PendingChallenge.keepClosed(request, response);
            }
            return new ContainerOutcome.Anonymous();
        })) {
            assertThat(jetty.get("/reader").statusCode()).isEqualTo(403);
        }

        assertThat(lines.lines(Level.INFO))
                .filteredOn(line -> line.startsWith("Request refused: "))
                .singleElement()
                .asString()
                .contains(" no-authentication ", "form=mechanism");
    }
}
