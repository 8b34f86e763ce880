package org.cognito4j.server.liberty;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.ws.security.authentication.cache.AuthCacheService;
import com.ibm.ws.security.javaeesec.cdi.extensions.JavaEESecCDIExtension;
import com.ibm.ws.security.javaeesec.properties.ModulePropertiesUtils;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.Principal;
import java.util.List;
import java.util.stream.Stream;
import javax.security.auth.x500.X500Principal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleReference;
import org.osgi.framework.ServiceReference;

class LibertyMemoryTest {

    private final ModulePropertiesUtils server = ModulePropertiesUtils.getInstance();
    private final AuthCacheService callers = new AuthCacheService();
    private final LibertyMemory memory = new LibertyMemory();

    @Test
    void loses_the_mechanisms_of_the_application_that_ends_and_no_other() {
        Object ending = new Object();
        Object staying = new Object();
        // In whatever order the memory has them, some of these come first.
        List<Object> without = Stream.generate(Object::new).limit(50).toList();
        server.remember(ending, this);
        server.remember(staying, "of another class loader");
        without.forEach(module -> server.remember(module, null));

        memory.found(String.class); // knows nothing of it
        memory.found(ModulePropertiesUtils.class);
        memory.forget(getClass().getClassLoader());

        assertThat(server.remembers(ending)).isFalse();
        assertThat(server.remembers(staying)).isTrue();
        assertThat(without).allMatch(server::remembers);
    }

    @Test
    void loses_the_mechanisms_that_are_kept_by_the_name_of_the_application() {
        JavaEESecCDIExtension.remember("ending", getClass());
        JavaEESecCDIExtension.remember("staying", String.class);

        memory.found(JavaEESecCDIExtension.class);
        memory.forget(getClass().getClassLoader());

        assertThat(JavaEESecCDIExtension.remembers("ending", getClass())).isFalse();
        assertThat(JavaEESecCDIExtension.remembers("staying", String.class)).isTrue();
    }

    @Test
    void loses_the_callers_of_the_application_that_ends_however_old_and_no_other() {
        Principal ofApplication = () -> "reader";
        callers.remember(0, "new", ofApplication);
        callers.remember(1, "old", ofApplication);
        callers.remember(2, "oldest", ofApplication);
        callers.rememberNothing("empty");
        callers.remember(0, "of-another", new X500Principal("CN=reader"));

        BundleLoader bundle = new BundleLoader();
        memory.found(bundle.define(Bundled.class));
        memory.forget(getClass().getClassLoader());

        assertThat(callers.remembers("new")).isFalse();
        assertThat(callers.remembers("old")).isFalse();
        assertThat(callers.remembers("oldest")).isFalse();
        assertThat(callers.remembers("of-another")).isTrue();
        assertThat(bundle.held).isNull();
    }

    @Test
    void is_left_alone_on_other_servers() {
        Object module = new Object();
        server.remember(module, this);

        memory.forget(getClass().getClassLoader());

        assertThat(memory.isThere()).isFalse();
        assertThat(server.remembers(module)).isTrue();
    }

    private static final class Bundled {}

    /** As OSGi's are: tells which bundle it loads classes of. */
    private final class BundleLoader extends ClassLoader
            implements BundleReference, Bundle, BundleContext, ServiceReference<AuthCacheService> {

        private @Nullable ServiceReference<?> held;

        BundleLoader() {
            super(LibertyMemoryTest.class.getClassLoader());
        }

        Class<?> define(Class<?> type) {
            try (InputStream stream =
                    type.getResourceAsStream("/" + type.getName().replace('.', '/') + ".class")) {
                byte[] code = stream.readAllBytes();
                return defineClass(type.getName(), code, 0, code.length);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public Bundle getBundle() {
            return this;
        }

        @Override
        public BundleContext getBundleContext() {
            return this;
        }

        @Override
        public ServiceReference<?> getServiceReference(String name) {
            assertThat(name).isEqualTo(AuthCacheService.class.getName());
            return this;
        }

        @Override
        @SuppressWarnings("unchecked") // there is one service
        public <S> S getService(ServiceReference<S> reference) {
            held = reference;
            return (S) callers;
        }

        @Override
        public boolean ungetService(ServiceReference<?> reference) {
            held = null;
            return true;
        }
    }
}
