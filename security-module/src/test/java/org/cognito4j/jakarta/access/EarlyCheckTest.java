package org.cognito4j.jakarta.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Priority;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import jakarta.enterprise.inject.spi.AfterDeploymentValidation;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.enterprise.inject.spi.ProcessObserverMethod;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InterceptorBinding;
import jakarta.interceptor.Interceptors;
import jakarta.interceptor.InvocationContext;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.cognito4j.GenuineTokens;
import org.cognito4j.config.Configuration;
import org.cognito4j.config.ConfigurationSource;
import org.cognito4j.config.ServiceSettingsReader;
import org.cognito4j.jakarta.CognitoService;
import org.cognito4j.jakarta.FilteredRequest;
import org.cognito4j.jakarta.fake.FakeServlets;
import org.cognito4j.jakarta.fake.FilteredRequests;
import org.cognito4j.jakarta.misplaced.ObserverChecks;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EarlyCheckTest {

    private static CognitoService service;

    private SeContainer beans;

    @InterceptorBinding
    @Retention(RetentionPolicy.RUNTIME)
    @interface Cached {}

    /** Answers by itself, so that the method never runs. */
    static class Cache {

        @AroundInvoke
        Object answer(InvocationContext call) {
            return "from the cache";
        }
    }

    @Cached
    @Interceptor
    @Priority(-1)
    static class BoundCache extends Cache {}

    @ApplicationScoped
    static class OnMethod {

        @Interceptors(Cache.class)
        @RequiresScope("read")
        String read() {
            return "orders";
        }

        @Interceptors(Cache.class)
        @RolesAllowed("read")
        String list() {
            return "orders";
        }

        @Interceptors(Cache.class)
        @RequiresClaim(name = "tier", value = "gold")
        String claimed() {
            return "orders";
        }

        @Cached
        @DenyAll
        String never() {
            return "orders";
        }

        @Interceptors(Cache.class)
        String open() {
            return "open";
        }
    }

    @ApplicationScoped
    @Interceptors(Cache.class)
    static class OnClass {

        @RequiresScope("read")
        String read() {
            return "orders";
        }

        String open() {
            return "open";
        }
    }

    @ApplicationScoped
    static class Observing {

        @Inject
        private @Nullable Event<StringBuilder> asked;

        @Inject
        private @Nullable Event<Integer> counted;

        @Inject
        private @Nullable Event<Short> told;

        String fire() {
            StringBuilder answer = new StringBuilder("open");
            asked.fire(answer);
            return answer.toString();
        }

        String count() {
            counted.fire(1);
            return "counted";
        }

        @RequiresScope("read")
        void on(@Observes StringBuilder answer) {
            answer.append("orders");
        }

        @RolesAllowed("read")
        void on(@Observes Integer number) {}

        void on(@Observes Long number) {}

        @RequiresClaim(name = "tier", value = "gold")
        void on(@Observes Short number) {}

        String tell() {
            told.fire((short) 1);
            return "told";
        }
    }

    static class Current {

        @Produces
        HttpServletRequest request() {
            FakeServlets servlets = new FakeServlets();
            servlets.attributes.put(FilteredRequest.ATTRIBUTE, FilteredRequests.anonymous(servlets.request(), service));
            return servlets.request();
        }
    }

    static class Checks implements Extension {

        private final InheritedScopes scopes = new InheritedScopes();
        private final ObserverChecks observers = new ObserverChecks(() -> manager);
        private static BeanManager manager;

        void add(@Observes ProcessAnnotatedType<?> type) {
            scopes.addTo(type);
        }

        void add(@Observes ProcessObserverMethod<?, ?> event) {
            observers.addTo(event);
        }

        void keep(@Observes AfterDeploymentValidation end, BeanManager known) {
            manager = known;
        }
    }

    @BeforeEach
    void start() {
        service = new CognitoService(ServiceSettingsReader.read(Configuration.of(List.of(ConfigurationSource.of(
                "test",
                Map.of("cognito.user-pool-id", GenuineTokens.POOL, "cognito.client-ids", GenuineTokens.CLIENT))))));
        beans = SeContainerInitializer.newInstance()
                .disableDiscovery()
                .addExtensions(new Checks())
                .addBeanClasses(
                        OnMethod.class,
                        OnClass.class,
                        Observing.class,
                        Current.class,
                        CurrentCaller.class,
                        BoundCache.class,
                        ScopeInterceptor.class,
                        ClaimInterceptor.class,
                        RolesInterceptor.class)
                .initialize();
    }

    @AfterEach
    void end() {
        beans.close();
        service.close();
    }

    @Test
    void refuses_before_the_interceptors_that_a_method_lists() {
        assertRefused(OnMethod.class, OnMethod::read);
        assertRefused(OnMethod.class, OnMethod::list);
        assertRefused(OnMethod.class, OnMethod::claimed);
        assertThat(beans.select(OnMethod.class).get().open()).isEqualTo("from the cache");
    }

    @Test
    void refuses_before_the_interceptors_that_a_class_lists() {
        assertRefused(OnClass.class, OnClass::read);
        assertThat(beans.select(OnClass.class).get().open()).isEqualTo("from the cache");
    }

    @Test
    void asks_for_roles_before_an_interceptor_of_a_negative_priority() {
        assertRefused(OnMethod.class, OnMethod::never);
    }

    @Test
    void refuses_before_an_observer_of_an_event_that_its_bean_fires() {
        assertRefused(Observing.class, Observing::fire);
        assertRefused(Observing.class, Observing::count);
        assertRefused(Observing.class, Observing::tell);
    }

    private <T> void assertRefused(Class<T> bean, Function<T, String> call) {
        T asked = beans.select(bean).get();
        assertThatThrownBy(() -> call.apply(asked)).isInstanceOf(AccessRefused.class);
    }
}
