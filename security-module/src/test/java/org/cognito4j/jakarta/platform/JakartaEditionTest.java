package org.cognito4j.jakarta.platform;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import java.lang.reflect.Proxy;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JakartaEditionTest {

    @Test
    void too_old_ends_the_start_and_says_what_is_needed() {
        assertThatThrownBy(() -> JakartaEdition.requireTenIn(serverOf(5)))
                .isInstanceOf(ServletException.class)
                .hasMessageContainingAll("Jakarta EE 10", "Old Server/9.0", "Servlet 5.0");
    }

    @ParameterizedTest
    @ValueSource(ints = {6, 7})
    void ten_and_newer_will_do(int servlet) {
        assertThatCode(() -> JakartaEdition.requireTenIn(serverOf(servlet))).doesNotThrowAnyException();
    }

    private static ServletContext serverOf(int servlet) {
        Map<String, Object> answers =
                Map.of("getMajorVersion", servlet, "getMinorVersion", 0, "getServerInfo", "Old Server/9.0");
        return (ServletContext) Proxy.newProxyInstance(
                JakartaEditionTest.class.getClassLoader(),
                new Class<?>[] {ServletContext.class},
                (proxy, method, arguments) -> answers.get(method.getName()));
    }
}
