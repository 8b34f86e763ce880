package org.cognito4j.server.jetty;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.logging.Level;
import org.cognito4j.jakarta.decision.DecisionForm;
import org.cognito4j.jakarta.fake.FakeServlets;
import org.cognito4j.jakarta.fake.LoggedLines;
import org.cognito4j.jakarta.fake.Requests;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** In an application without a service: with one, a failure is noted like any other, see {@code NoRefusalWithoutRecordTest}. */
class CheckFailureTest {

    private final LoggedLines lines = LoggedLines.of("org.cognito4j");
    private final CheckFailure failures = new CheckFailure(new FakeServlets().context(), DecisionForm.MECHANISM);

    @AfterEach
    void stop() {
        lines.close();
    }

    @Test
    void is_logged_by_its_kind_without_its_message() {
        failures.note(new ArithmeticException("secret"), Requests.withAuthorization("Bearer secret"));

        List<String> logged = lines.lines(Level.SEVERE);
        assertThat(logged).singleElement().asString().contains("java.lang.ArithmeticException", "form=mechanism");
        assertThat(logged.toString()).doesNotContain("secret");
    }

    @Test
    void is_logged_where_no_request_is_at_hand() {
        failures.note(new ReflectiveOperationException("secret"), null);

        assertThat(lines.lines(Level.SEVERE))
                .singleElement()
                .asString()
                .contains("java.lang.ReflectiveOperationException")
                .doesNotContain("secret");
    }
}
