package org.cognito4j.net;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.function.IntPredicate;
import org.cognito4j.fault.Fault;
import org.cognito4j.fault.FaultServer;
import org.junit.jupiter.api.Test;

/** The module where the API of OpenTelemetry is not on the class path, as on most servers. */
class WithoutOpenTelemetryTest {

    private final ClassLoader module = new HidingLoader();

    @Test
    void requests_are_sent_as_they_are() throws Exception {
        try (FaultServer server = new FaultServer(Fault.ok("hello".getBytes(UTF_8)))) {
            Class<?> type = module.loadClass("org.cognito4j.net.BoundedExchange");
            try (AutoCloseable exchange = (AutoCloseable) type.getConstructor(int.class, IntPredicate.class)
                    .newInstance(100, (IntPredicate) status -> true)) {
                HttpRequest request =
                        HttpRequest.newBuilder(server.address("/keys")).build();
                Object answer = type.getMethod("send", HttpRequest.class, Duration.class)
                        .invoke(exchange, request, Duration.ofSeconds(50));

                assertThat(answer.getClass().getMethod("status").invoke(answer)).isEqualTo(200);
            }
        }
    }

    @Test
    void tasks_stay_as_they_are() throws Exception {
        Runnable task = () -> {};

        assertThat(module.loadClass("org.cognito4j.net.CallerTrace")
                        .getMethod("carry", Runnable.class)
                        .invoke(null, task))
                .isSameAs(task);
    }

    @Test
    void decisions_are_noted() throws Exception {
        Object decisions = module.loadClass("org.cognito4j.jakarta.monitor.Monitoring")
                .getMethod("decisionsWithoutService")
                .invoke(null);
        Class<?> form = module.loadClass("org.cognito4j.jakarta.decision.DecisionForm");

        decisions
                .getClass()
                .getMethod("failed", HttpServletRequest.class, form, Throwable.class)
                .invoke(decisions, null, form.getEnumConstants()[0], new IllegalStateException());
    }

    @Test
    void the_api_is_not_taken_for_there() throws Exception {
        assertThat(module.loadClass("org.cognito4j.net.OpenTelemetryLookup")
                        .getMethod("hasApi")
                        .invoke(null))
                .isEqualTo(false);
    }

    /** Has the classes of the module once more, and those of OpenTelemetry not at all. */
    private static final class HidingLoader extends ClassLoader {

        HidingLoader() {
            super(WithoutOpenTelemetryTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.startsWith("io.opentelemetry.")) {
                throw new ClassNotFoundException(name);
            }
            if (!name.startsWith("org.cognito4j.")) {
                return super.loadClass(name, resolve);
            }
            synchronized (getClassLoadingLock(name)) {
                Class<?> known = findLoadedClass(name);
                return known == null ? define(name) : known;
            }
        }

        private Class<?> define(String name) throws ClassNotFoundException {
            try (InputStream file = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
                byte[] content = file.readAllBytes();
                return defineClass(name, content, 0, content.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }
}
