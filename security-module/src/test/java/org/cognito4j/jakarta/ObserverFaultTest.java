package org.cognito4j.jakarta;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.cognito4j.AccessToken;
import org.cognito4j.RejectionReason;
import org.cognito4j.UserPool;
import org.cognito4j.Verification;
import org.cognito4j.config.Configuration;
import org.cognito4j.config.ConfigurationSource;
import org.cognito4j.config.ServiceSettings;
import org.cognito4j.config.ServiceSettingsReader;
import org.cognito4j.jakarta.decision.DecisionForm;
import org.cognito4j.jakarta.decision.RefusalLog;
import org.cognito4j.jakarta.decision.SecurityDecision;
import org.cognito4j.jakarta.decision.SecurityObserver;
import org.cognito4j.jakarta.fake.Requests;
import org.cognito4j.jakarta.fake.SampleDecisions;
import org.cognito4j.jakarta.monitor.Monitoring;
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
            log.refused("token-expired", "abc", () -> SampleDecisions.verified("token-expired"));
        }
        log.failed(new IllegalStateException());
        log.close();

        assertThat(lines).hasSize(7);
    }

    @Test
    void the_other_observers_hear_of_an_event_when_one_of_them_and_the_log_handler_throw() {
        List<String> heard = new ArrayList<>();
        Observer faulty = new Observer(code -> {
            throw new NoClassDefFoundError();
        });
        try (Monitoring monitoring = new Monitoring(settings(), List.of(faulty, new Observer(heard::add)))) {
            refuse(monitoring, RejectionReason.TOKEN_EXPIRED);
            refuse(monitoring, RejectionReason.WRONG_CLIENT);
        }

        assertThat(heard).containsExactly("token-expired", "wrong-client");
        assertThat(lines).filteredOn(line -> line.startsWith("An observer")).hasSize(1);
    }

    private static void refuse(Monitoring monitoring, RejectionReason reason) {
        monitoring
                .decisions()
                .refused(Requests.withAuthorization(), DecisionForm.FILTER, new Verification.Rejected(reason), 1);
    }

    private static ServiceSettings settings() {
        return ServiceSettingsReader.read(Configuration.of(List.of(ConfigurationSource.of(
                "test", Map.of("cognito.user-pool-id", "eu-west-1_AbCdEfGhI", "cognito.client-ids", "abc")))));
    }

    private record Observer(Consumer<String> refusal) implements SecurityObserver {

        @Override
        public boolean hearsAccepted() {
            return true;
        }

        @Override
        public boolean hearsRefused() {
            return true;
        }

        @Override
        public void accepted(AccessToken token, SecurityDecision decision) {}

        @Override
        public void refused(SecurityDecision decision) {
            refusal.accept(decision.code());
        }

        @Override
        public void refreshed(UserPool userPool, int keys, Duration took) {}

        @Override
        public void failed(UserPool userPool, String cause, Duration took) {}
    }
}
