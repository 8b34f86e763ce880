package org.cognito4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An operator hears of the beginning and of the end of an outage, and of nothing in between. */
@Timeout(60)
class KeyRingLogTest {

    private final RecordedLog log = RecordedLog.of("org.cognito4j.keys");
    private final List<String> lines = log.lines();

    @AfterEach
    void stop() {
        log.close();
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
