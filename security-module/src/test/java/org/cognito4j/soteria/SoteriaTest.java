package org.cognito4j.soteria;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import org.junit.jupiter.api.Test;

class SoteriaTest {

    @Test
    void is_the_application_s_own_beside_the_module() {
        assertThat(Soteria.isInApplication()).isTrue();
    }

    @Test
    void is_not_the_application_s_own_where_the_server_shows_it() throws Exception {
        Method isInApplication =
                new Application().loadClass(Soteria.class.getName()).getDeclaredMethod("isInApplication");
        isInApplication.setAccessible(true);

        assertThat(isInApplication.invoke(null)).isEqualTo(false);
    }

    /** Has the module itself, and all else from its parent, which is the server. */
    private static final class Application extends ClassLoader {

        Application() {
            super(SoteriaTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            return name.equals(Soteria.class.getName()) ? define(name) : super.loadClass(name, resolve);
        }

        private Class<?> define(String name) throws ClassNotFoundException {
            try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
                byte[] bytes = in.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }
}
