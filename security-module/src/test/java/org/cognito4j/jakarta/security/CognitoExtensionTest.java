package org.cognito4j.jakarta.security;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.security.enterprise.authentication.mechanism.http.OpenIdAuthenticationMechanismDefinition;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import org.cognito4j.jakarta.access.CurrentCaller;
import org.cognito4j.jakarta.fake.FakeRequest;
import org.cognito4j.jakarta.fake.TypesOfTests;
import org.junit.jupiter.api.Test;

class CognitoExtensionTest {

    private final CognitoExtension extension = new CognitoExtension();

    @Test
    void leaves_an_application_alone_that_people_enter_by_open_id_connect() {
        extension.found(TypesOfTests.annotated(People.class));

        assertThat(extension.hasMechanism()).isFalse();
    }

    @Test
    void protects_an_application_without_another_mechanism() {
        extension.found(TypesOfTests.annotated(Object.class));

        assertThat(extension.hasMechanism()).isTrue();
    }

    /** CDI looks up the types of all methods and fields of an extension, and leaves out one that names an absent type. */
    @Test
    void has_the_beans_that_check_scopes_where_jakarta_security_is_absent() throws Exception {
        Class<?> extension = new WithoutJakartaSecurity().loadClass(CognitoExtension.class.getName());
        for (Method method : extension.getDeclaredMethods()) {
            assertThat(method.getGenericParameterTypes()).doesNotContainNull();
        }
        assertThat(extension.getDeclaredFields()).isNotEmpty();
        Method hasJakartaSecurity = extension.getDeclaredMethod("hasJakartaSecurity");
        hasJakartaSecurity.setAccessible(true);
        Extension made = (Extension) extension.getConstructor().newInstance();

        assertThat(hasJakartaSecurity.invoke(made)).isEqualTo(false);
        try (SeContainer beans = SeContainerInitializer.newInstance()
                .disableDiscovery()
                .addExtensions(made)
                .addBeanClasses(Requests.class)
                .initialize()) {
            assertThat(beans.select(extension.getClassLoader().loadClass(CurrentCaller.class.getName()))
                            .isResolvable())
                    .isTrue();
        }
    }

    @ApplicationScoped
    static class Requests {

        @Produces
        HttpServletRequest request() {
            return new FakeRequest().face();
        }
    }

    @OpenIdAuthenticationMechanismDefinition
    private static final class People {}

    /** Loads the module's classes anew, in a place without Jakarta Security. */
    private static final class WithoutJakartaSecurity extends ClassLoader {

        WithoutJakartaSecurity() {
            super(CognitoExtension.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.startsWith("jakarta.security.")) {
                throw new ClassNotFoundException(name);
            }
            Class<?> loaded = findLoadedClass(name);
            if (loaded == null && name.startsWith("org.cognito4j.")) {
                loaded = define(name);
            }
            return loaded == null ? super.loadClass(name, resolve) : loaded;
        }

        private Class<?> define(String name) throws ClassNotFoundException {
            try (InputStream in = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
                byte[] bytes = in.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }
}
