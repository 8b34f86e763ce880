package org.cognito4j.jakarta;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ResourceAccessTest {

    @RolesAllowed("interface")
    interface Api<T> {

        @RolesAllowed("read")
        String read();

        @DenyAll
        void put(T thing);

        @DenyAll
        void putAll(T[] things);

        void other();

        @PermitAll
        void overloaded(Object thing);
    }

    @RolesAllowed("base")
    static class Base {

        public void inherited() {}

        @RolesAllowed("method of base")
        public void overridden() {}
    }

    static class Resource extends Base implements Api<String> {

        @Override
        public String read() {
            return "";
        }

        @Override
        public void put(String thing) {}

        @Override
        public void putAll(String[] things) {}

        @Override
        public void other() {}

        @Override
        public void overloaded(Object thing) {}

        public void overloaded(String thing) {}

        @Override
        public void overridden() {}

        public void own() {}
    }

    @RolesAllowed("class")
    static class Strict extends Resource {

        @Override
        @PermitAll
        public String read() {
            return "";
        }
    }

    static class Open {

        public void own() {}
    }

    interface OpenApi {

        @PermitAll
        void list();
    }

    @RolesAllowed("closed")
    static class Closed implements OpenApi {

        @Override
        public void list() {}
    }

    @RolesAllowed("early")
    static class Early {

        public void list() {}
    }

    static class Late extends Early implements OpenApi {}

    @Test
    void comes_from_the_method_first() {
        assertThat(access(Strict.class, "read")).hasValue(new ResourceAccess(true, List.of()));
        assertThat(access(Base.class, "overridden")).hasValue(roles("method of base"));
    }

    @Test
    void comes_from_the_method_that_is_implemented_or_overridden() {
        assertThat(access(Resource.class, "read")).hasValue(roles("read"));
        assertThat(access(Resource.class, "overridden")).hasValue(roles("method of base"));
        assertThat(access(Resource.class, "put", String.class)).hasValue(roles());
        assertThat(access(Resource.class, "putAll", String[].class)).hasValue(roles());
    }

    @Test
    void does_not_come_from_another_method_of_the_same_name() {
        assertThat(access(Resource.class, "overloaded", Object.class)).hasValue(new ResourceAccess(true, List.of()));
        assertThat(access(Resource.class, "overloaded", String.class)).hasValue(roles("base"));
    }

    @Test
    void comes_from_the_class_and_then_from_what_that_inherits_from() {
        assertThat(access(Strict.class, "own")).hasValue(roles("class"));
        assertThat(access(Strict.class, "inherited")).hasValue(roles("class"));
        assertThat(access(Resource.class, "inherited")).hasValue(roles("base"));
        assertThat(access(Resource.class, "own")).hasValue(roles("base"));
        assertThat(access(
                        new Api<String>() {
                            @Override
                            public String read() {
                                return "";
                            }

                            @Override
                            public void put(String thing) {}

                            @Override
                            public void putAll(String[] things) {}

                            @Override
                            public void other() {}

                            @Override
                            public void overloaded(Object thing) {}
                        }.getClass(),
                        "other"))
                .hasValue(roles("interface"));
    }

    /** What the interface says would otherwise open what the class has closed. */
    @Test
    void comes_from_the_class_before_what_its_methods_implement() {
        assertThat(access(Closed.class, "list")).hasValue(roles("closed"));
        assertThat(access(Late.class, "list")).hasValue(roles("early"));
    }

    @Test
    void is_unsaid_without_annotations() {
        assertThat(access(Open.class, "own")).isEmpty();
    }

    private static ResourceAccess roles(String... roles) {
        return new ResourceAccess(false, List.of(roles));
    }

    private static Optional<ResourceAccess> access(Class<?> type, String name, Class<?>... parameters) {
        Method method = Arrays.stream(type.getMethods())
                .filter(one -> one.getName().equals(name) && !one.isBridge())
                .filter(one -> parameters.length == 0 || Arrays.equals(one.getParameterTypes(), parameters))
                .findFirst()
                .orElseThrow();
        return ResourceAccess.to(new ResourceElements(method, type));
    }
}
