package org.cognito4j.jakarta.rest;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletContext;
import java.lang.ref.WeakReference;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class CheckedApplicationsTest {

    private final ClassLoader before = Thread.currentThread().getContextClassLoader();

    @BeforeEach
    void leave_the_application_of_the_thread_open() {
        Thread.currentThread().setContextClassLoader(null);
    }

    @AfterEach
    void restore() {
        Thread.currentThread().setContextClassLoader(before);
    }

    /** The jar may be in the libraries of a server, which goes on when an application ends. */
    @Test
    void do_not_contain_the_next_one_when_the_one_before_has_ended() throws Exception {
        awaitEnd(checkedApplication());
        ServletContext next = application();
        CheckedApplications.use(next);

        assertThat(CheckedApplications.contain(next)).isFalse();
    }

    private static WeakReference<ServletContext> checkedApplication() {
        AtomicReference<ServletContext> first = new AtomicReference<>(application());
        CheckedApplications.use(first.get());
        CheckedApplications.add(null, String.class, String.class); // of no application's libraries
        WeakReference<ServletContext> reference = new WeakReference<>(first.get());
        first.set(null);
        return reference;
    }

    private static void awaitEnd(WeakReference<ServletContext> application) throws InterruptedException {
        while (application.get() != null) {
            System.gc();
            Thread.sleep(10);
        }
    }

    private static ServletContext application() {
        ClassLoader libraries = new ClassLoader(null) {};
        return (ServletContext) Proxy.newProxyInstance(
                CheckedApplicationsTest.class.getClassLoader(),
                new Class<?>[] {ServletContext.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getClassLoader" -> libraries;
                    case "hashCode" -> System.identityHashCode(proxy);
                    case "equals" -> proxy == arguments[0];
                    default -> null;
                });
    }
}
