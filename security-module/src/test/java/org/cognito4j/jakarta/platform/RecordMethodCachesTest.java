package org.cognito4j.jakarta.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import org.junit.jupiter.api.Test;

class RecordMethodCachesTest {

    private static final int MINUTE = 60_000;

    @Test
    void do_not_keep_the_class_loader_of_an_application_that_is_gone() throws Exception {
        ReferenceQueue<ClassLoader> gone = new ReferenceQueue<>();
        Reference<ClassLoader> application = new WeakReference<>(useRecordsOfAnApplication(), gone);

        RecordMethodCaches.forgetApplication();

        collectWhatIsSoftlyReachable();
        assertThat(gone.remove(MINUTE)).isSameAs(application);
    }

    private static ClassLoader useRecordsOfAnApplication() throws Exception {
        ClassLoader application = new ApplicationLoader();
        Object first =
                application.loadClass(Outer.class.getName()).getConstructor().newInstance();
        Object second = first.getClass().getConstructor().newInstance();
        assertThat(first.getClass()).isNotEqualTo(Outer.class);
        assertThat(first.equals(second)).isTrue();
        assertThat(first.hashCode()).isEqualTo(second.hashCode());
        assertThat(first.toString()).isEqualTo(second.toString());
        return application;
    }

    /** Asks for more than there is: the JVM promises to clear soft references before it refuses. */
    private static void collectWhatIsSoftlyReachable() {
        assertThatThrownBy(() -> new long[Integer.MAX_VALUE - 8].clone()).isInstanceOf(OutOfMemoryError.class);
        System.gc();
    }

    /** Has a class of its own for everything in this test. */
    private static final class ApplicationLoader extends ClassLoader {

        ApplicationLoader() {
            super(RecordMethodCachesTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.startsWith(RecordMethodCachesTest.class.getName()) || findLoadedClass(name) != null) {
                return super.loadClass(name, resolve);
            }
            try (InputStream file = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
                byte[] bytes = file.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }

    /** A record with a component of each kind: one of the application, one of the JDK, a number. */
    public record Outer(Inner inner, String text, int number) {

        /** For who knows the class by its name only. */
        public Outer() {
            this(new Inner("x"), "text", 1);
        }
    }

    record Inner(String text) {}
}
