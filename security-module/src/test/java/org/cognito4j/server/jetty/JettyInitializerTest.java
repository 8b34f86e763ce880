package org.cognito4j.server.jetty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.util.Set;
import org.eclipse.jetty.security.Authenticator;
import org.junit.jupiter.api.Test;

class JettyInitializerTest {

    @Test
    void does_nothing_on_another_server_and_needs_no_class_of_jetty_there() throws Exception {
        ServletContext elsewhere = (ServletContext) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {ServletContext.class}, (proxy, method, arguments) -> {
                    throw new AssertionError("asked for " + method);
                });
        Class<?> initializer = new WithoutJetty().loadClass(JettyInitializer.class.getName());
        ServletContainerInitializer loaded =
                (ServletContainerInitializer) initializer.getConstructor().newInstance();

        assertThat(initializer).isNotSameAs(JettyInitializer.class);
        assertThatCode(() -> loaded.onStartup(Set.of(), elsewhere)).doesNotThrowAnyException();
    }

    @Test
    void installs_an_authenticator_and_stays_closed_as_long_as_there_is_no_cdi() throws Exception {
        try (JettyServer jetty = new JettyServer()) {
            jetty.context.addServletContainerInitializer(new JettyInitializer());
            jetty.start();

            assertThat(jetty.security().getAuthenticator()).isInstanceOf(CallerAuthenticator.class);
            assertThat(jetty.get("/reader").statusCode()).isEqualTo(403);
            assertThat(jetty.get("/open").body()).isEqualTo("caller=null");
        }
    }

    @Test
    void refuses_for_a_servlet_that_asks_for_the_authentication() throws Exception {
        try (JettyServer jetty = new JettyServer()) {
            jetty.context.addServletContainerInitializer(new JettyInitializer());
            jetty.start();

            assertThat(jetty.get("/open?authenticate").statusCode()).isEqualTo(403);
        }
    }

    @Test
    void leaves_an_application_alone_that_has_its_own_authenticator() throws Exception {
        try (JettyServer jetty = new JettyServer()) {
            Authenticator own = new Authenticator.NoOp();
            jetty.security().setAuthenticator(own);
            jetty.context.addServletContainerInitializer(new JettyInitializer());
            jetty.start();

            assertThat(jetty.security().getAuthenticator()).isSameAs(own);
        }
    }

    @Test
    void leaves_nothing_behind_when_the_application_stops_and_is_back_when_it_starts() throws Exception {
        try (JettyServer jetty = new JettyServer()) {
            jetty.context.addServletContainerInitializer(new JettyInitializer());
            jetty.start();
            Authenticator first = jetty.security().getAuthenticator();

            jetty.context.stop();
            assertThat(jetty.security().getAuthenticator()).isNull();
            assertThat(jetty.security().getAuthenticationType()).isNull();

            jetty.context.start();
            assertThat(jetty.security().getAuthenticator())
                    .isInstanceOf(CallerAuthenticator.class)
                    .isNotSameAs(first);
            assertThat(jetty.get("/open?authenticate").statusCode()).isEqualTo(403);
        }
    }

    /** Loads the classes of this package anew and knows no Jetty, Soteria or Weld. */
    private static final class WithoutJetty extends ClassLoader {

        WithoutJetty() {
            super(JettyInitializerTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.startsWith("org.eclipse.jetty.")
                    || name.startsWith("org.glassfish.")
                    || name.startsWith("org.jboss.")) {
                throw new ClassNotFoundException(name);
            }
            if (!name.startsWith("org.cognito4j.server.jetty.")) {
                return super.loadClass(name, resolve);
            }
            try (InputStream bytes = getResourceAsStream(name.replace('.', '/') + ".class")) {
                byte[] code = bytes.readAllBytes();
                return defineClass(name, code, 0, code.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }
}
