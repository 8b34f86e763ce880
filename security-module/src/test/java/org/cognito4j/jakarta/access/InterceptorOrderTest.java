package org.cognito4j.jakarta.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InterceptorBinding;
import jakarta.interceptor.InvocationContext;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.cognito4j.jakarta.fake.FakeServlets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InterceptorOrderTest {

    @InterceptorBinding
    @Retention(RetentionPolicy.RUNTIME)
    @interface Cached {}

    /** Answers by itself, so that the method never runs. */
    abstract static class Cache {

        @AroundInvoke
        Object answer(InvocationContext call) {
            return "from the cache";
        }
    }

    @Cached
    @Interceptor
    @Priority(Interceptor.Priority.PLATFORM_BEFORE)
    static class EarlyCache extends Cache {}

    @Cached
    @Interceptor
    @Priority(-1)
    static class EarlierCache extends Cache {}

    @Cached
    @Interceptor
    @Priority(Integer.MIN_VALUE + 1)
    static class EarliestCache extends Cache {}

    @ApplicationScoped
    static class Orders {

        @Cached
        @RequiresScope("read")
        String read() {
            return "orders";
        }

        @Cached
        String open() {
            return "open";
        }
    }

    static class Requests {

        @Produces
        HttpServletRequest request() {
            return new FakeServlets().request();
        }
    }

    @ParameterizedTest
    @ValueSource(classes = {EarlyCache.class, EarlierCache.class, EarliestCache.class})
    void checks_the_scope_before_an_interceptor_that_answers_by_itself(Class<?> cache) {
        try (SeContainer beans = beans(cache)) {
            Orders orders = beans.select(Orders.class).get();

            assertThat(orders.open()).isEqualTo("from the cache");
            assertThatThrownBy(orders::read).isInstanceOf(IllegalStateException.class); // no settings to judge by
        }
    }

    private static SeContainer beans(Class<?> cache) {
        return SeContainerInitializer.newInstance()
                .disableDiscovery()
                .addBeanClasses(Orders.class, Requests.class, CurrentCaller.class, ScopeInterceptor.class, cache)
                .initialize();
    }
}
