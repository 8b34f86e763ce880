package org.cognito4j.jakarta.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.InterceptionFactory;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.function.Consumer;
import org.cognito4j.jakarta.fake.FakeRequest;
import org.cognito4j.jakarta.security.CognitoExtension;
import org.junit.jupiter.api.Test;

class InheritedScopesTest {

    interface Desk<T> {

        @RequiresScope("write")
        void place(T order);

        @RequiresScope("write")
        void placeAll(T[] orders);

        void look();

        @RequiresScope("write")
        default void close() {}
    }

    @RequiresScope("admin")
    interface Office {}

    abstract static class Counter {

        @RequiresScope("read")
        abstract void count();

        @RequiresScope("read")
        void recount() {}
    }

    @ApplicationScoped
    static class OrderDesk extends Counter implements Desk<String> {

        @Override
        public void place(String order) {}

        @Override
        public void placeAll(String[] orders) {}

        @Override
        public void look() {}

        @Override
        void count() {}

        @Override
        void recount() {}

        void own() {}
    }

    @ApplicationScoped
    static class Back implements Office {

        void own() {}
    }

    /** CDI itself calls these methods, which passes interceptors as any call does. */
    @ApplicationScoped
    static class CalledByCdi {

        @RequiresScope("write")
        void placed(@Observes StringBuilder order) {
            order.append("seen");
        }

        @Produces
        @RequiresScope("write")
        StringBuffer order() {
            return new StringBuffer();
        }
    }

    /** Is made by the application. */
    static class Intercepted {

        @RequiresScope("read")
        void scope() {}

        @RequiresClaim(name = "tier")
        void claim() {}

        @RolesAllowed("read")
        void role() {}
    }

    @ApplicationScoped
    static class Maker {

        @Produces
        @ApplicationScoped
        Intercepted intercepted(InterceptionFactory<Intercepted> factory) {
            return factory.createInterceptedInstance(new Intercepted());
        }
    }

    /** The part of {@link CognitoExtension} that needs no server. */
    static class HandingDown implements Extension {

        private final InheritedScopes scopes = new InheritedScopes();

        void handDown(@Observes ProcessAnnotatedType<?> type) {
            scopes.addTo(type);
        }
    }

    @ApplicationScoped
    static class Requests {

        @Produces
        HttpServletRequest request() {
            return new FakeRequest().face();
        }
    }

    @Test
    void reach_what_a_bean_implements_or_overrides() {
        List<Consumer<OrderDesk>> checked = List.of(
                desk -> desk.place(""),
                desk -> desk.placeAll(new String[0]),
                OrderDesk::count,
                OrderDesk::recount,
                OrderDesk::close);
        try (SeContainer beans = beans()) {
            OrderDesk desk = beans.select(OrderDesk.class).get();

            checked.forEach(call -> assertIsChecked(() -> call.accept(desk)));
        }
    }

    @Test
    void leave_other_methods_alone() {
        try (SeContainer beans = beans()) {
            OrderDesk desk = beans.select(OrderDesk.class).get();

            desk.look();
            desk.own();
            assertThat(desk).isNotNull();
        }
    }

    @Test
    void reach_all_methods_of_a_bean_from_its_interface() {
        try (SeContainer beans = beans()) {
            assertIsChecked(() -> beans.select(Back.class).get().own());
        }
    }

    /** So a producer of an object that requires claims or roles ends the deployment. */
    @Test
    void do_not_reach_what_an_interception_factory_is_used_for_but_for_scopes() {
        try (SeContainer beans = beans()) {
            Intercepted intercepted = beans.select(Intercepted.class).get();

            assertIsChecked(intercepted::scope);
            intercepted.claim();
            intercepted.role();
        }
    }

    @Test
    void hold_for_observers_and_producers() {
        try (SeContainer beans = beans()) {
            StringBuilder order = new StringBuilder();

            assertIsChecked(() -> beans.getBeanManager().getEvent().fire(order));
            assertThat(order).isEmpty();
            assertIsChecked(() -> beans.select(StringBuffer.class).get());
        }
    }

    /** Nobody is configured here to judge a caller, which the interceptor says before it lets a call go on. */
    private static void assertIsChecked(Runnable call) {
        assertThatThrownBy(call::run).isInstanceOf(IllegalStateException.class);
    }

    private static SeContainer beans() {
        return SeContainerInitializer.newInstance()
                .disableDiscovery()
                .addExtensions(new HandingDown())
                .addBeanClasses(
                        OrderDesk.class,
                        Back.class,
                        CalledByCdi.class,
                        Maker.class,
                        Requests.class,
                        CurrentCaller.class,
                        ScopeInterceptor.class,
                        ClaimInterceptor.class,
                        RolesInterceptor.class)
                .initialize();
    }
}
