package org.cognito4j.server.jetty;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CheckFailureTest {

    private final Logger logger = Logger.getLogger("org.cognito4j.jetty");
    private final List<String> lines = new ArrayList<>();
    private Error fault;
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord line) {
            lines.add(line.getMessage());
            if (fault != null) {
                throw fault;
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    CheckFailureTest() {
        logger.addHandler(handler);
    }

    @AfterEach
    void stop() {
        logger.removeHandler(handler);
    }

    @Test
    void names_the_kinds_of_a_failure_and_of_its_causes_without_their_messages() {
        CheckFailure.log(new IllegalStateException("secret", new NullPointerException("secret")));

        assertThat(lines)
                .singleElement()
                .asString()
                .contains("java.lang.IllegalStateException at ", "; caused by java.lang.NullPointerException")
                .doesNotContain("secret");
    }

    @Test
    void ends_with_a_circle_of_causes() {
        Exception one = new Exception();
        one.initCause(new Exception(one));

        CheckFailure.log(one);

        assertThat(lines).singleElement().asString().contains("caused by");
    }

    @Test
    void a_log_handler_that_throws_changes_nothing() {
        fault = new StackOverflowError();

        CheckFailure.log(new IllegalStateException());

        assertThat(lines).hasSize(1);
    }
}
