package org.cognito4j.jakarta.security;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.logging.Level;
import org.cognito4j.jakarta.fake.LoggedLines;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class StoreFailuresTest {

    private final StoreFailures failures = new StoreFailures(new ServiceBean(new CognitoExtension()));

    @Test
    void are_logged_once_with_causes_and_without_what_the_exception_says() {
        try (LoggedLines log = LoggedLines.of("org.cognito4j")) {
            IllegalStateException failure =
                    new IllegalStateException("eyJ.secret", new UnsupportedOperationException("eyJ.other"));
            failures.report(failure);
            failures.report(failure);

            assertThat(log.lines(Level.SEVERE))
                    .singleElement()
                    .asString()
                    .contains(
                            "IdentityStoreHandler",
                            "503",
                            "java.lang.IllegalStateException",
                            "Caused by: java.lang.UnsupportedOperationException",
                            "at " + StoreFailuresTest.class.getName())
                    .doesNotContain("eyJ");
        }
    }

    @Test
    @Timeout(value = 20, unit = SECONDS)
    void that_cause_each_other_are_followed_to_an_end() {
        IllegalStateException one = new IllegalStateException();
        one.initCause(new IllegalArgumentException(one));
        try (LoggedLines log = LoggedLines.of("org.cognito4j")) {
            failures.report(one);

            assertThat(log.lines(Level.SEVERE)).hasSize(1);
        }
    }
}
