package org.cognito4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ObservedKeySourceTest {

    private final ScriptedPublisher publisher = new ScriptedPublisher(new ManualTime());
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final List<Duration> took = new CopyOnWriteArrayList<>();
    private RuntimeException thrown;

    private final ObservedKeySource source = new ObservedKeySource(publisher, RingUnderTest.POOL, new KeyListener() {
        @Override
        public void refreshed(UserPool userPool, int keys, Duration time) {
            hear(userPool + ": " + keys, time);
        }

        @Override
        public void failed(UserPool userPool, String cause, Duration time) {
            hear(userPool + ": " + cause, time);
        }
    });

    @AfterEach
    void close() {
        source.close();
    }

    @Test
    void tells_how_many_keys_came() throws KeySetUnavailable {
        publisher.publish("one", "two");

        assertThat(source.fetch(Duration.ofSeconds(5)).keys()).containsOnlyKeys("one", "two");
        assertThat(heard).containsExactly("eu-west-1_AbCdEfGhI: 2");
    }

    @Test
    void tells_why_none_came() {
        publisher.refuse();

        assertThatThrownBy(() -> source.fetch(Duration.ofSeconds(5))).isInstanceOf(KeySetUnavailable.class);
        assertThat(heard).containsExactly("eu-west-1_AbCdEfGhI: refused");
    }

    @Test
    void tells_how_long_it_took() throws KeySetUnavailable {
        long start = System.nanoTime();
        source.fetch(Duration.ofSeconds(5));

        assertThat(took)
                .singleElement()
                .satisfies(
                        time -> assertThat(time).isBetween(Duration.ZERO, Duration.ofNanos(System.nanoTime() - start)));
    }

    @Test
    void a_listener_that_fails_costs_no_keys_and_is_named_in_the_log() throws KeySetUnavailable {
        thrown = new IllegalStateException("with\r\nsomething private");
        try (RecordedLog log = RecordedLog.of("org.cognito4j.keys")) {
            assertThat(source.fetch(Duration.ofSeconds(5)).keys()).containsOnlyKeys("one");

            assertThat(log.lines())
                    .containsExactly("WARNING A listener for keys failed with java.lang.IllegalStateException");
        }
    }

    @Test
    void a_listener_that_hangs_costs_no_keys() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        CountDownLatch told = new CountDownLatch(16);
        ObservedKeySource observed = new ObservedKeySource(publisher, RingUnderTest.POOL, new KeyListener() {
            @Override
            public void refreshed(UserPool userPool, int keys, Duration time) {
                try {
                    end.await();
                    told.countDown();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }

            @Override
            public void failed(UserPool userPool, String cause, Duration time) {
                throw new AssertionError(cause);
            }
        });
        try (observed) {
            for (int i = 0; i < 100; i++) {
                assertThat(observed.fetch(Duration.ofSeconds(5)).keys()).containsOnlyKeys("one");
            }
            end.countDown();
            assertThat(told.await(50, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void closes_what_it_observes() {
        source.close();

        assertThat(publisher.isClosed()).isTrue();
    }

    private void hear(String what, Duration time) {
        heard.add(what);
        took.add(time);
        if (thrown != null) {
            throw thrown;
        }
    }
}
