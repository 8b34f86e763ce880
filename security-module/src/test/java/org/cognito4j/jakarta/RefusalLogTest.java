package org.cognito4j.jakarta;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.cognito4j.InvalidSettings;
import org.cognito4j.SettingFault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RefusalLogTest {

    private final Logger logger = Logger.getLogger("org.cognito4j");
    private final List<String> lines = new ArrayList<>();
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord line) {
            lines.add(line.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        logger.addHandler(handler);
    }

    @AfterEach
    void stop() {
        logger.removeHandler(handler);
    }

    @Test
    void writes_few_lines_a_second_and_counts_the_rest() {
        AtomicLong nanos = new AtomicLong(7);
        RefusalLog log = new RefusalLog(nanos::get);
        for (int i = 0; i < 10_000; i++) {
            log.refused("token-expired");
        }
        assertThat(lines).hasSize(5).containsOnly("Request refused: token-expired");

        nanos.addAndGet(1_000_000_000L);
        log.refused("wrong-client");
        assertThat(lines)
                .hasSize(6)
                .last()
                .isEqualTo("Request refused: wrong-client (9995 more lines like this were held back)");
    }

    @Test
    void tells_the_kind_of_a_failure_and_not_its_message() {
        new RefusalLog(() -> 0).failed(new IllegalStateException("eyJraWQiOiJ"));

        assertThat(lines).containsExactly("Request refused: the module failed with java.lang.IllegalStateException");
    }

    @Test
    void tells_which_settings_are_wrong() {
        new RefusalLog(() -> 0)
                .failed(new InvalidSettings(List.of(new SettingFault("cognito.client-ids", "is missing", "Set it"))));

        assertThat(lines).singleElement().asString().contains("cognito.client-ids");
    }
}
