package org.cognito4j.jakarta;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResourceLocatorsTest {

    private final ResourceLocators locators = new ResourceLocators(null);

    @ParameterizedTest
    @ValueSource(classes = {ByObject.class, ByClass.class, ByAnyClass.class})
    void ask_who_calls_what_a_restricted_locator_leads_to(Class<?> resource) {
        assertThatThrownBy(() -> pass(resource.getConstructor().newInstance(), new Inner()))
                .hasMessage("asked who calls");
    }

    @Test
    void ask_nobody_where_the_locator_leads_elsewhere() {
        assertThatCode(() -> pass(new ByClass(), "another")).doesNotThrowAnyException();
    }

    private void pass(Object outer, Object inner) {
        UriInfo path = fake(UriInfo.class, (proxy, method, arguments) -> List.of(inner, outer));
        locators.filter(fake(ContainerRequestContext.class, (proxy, method, arguments) -> {
            if (method.getName().equals("getSecurityContext")) {
                throw new IllegalStateException("asked who calls");
            }
            return method.getName().equals("getUriInfo") ? path : null;
        }));
    }

    private static <T> T fake(Class<T> type, InvocationHandler answers) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, answers));
    }

    /** What is led to. */
    public static class Inner {}

    /** Makes it itself. */
    public static class ByObject {

        /** For some. */
        @Path("inner")
        @RolesAllowed("read")
        public Inner inner() {
            return new Inner();
        }
    }

    /** Has the container make it. */
    public static class ByClass {

        /** For some. */
        @Path("inner")
        @RolesAllowed("read")
        public Class<Inner> inner() {
            return Inner.class;
        }
    }

    /** Does not tell beforehand what the container is to make. */
    public static class ByAnyClass {

        /** For some. */
        @Path("inner")
        @RolesAllowed("read")
        public Class<?> inner() {
            return Inner.class;
        }
    }
}
