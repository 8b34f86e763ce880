package org.cognito4j.jakarta.access;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.cognito4j.jakarta.application.AnnotationLookup;
import org.junit.jupiter.api.Test;

class RolesAnnotationTest {

    private static final RolesAnnotation TO_ALL = new RolesAnnotation(true, List.of());

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

        @PermitAll
        public void list() {}
    }

    static class Late extends Early {

        @Override
        public void list() {}
    }

    interface ClosedApi {

        @RolesAllowed("admin")
        void purge();

        @DenyAll
        void drop();
    }

    @RolesAllowed("read")
    static class Reading implements ClosedApi {

        @Override
        public void purge() {}

        @Override
        public void drop() {}
    }

    @Test
    void comes_from_the_method_first() {
        assertThat(access(Strict.class, "read")).containsExactly(TO_ALL);
        assertThat(access(Base.class, "overridden")).containsExactly(roles("method of base"));
    }

    @Test
    void comes_from_the_method_that_is_implemented_or_overridden() {
        assertThat(access(Resource.class, "read")).containsExactly(roles("read"));
        assertThat(access(Resource.class, "overridden")).containsExactly(roles("method of base"));
        assertThat(access(Resource.class, "put", String.class)).containsExactly(roles());
        assertThat(access(Resource.class, "putAll", String[].class)).containsExactly(roles());
    }

    @Test
    void comes_from_the_implemented_method_before_the_class() {
        assertThat(access(Reading.class, "purge")).containsExactly(roles("admin"));
        assertThat(access(Reading.class, "drop")).containsExactly(roles());
    }

    @Test
    void does_not_come_from_another_method_of_the_same_name() {
        assertThat(access(Resource.class, "overloaded", Object.class)).containsExactly(TO_ALL);
        assertThat(access(Resource.class, "overloaded", String.class))
                .containsExactlyInAnyOrder(roles("base"), roles("interface"));
    }

    @Test
    void comes_from_the_class_and_then_from_what_it_inherits_from() {
        assertThat(access(Strict.class, "own")).containsExactly(roles("class"));
        assertThat(access(Strict.class, "inherited")).containsExactly(roles("class"));
        assertThat(access(Early.class, "list")).containsExactly(TO_ALL);
    }

    /** The interface would otherwise open what the class closes. */
    @Test
    void is_not_opened_by_an_interface_for_a_class_that_is_closed() {
        assertThat(access(Closed.class, "list")).containsExactly(roles("closed"));
        assertThat(access(Late.class, "list")).containsExactly(TO_ALL);
    }

    @Test
    void is_empty_without_annotations() {
        assertThat(access(Open.class, "own")).isEmpty();
    }

    private static RolesAnnotation roles(String... roles) {
        return new RolesAnnotation(false, List.of(roles));
    }

    private static Set<RolesAnnotation> access(Class<?> type, String name, Class<?>... parameters) {
        Method method = Arrays.stream(type.getMethods())
                .filter(one -> one.getName().equals(name) && !one.isBridge())
                .filter(one -> parameters.length == 0 || Arrays.equals(one.getParameterTypes(), parameters))
                .findFirst()
                .orElseThrow();
        return RolesAnnotation.to(new AnnotationLookup(method, type), type);
    }
}
