package org.cognito4j.jakarta.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.cognito4j.GenuineTokens;
import org.cognito4j.config.Configuration;
import org.cognito4j.config.ConfigurationSource;
import org.cognito4j.config.ServiceSettingsReader;
import org.cognito4j.jakarta.CognitoService;
import org.cognito4j.jakarta.FilteredRequest;
import org.cognito4j.jakarta.fake.FakeServlets;
import org.cognito4j.jakarta.fake.FilteredRequests;
import org.cognito4j.jakarta.security.CognitoExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RolesInterceptorTest {

    private static HttpServletRequest current;

    private CognitoService service;
    private SeContainer beans;

    @RolesAllowed("read")
    interface Api<T> {

        @RolesAllowed("admin")
        void purge(T order);

        void look();
    }

    @ApplicationScoped
    static class Desk implements Api<String> {

        @Override
        public void purge(String order) {}

        @Override
        public void look() {}

        @DenyAll
        void never() {}

        @PermitAll
        void open() {}

        @RolesAllowed("**")
        void anyCaller() {}

        @RolesAllowed({"admin", "read"})
        void either() {}
    }

    @ApplicationScoped
    static class Plain {

        void open() {}
    }

    @Stateless
    @RolesAllowed("admin")
    static class Enterprise {

        void leftToItsContainer() {}
    }

    @BeforeEach
    void start() {
        service = new CognitoService(ServiceSettingsReader.read(Configuration.of(List.of(ConfigurationSource.of(
                "test",
                Map.of(
                        "cognito.user-pool-id", GenuineTokens.POOL,
                        "cognito.client-ids", GenuineTokens.CLIENT,
                        "cognito.resource-server", "api"))))));
        beans = SeContainerInitializer.newInstance()
                .disableDiscovery()
                .addExtensions(new HandingDown())
                .addBeanClasses(
                        Desk.class,
                        Plain.class,
                        Enterprise.class,
                        Current.class,
                        CurrentCaller.class,
                        RolesInterceptor.class)
                .initialize();
    }

    @AfterEach
    void end() {
        beans.close();
        service.close();
    }

    @Test
    void lets_callers_with_the_role_in() {
        callsWith("api/admin");
        desk().purge("order");
        desk().either();

        callsWith("api/read");
        desk().look();
        desk().either();
        desk().anyCaller();
        assertThat(desk()).isNotNull();
    }

    @Test
    void refuses_callers_without_the_role_and_names_its_scope() {
        callsWith("api/read");

        assertThatThrownBy(() -> desk().purge("order")).isInstanceOfSatisfying(AccessRefused.class, refused -> {
            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.headers().get("WWW-Authenticate")).endsWith("scope=\"api/admin\"");
        });
    }

    @Test
    void asks_for_credentials_where_there_are_none() {
        current = anonymous();

        for (Consumer<Desk> call : List.<Consumer<Desk>>of(
                desk -> desk.purge("order"), Desk::look, Desk::never, Desk::anyCaller, Desk::either)) {
            assertThatThrownBy(() -> call.accept(desk()))
                    .isInstanceOfSatisfying(
                            AccessRefused.class,
                            refused -> assertThat(refused.status()).isEqualTo(401));
        }
    }

    @Test
    void refuses_all_where_all_are_denied() {
        callsWith("api/admin");

        assertThatThrownBy(() -> desk().never())
                .isInstanceOfSatisfying(
                        AccessRefused.class,
                        refused -> assertThat(refused.status()).isEqualTo(403));
    }

    @Test
    void leaves_other_methods_and_enterprise_beans_alone() {
        current = anonymous();

        desk().open();
        beans.select(Plain.class).get().open();
        beans.select(Enterprise.class).get().leftToItsContainer();
        assertThat(desk()).isNotNull();
    }

    private Desk desk() {
        return beans.select(Desk.class).get();
    }

    private HttpServletRequest anonymous() {
        FakeServlets servlets = new FakeServlets();
        servlets.attributes.put(FilteredRequest.ATTRIBUTE, FilteredRequests.anonymous(servlets.request(), service));
        return servlets.request();
    }

    private void callsWith(String scope) {
        FakeServlets servlets = new FakeServlets();
        FilteredRequest request = FilteredRequests.of(servlets.request(), service, GenuineTokens.holding(scope));
        servlets.attributes.put(FilteredRequest.ATTRIBUTE, request);
        current = request;
    }

    /** The part of {@link CognitoExtension} that needs no server. */
    static class HandingDown implements Extension {

        private final InheritedScopes scopes = new InheritedScopes();

        void handDown(@Observes ProcessAnnotatedType<?> type) {
            scopes.addTo(type);
        }
    }

    /** Gives beans the request of the current test. */
    @ApplicationScoped
    static class Current {

        @Produces
        HttpServletRequest request() {
            return current;
        }
    }
}
