package org.cognito4j.jakarta.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.cognito4j.UserPool;
import org.cognito4j.jakarta.decision.SecurityObserver;
import org.cognito4j.jakarta.fake.CountedRefusals;
import org.cognito4j.jakarta.fake.SampleDecisions;
import org.junit.jupiter.api.Test;

class CdiEventsTest {

    private static final UserPool POOL = UserPool.of("eu-west-1_AbCdEfGhI");

    @ApplicationScoped
    static class AuditTrail {

        final List<Object> heard = new CopyOnWriteArrayList<>();

        void refused(@Observes CallerRefused event) {
            heard.add(event);
        }

        void refreshed(@Observes KeysRefreshed event) {
            heard.add(event);
        }

        void failing(@Observes KeysFailing event) {
            heard.add(event);
        }

        void changed(@Observes PolicyChanged event) {
            heard.add(event);
        }

        void failing(@Observes PolicyFailing event) {
            heard.add(event);
        }

        List<Object> heard() {
            return heard;
        }
    }

    @ApplicationScoped
    static class Broken {

        void refused(@Observes CallerRefused event) {
            if (event.code().equals("token-expired")) {
                throw new IllegalStateException("broken");
            }
            throw new StackOverflowError();
        }
    }

    @Test
    void reach_the_observers_of_the_application() {
        try (SeContainer container = container(AuditTrail.class)) {
            SecurityObserver events = new CdiEvents(container.getBeanManager());
            events.refused(SampleDecisions.verified("token-expired"));
            events.refused(SampleDecisions.unverified("wrong-client"));
            events.refreshed(POOL, 2, Duration.ofMillis(3));
            events.failed(POOL, "HTTP status 503", Duration.ofMillis(4));
            events.policyChanged(2, "/etc/policy");
            events.policyFailing("/etc/policy", "is faulty");

            assertThat(container.select(AuditTrail.class).get().heard())
                    .containsExactly(
                            new CallerRefused(SampleDecisions.verified("token-expired")),
                            new CallerRefused(SampleDecisions.unverified("wrong-client")),
                            new KeysRefreshed(POOL, 2, Duration.ofMillis(3)),
                            new KeysFailing(POOL, "HTTP status 503", Duration.ofMillis(4)),
                            new PolicyChanged(2, "/etc/policy"),
                            new PolicyFailing("/etc/policy", "is faulty"));
        }
    }

    @Test
    void an_observer_that_fails_keeps_nobody_else_from_hearing() {
        try (SeContainer container = container(Broken.class)) {
            CountedRefusals counted = new CountedRefusals();
            SecurityObserver observers =
                    new SecurityObservers(List.of(new CdiEvents(container.getBeanManager()), counted));
            observers.refused(SampleDecisions.unverified("token-expired"));
            observers.refused(SampleDecisions.unverified("token-expired"));
            observers.refused(SampleDecisions.unverified("wrong-client"));

            assertThat(counted.byCode()).containsEntry("token-expired", 2L).containsEntry("wrong-client", 1L);
        }
    }

    @Test
    void are_not_asked_for_any_more_once_no_observer_was_found() {
        try (SeContainer container = container(Deaf.class)) {
            CdiEvents events = new CdiEvents(container.getBeanManager());
            assertThat(events.hearsRefused()).isTrue();

            events.refused(SampleDecisions.unverified("token-expired"));

            assertThat(events.hearsRefused()).isFalse();
        }
    }

    @ApplicationScoped
    static class Deaf {}

    private static SeContainer container(Class<?> bean) {
        return SeContainerInitializer.newInstance()
                .disableDiscovery()
                .addBeanClasses(bean)
                .initialize();
    }
}
