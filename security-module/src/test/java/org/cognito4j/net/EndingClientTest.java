package org.cognito4j.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class EndingClientTest {

    /** At the start, while the client is made, and while it waits for an answer. */
    @RepeatedTest(20)
    void leaves_no_thread_when_it_is_closed_during_its_first_request() throws Exception {
        List<Thread> before = threads();
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            EndingClient client = new EndingClient();
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + silent.getLocalPort() + "/"))
                    .build();
            CountDownLatch begun = new CountDownLatch(1);
            Thread caller = new Thread(() -> {
                begun.countDown();
                try {
                    client.send(request, BodyHandlers.discarding()).join();
                } catch (InterruptedException | RuntimeException closed) {
                    // as it has to be
                }
            });
            caller.start();
            begun.await();
            caller.interrupt();
            client.close();
            caller.join(Duration.ofSeconds(20).toMillis());
            assertThat(caller.isAlive()).isFalse();
        }
        while (!left(before).isEmpty()) {
            if (Thread.interrupted()) {
                throw new AssertionError("still there: " + left(before));
            }
            Thread.onSpinWait();
        }
    }

    @Test
    void its_threads_inherit_nothing_of_the_caller_s() {
        InheritableThreadLocal<String> ofRequest = new InheritableThreadLocal<>();
        List<String> seen = new ArrayList<>();
        ofRequest.set("of the first caller");
        try {
            Thread thread = DetachedThread.of(() -> seen.add(ofRequest.get()), "detached");
            thread.start();
            while (thread.isAlive()) {
                Thread.onSpinWait();
            }
        } finally {
            ofRequest.remove();
        }
        assertThat(seen).containsOnlyNulls().hasSize(1);
    }

    private static List<Thread> left(List<Thread> before) {
        List<Thread> left = threads();
        left.removeAll(before);
        return left;
    }

    private static List<Thread> threads() {
        return new ArrayList<>(Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("cognito4j-http")
                        || thread.getName().contains("SelectorManager"))
                .toList());
    }
}
