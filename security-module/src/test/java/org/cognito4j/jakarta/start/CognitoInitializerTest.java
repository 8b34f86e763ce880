package org.cognito4j.jakarta.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.catalina.TomcatApplication;
import org.cognito4j.jakarta.guard.AfterAuthenticationFilter;
import org.eclipse.jetty.JettyApplication;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CognitoInitializerTest {

    private final List<Class<?>> added = new ArrayList<>();
    private int servletVersion = 6;

    @Test
    void ends_the_start_on_a_server_that_is_too_old() {
        servletVersion = 5;

        assertThatThrownBy(() -> startOn(TomcatApplication::context)).isInstanceOf(ServletException.class);
        assertThat(added).isEmpty();
    }

    @Test
    void puts_a_guard_in_front() throws ServletException {
        startOn(TomcatApplication::context);

        assertThat(added).contains(StartListener.class, AfterAuthenticationFilter.class);
    }

    @Test
    void needs_no_guard_on_jetty() throws ServletException {
        startOn(JettyApplication::context);

        assertThat(added).contains(StartListener.class).doesNotContain(AfterAuthenticationFilter.class);
    }

    private void startOn(Function<InvocationHandler, ServletContext> server) throws ServletException {
        new CognitoInitializer().onStartup(null, server.apply(this::answer));
    }

    private @Nullable Object answer(Object proxy, Method method, Object[] arguments) {
        return switch (method.getName()) {
            case "getMajorVersion" -> servletVersion;
            case "getMinorVersion" -> 0;
            case "getServletRegistrations", "getFilterRegistrations" -> Map.of();
            case "getInitParameterNames" -> Collections.emptyEnumeration();
            case "getClassLoader" -> CognitoInitializerTest.class.getClassLoader();
            case "hashCode" -> System.identityHashCode(proxy);
            case "equals" -> proxy == arguments[0];
            case "addListener" -> note(arguments[0]);
            case "addFilter" -> note(arguments[1]);
            default -> null;
        };
    }

    private @Nullable Object note(Object part) {
        added.add(part.getClass());
        return null;
    }
}
