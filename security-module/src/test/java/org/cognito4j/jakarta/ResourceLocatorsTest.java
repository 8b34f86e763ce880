package org.cognito4j.jakarta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResourceLocatorsTest {

    private final ResourceLocators locators = new ResourceLocators(null);
    private final List<Object> asked = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(
            classes = {
                ByObject.class,
                ByInterface.class,
                ByClass.class,
                ByAnyClass.class,
                Inheriting.class,
                Restricting.class,
                InPlace.class,
                Implementing.class,
                ByType.class,
                Visible.class
            })
    void ask_for_the_role_of_a_restricted_locator(Class<?> resource) throws Exception {
        pass(new Inner(), resource.getConstructor().newInstance());

        assertThat(asked).containsExactly("read");
    }

    @ParameterizedTest
    @ValueSource(classes = {ForAll.class, Unrestricted.class, Answering.class})
    void ask_nobody_where_nothing_is_restricted_and_nothing_located(Class<?> resource) throws Exception {
        pass(new Inner(), resource.getConstructor().newInstance());

        assertThat(asked).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(classes = {ByObject.class, ByClass.class, ByType.class, InPlace.class})
    void ask_nobody_where_the_locator_leads_elsewhere(Class<?> resource) throws Exception {
        pass("another", resource.getConstructor().newInstance());

        assertThat(asked).isEmpty();
    }

    @Test
    void ask_on_each_step_of_the_way() {
        pass("innermost", new Inner(), new ByObject());
        assertThat(asked).containsExactly("read");

        pass(new Inner(), new ByObject(), "outermost");
        assertThat(asked).containsExactly("read", "read");
    }

    /** Nobody can tell which one was taken. */
    @Test
    void ask_for_all_that_locators_of_the_same_resource_ask_for() {
        pass(new Inner(), new ByTwoWays());

        assertThat(asked).containsExactlyInAnyOrder("read", "write");
    }

    /** CDI puts classes of its own in the place of beans, without any annotation. */
    @ParameterizedTest
    @ValueSource(classes = {Shared.class, Closed.class})
    void ask_for_what_stands_on_a_bean_and_not_on_its_stand_in(Class<?> bean) {
        try (SeContainer beans = SeContainerInitializer.newInstance()
                .disableDiscovery()
                .addBeanClasses(bean)
                .initialize()) {
            Object standIn = beans.select(bean).get();
            assertThat(standIn.getClass()).isNotEqualTo(bean);

            pass(new Inner(), standIn);
        }

        assertThat(asked).containsExactly("read");
    }

    /** A method with a path of its own inherits none of the annotations of JAX-RS, so not that it answers. */
    @Test
    void ask_for_the_role_of_a_locator_in_place_of_what_answered() {
        pass(new Inner(), new Locating());

        assertThat(asked).containsExactly("read");
    }

    /** Which cannot be judged here, where there are no settings, and so is not let through. */
    @Test
    void ask_for_scopes() {
        assertThatThrownBy(() -> pass(new Inner(), new ByScope())).isInstanceOf(IllegalStateException.class);
    }

    /** A request on its way, the last resource first, of a caller in any role. */
    private void pass(Object... resources) {
        UriInfo path = fake(UriInfo.class, (proxy, method, arguments) -> List.of(resources));
        Principal caller = () -> "caller";
        SecurityContext security = fake(
                SecurityContext.class,
                (proxy, method, arguments) ->
                        method.getName().equals("isUserInRole") ? (Object) asked.add(arguments[0]) : caller);
        locators.filter(fake(ContainerRequestContext.class, (proxy, method, arguments) -> switch (method.getName()) {
            case "getSecurityContext" -> security;
            case "getUriInfo" -> path;
            case "abortWith" -> asked.add("in vain");
            default -> null;
        }));
    }

    private static <T> T fake(Class<T> type, InvocationHandler answers) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, answers));
    }

    /** What is led to, as some name it. */
    public interface Face {}

    /** What is led to. */
    public static class Inner implements Face {}

    /** Makes it itself. */
    public static class ByObject {

        /** For some. */
        @Path("inner")
        @RolesAllowed("read")
        public Inner inner() {
            return new Inner();
        }
    }

    /** Names what it makes by another type. */
    public static class ByInterface {

        /** For some. */
        @Path("inner")
        @RolesAllowed("read")
        public Face inner() {
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

    /** As CDI makes them to have calls intercepted: with nothing that a compiled method does not need. */
    @SuppressWarnings({"rawtypes", "unchecked"})
    public static class InPlace extends ByClass {

        @Override
        public Class inner() {
            return super.inner();
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

    /** Has the locator of another. */
    public static class Inheriting extends ByObject {}

    /** Is restricted, which what it inherits from is not. */
    @RolesAllowed("read")
    public static class Restricting extends Unrestricted {}

    /** Asks for nothing. */
    public static class Unrestricted {

        /** For everybody. */
        @Path("inner")
        public Inner inner() {
            return new Inner();
        }
    }

    /** Says who may where it says what it is. */
    @RolesAllowed("read")
    public interface Restricted {

        /** For some. */
        @Path("inner")
        Inner inner();
    }

    /** Says nothing itself. */
    public static class Implementing implements Restricted {

        @Override
        public Inner inner() {
            return new Inner();
        }
    }

    /** Has two ways to the same. */
    public static class ByTwoWays {

        /** For some. */
        @Path("read")
        @RolesAllowed("read")
        public Inner read() {
            return new Inner();
        }

        /** For others. */
        @Path("write")
        @RolesAllowed("write")
        public Inner write() {
            return new Inner();
        }
    }

    /** Asks for a scope. */
    public static class ByScope {

        /** For some. */
        @Path("inner")
        @RequiresScope("read")
        public Inner inner() {
            return new Inner();
        }
    }

    /** Is restricted, but for its locator. */
    @RolesAllowed("read")
    public static class ForAll {

        /** For everybody. */
        @Path("inner")
        @PermitAll
        public Inner inner() {
            return new Inner();
        }
    }

    /** Answers itself, for which it has a filter. */
    public static class Answering {

        /** For some. */
        @GET
        @Path("answer")
        @RolesAllowed("read")
        public Object answer() {
            return "";
        }
    }

    /** Asks for another role than its locator. */
    @ApplicationScoped
    @RolesAllowed("write")
    public static class Shared {

        /** For some. */
        @Path("inner")
        @RolesAllowed("read")
        public Inner inner() {
            return new Inner();
        }
    }

    /** Asks nobody. */
    public interface Open {

        /** For everybody. */
        @Path("inner")
        @PermitAll
        Inner inner();
    }

    /** Is restricted, which what it implements is not. */
    @ApplicationScoped
    @RolesAllowed("read")
    public static class Closed implements Open {

        @Override
        public Inner inner() {
            return new Inner();
        }
    }

    /** Locates where what it inherits from answers. */
    public static class Locating extends AnsweringItself {

        @Override
        @Path("inner")
        @RolesAllowed("read")
        public Inner inner() {
            return new Inner();
        }
    }

    /** Answers itself. */
    public static class AnsweringItself {

        /** For everybody. */
        @GET
        @Path("inner")
        public Inner inner() {
            return new Inner();
        }
    }

    /** What it makes is for others to say. */
    public interface Making<T> {

        /** For some. */
        @Path("inner")
        @RolesAllowed("read")
        T inner();
    }

    /** Says it. The compiler adds a method that makes anything. */
    public static class ByType implements Making<Inner> {

        @Override
        public Inner inner() {
            return new Inner();
        }
    }

    /** Is seen through its subclass alone. */
    static class Hidden {

        /** For some. */
        @Path("inner")
        @RolesAllowed("read")
        public Inner inner() {
            return new Inner();
        }
    }

    /** Has no method but the one that the compiler adds. */
    public static class Visible extends Hidden {}
}
