package org.cognito4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An operator hears of the beginning and of the end of an outage, and of nothing in between. */
@Timeout(60)
class KeyRingLogTest {

    private final Logger logger = Logger.getLogger("org.cognito4j.keys");
    private final List<String> lines = new ArrayList<>();
    private final Handler recorder = new Handler() {
        @Override
        public void publish(LogRecord line) {
            lines.add(line.getLevel() + " " + new SimpleFormatter().formatMessage(line));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void record() {
        logger.setLevel(Level.ALL);
        logger.addHandler(recorder);
    }

    @AfterEach
    void stop() {
        logger.removeHandler(recorder);
        logger.setLevel(null);
    }

    @Test
    void says_nothing_loud_of_what_goes_well() {
        RingUnderTest.withKeys().time.pass(Duration.ofMinutes(5));

        assertThat(lines).hasSize(2).containsOnly("FINE Keys of user pool eu-west-1_AbCdEfGhI fetched: 1");
    }

    @Test
    void warns_once_of_an_outage_and_tells_its_end() {
        RingUnderTest test = RingUnderTest.withKeys();
        test.publisher.refuse();
        test.time.pass(Duration.ofMinutes(10));
        test.publisher.publish("one", "two");
        test.time.pass(Duration.ofMinutes(1));

        String failure =
                " Keys of user pool eu-west-1_AbCdEfGhI could not be fetched: refused;" + " the last ones stay in use";
        assertThat(lines.get(1)).isEqualTo("WARNING" + failure);
        assertThat(lines.subList(2, lines.size() - 1)).hasSizeGreaterThan(5).containsOnly("FINE" + failure);
        assertThat(lines.get(lines.size() - 1)).isEqualTo("INFO Keys of user pool eu-west-1_AbCdEfGhI fetched: 2");
    }

    @Test
    void warns_that_callers_are_turned_away() {
        RingUnderTest test = new RingUnderTest();
        test.publisher.refuse();
        test.ask("one");

        assertThat(lines)
                .containsExactly("WARNING Keys of user pool eu-west-1_AbCdEfGhI could not be fetched: refused;"
                        + " callers get 503 until they can");
    }
}
