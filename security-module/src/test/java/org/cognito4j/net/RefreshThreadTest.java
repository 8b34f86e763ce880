package org.cognito4j.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URL;
import java.net.URLClassLoader;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class RefreshThreadTest {

    private final RefreshThread thread = new DaemonRefreshThread("refresh under test");

    @AfterEach
    void close() {
        thread.close();
    }

    @Test
    void is_a_daemon_of_that_name() throws Exception {
        Thread running = running();

        assertThat(running.getName()).isEqualTo("refresh under test");
        assertThat(running.isDaemon()).isTrue();
    }

    /** Otherwise the application of the request that starts the thread could never be unloaded. */
    @Test
    void does_not_hold_on_to_the_application_that_starts_it() throws Exception {
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        try (URLClassLoader application = new URLClassLoader(new URL[0], before)) {
            Thread.currentThread().setContextClassLoader(application);

            assertThat(running().getContextClassLoader()).isSameAs(RefreshThread.class.getClassLoader());
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    @Test
    void waits_as_long_as_it_is_told() throws Exception {
        long start = System.nanoTime();
        CompletableFuture<Long> ranAt = new CompletableFuture<>();
        thread.runAfter(Duration.ofMillis(30), () -> ranAt.complete(System.nanoTime()));

        assertThat(ranAt.get(50, TimeUnit.SECONDS) - start)
                .isGreaterThanOrEqualTo(Duration.ofMillis(30).toNanos());
    }

    @Test
    void closing_interrupts_what_runs_and_forgets_what_is_planned() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
        thread.runAfter(Duration.ZERO, () -> {
            begun.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                interrupted.complete(true);
            }
        });
        begun.await();
        CompletableFuture<Boolean> planned = new CompletableFuture<>();
        thread.runAfter(Duration.ZERO, () -> planned.complete(true));

        thread.close();

        assertThat(interrupted.get(50, TimeUnit.SECONDS)).isTrue();
        assertThat(planned).isNotDone();
        assertThatThrownBy(() -> thread.runAfter(Duration.ZERO, () -> {}))
                .isInstanceOf(RejectedExecutionException.class);
    }

    private Thread running() throws Exception {
        CompletableFuture<Thread> running = new CompletableFuture<>();
        thread.runAfter(Duration.ZERO, () -> running.complete(Thread.currentThread()));
        return running.get(50, TimeUnit.SECONDS);
    }
}
