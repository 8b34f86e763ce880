package org.cognito4j.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.logging.Filter;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class QuietLogTest {

    private final Logger platform = Logger.getLogger("org.cognito4j.quiet");
    private final System.Logger log = QuietLog.of("org.cognito4j.quiet");
    private final List<String> lines = new ArrayList<>();
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord line) {
            lines.add(line.getLevel() + " " + new SimpleFormatter().formatMessage(line) + " " + line.getThrown());
            if (fault instanceof Error error) {
                throw error;
            }
            if (fault != null) {
                throw (RuntimeException) fault;
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };
    private Throwable fault;

    @BeforeEach
    void listen() {
        platform.setLevel(java.util.logging.Level.ALL);
        platform.setUseParentHandlers(false);
        platform.addHandler(handler);
    }

    @AfterEach
    void stop() {
        platform.removeHandler(handler);
        platform.setFilter(null);
        platform.setUseParentHandlers(true);
        platform.setLevel(null);
    }

    static List<Throwable> faults() {
        return List.of(new IllegalStateException(), new StackOverflowError(), new OutOfMemoryError());
    }

    @Test
    void writes_what_it_is_given() {
        Exception thrown = new Exception("thrown");
        log.log(Level.INFO, "plain");
        log.log(Level.DEBUG, "{0} and {1}", "one", 2);
        log.log(Level.WARNING, () -> "made");
        log.log(Level.ERROR, "with", thrown);

        assertThat(log.getName()).isEqualTo("org.cognito4j.quiet");
        assertThat(log.isLoggable(Level.TRACE)).isTrue();
        assertThat(lines)
                .containsExactly(
                        "INFO plain null",
                        "FINE one and 2 null",
                        "WARNING made null",
                        "SEVERE with java.lang.Exception: thrown");
    }

    @ParameterizedTest
    @MethodSource("faults")
    void what_a_handler_throws_changes_nothing(Throwable thrown) {
        fault = thrown;
        log.log(Level.INFO, "plain");
        log.log(Level.INFO, "{0}", "one");
        log.log(Level.INFO, () -> "made");
        log.log(Level.INFO, "with", new Exception());

        assertThat(lines).hasSize(4);
    }

    @ParameterizedTest
    @MethodSource("faults")
    void what_a_filter_or_the_maker_of_a_message_throws_changes_nothing(Throwable thrown) {
        Supplier<String> message = () -> {
            throw sneaky(thrown);
        };
        log.log(Level.INFO, message);
        Filter filter = line -> {
            throw sneaky(thrown);
        };
        platform.setFilter(filter);
        log.log(Level.INFO, "plain");

        assertThat(lines).isEmpty();
    }

    private static RuntimeException sneaky(Throwable thrown) {
        if (thrown instanceof Error error) {
            throw error;
        }
        return (RuntimeException) thrown;
    }
}
