package org.cognito4j.jakarta;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.cognito4j.AccessToken;
import org.cognito4j.UserPool;
import org.cognito4j.jakarta.monitor.Monitoring;
import org.cognito4j.jakarta.monitor.SecurityObserver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Observers and log handlers that throw an {@code Error}: neither ends a request, nor do both together. */
class ObserverFaultTest {

    private final Logger logger = Logger.getLogger("org.cognito4j");
    private final List<String> lines = new ArrayList<>();
    private final Handler faulty = new Handler() {
        @Override
        public void publish(LogRecord line) {
            lines.add(line.getMessage());
            throw new StackOverflowError();
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        logger.addHandler(faulty);
        logger.setLevel(Level.ALL);
    }

    @AfterEach
    void stop() {
        logger.removeHandler(faulty);
        logger.setLevel(null);
    }

    @Test
    void a_refusal_is_a_refusal_whatever_its_log_line_comes_to() {
        RefusalLog log = new RefusalLog(() -> 0);
        for (int i = 0; i < 6; i++) {
            log.refused("token-expired");
        }
        log.failed(new IllegalStateException());
        log.close();

        assertThat(lines).hasSize(6);
    }

    @Test
    void the_other_observers_hear_of_an_event_when_one_of_them_and_the_log_handler_throw() {
        List<String> heard = new ArrayList<>();
        Observer faulty = new Observer(code -> {
            throw new NoClassDefFoundError();
        });
        SecurityObserver observers = new Monitoring(List.of(faulty, new Observer(heard::add))).observer();

        observers.refused("token-expired", 1);
        observers.refused("wrong-client", 1);

        assertThat(heard).containsExactly("token-expired", "wrong-client");
        assertThat(lines).hasSize(1);
    }

    private record Observer(Consumer<String> refusal) implements SecurityObserver {

        @Override
        public void accepted(AccessToken token, long nanos) {}

        @Override
        public void refused(String code, long nanos) {
            refusal.accept(code);
        }

        @Override
        public void refreshed(UserPool userPool, int keys, Duration took) {}

        @Override
        public void failed(UserPool userPool, String cause, Duration took) {}
    }
}
