package org.cognito4j.jakarta.rest;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.literal.NamedLiteral;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.SecurityContext;
import java.lang.annotation.Annotation;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URI;
import java.security.Principal;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cognito4j.AccessToken;
import org.cognito4j.GenuineTokens;
import org.cognito4j.config.Configuration;
import org.cognito4j.config.ConfigurationSource;
import org.cognito4j.config.ServiceSettingsReader;
import org.cognito4j.jakarta.CognitoService;
import org.cognito4j.jakarta.FilteredRequest;
import org.cognito4j.jakarta.access.AccessRefused;
import org.cognito4j.jakarta.access.ClaimInterceptor;
import org.cognito4j.jakarta.access.CurrentCaller;
import org.cognito4j.jakarta.access.InheritedScopes;
import org.cognito4j.jakarta.access.RequiresClaim;
import org.cognito4j.jakarta.fake.FakeServlets;
import org.cognito4j.jakarta.fake.FilteredRequests;
import org.cognito4j.jakarta.rest.ClaimedPlaces.Row;
import org.cognito4j.jakarta.security.CognitoExtension;
import org.glassfish.jersey.internal.MapPropertiesDelegate;
import org.glassfish.jersey.server.ApplicationHandler;
import org.glassfish.jersey.server.ContainerRequest;
import org.glassfish.jersey.server.ResourceConfig;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The same answer for each place of {@link RequiresClaim}, whether a bean has it or a JAX-RS resource, for every set of values. */
class ClaimTableTest {

    private static final List<String> TIERS = List.of("read", "write", "admin");

    private static CognitoService service;
    private static SeContainer proxied;
    private static SeContainer intercepted;
    private static ApplicationHandler jersey;
    private static HttpServletRequest current;

    @BeforeAll
    static void start() {
        service = new CognitoService(ServiceSettingsReader.read(Configuration.of(List.of(ConfigurationSource.of(
                "test",
                Map.of(
                        "cognito.user-pool-id", GenuineTokens.POOL,
                        "cognito.client-ids", GenuineTokens.CLIENT,
                        "cognito.resource-server", "api"))))));
        proxied = beans(ApplicationScoped.Literal.INSTANCE);
        intercepted = beans(Dependent.Literal.INSTANCE);
        ResourceConfig resources = new ResourceConfig(RolesAllowedFeature.class, AccessRefusedFeature.class);
        rows().filter(ClaimTableTest::isResource).map(Row::type).forEach(resources::register);
        jersey = new ApplicationHandler(resources);
    }

    @AfterAll
    static void end() {
        proxied.close();
        intercepted.close();
        service.close();
    }

    static Stream<Row> rows() {
        return ClaimedPlaces.rows().stream();
    }

    static Stream<Row> resources() {
        return rows().filter(ClaimTableTest::isResource);
    }

    /** JAX-RS has no parameters of array types, and Jersey does not find methods that the compiler made. */
    private static boolean isResource(Row row) {
        return row.type() != ClaimedPlaces.OnArrayMethodOfGenericInterface.class
                && row.type() != ClaimedPlaces.OnMethodOfHiddenSuperclass.class;
    }

    @ParameterizedTest
    @MethodSource("rows")
    void holds_for_a_bean_with_a_client_proxy(Row row) throws Exception {
        for (Set<String> tiers : subsets()) {
            assertThat(isServed(proxied, row.type(), tiers)).as("%s", tiers).isEqualTo(suffices(row, tiers));
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void holds_for_a_dependent_bean(Row row) throws Exception {
        for (Set<String> tiers : subsets()) {
            assertThat(isServed(intercepted, row.type(), tiers)).as("%s", tiers).isEqualTo(suffices(row, tiers));
        }
    }

    @ParameterizedTest
    @MethodSource("resources")
    void holds_for_a_resource(Row row) throws Exception {
        for (Set<String> tiers : subsets()) {
            assertThat(status(row.type(), tiers)).as("%s", tiers).isEqualTo(suffices(row, tiers) ? 200 : 403);
        }
    }

    private static boolean suffices(Row row, Collection<String> tiers) {
        return tiers.containsAll(row.tiers());
    }

    private static List<Set<String>> subsets() {
        return IntStream.range(0, 1 << TIERS.size())
                .mapToObj(bits -> TIERS.stream()
                        .filter(tier -> (bits >> TIERS.indexOf(tier) & 1) == 1)
                        .collect(Collectors.toSet()))
                .toList();
    }

    private static boolean isServed(SeContainer beans, Class<?> type, Set<String> tiers) throws Exception {
        current = requestWith(tiers);
        Method purge = Arrays.stream(type.getMethods())
                .filter(method -> method.getName().equals("purge") && !isWider(method, type))
                .filter(method -> method.getParameterCount() < 2)
                .findFirst()
                .orElseThrow();
        try {
            Object[] arguments = new Object[purge.getParameterCount()];
            assertThat(purge.invoke(
                            beans.select(type, NamedLiteral.of(type.getSimpleName()))
                                    .get(),
                            arguments))
                    .isEqualTo("purged");
            return true;
        } catch (InvocationTargetException e) {
            assertThat(e.getCause()).isInstanceOf(AccessRefused.class);
            return false;
        }
    }

    /** Of several methods that the compiler made one for, the one that was written. */
    private static boolean isWider(Method method, Class<?> type) {
        return method.isBridge()
                && Arrays.stream(type.getMethods())
                        .anyMatch(other -> other.getName().equals("purge") && !other.isBridge());
    }

    private static int status(Class<?> type, Set<String> tiers) throws Exception {
        URI base = URI.create("http://localhost/");
        FilteredRequest request = requestWith(tiers);
        ContainerRequest asked = new ContainerRequest(
                base,
                base.resolve(type.getSimpleName() + "?order=1"),
                "GET",
                new CallerOf(request),
                new MapPropertiesDelegate(new HashMap<>(Map.of(FilteredRequest.ATTRIBUTE, request))),
                null);
        return jersey.apply(asked).get().getStatus();
    }

    private static FilteredRequest requestWith(Set<String> tiers) {
        AccessToken token = GenuineTokens.with(Map.of(
                "tier", tiers.stream().map(tier -> '"' + tier + '"').collect(Collectors.joining(",", "[", "]"))));
        FakeServlets servlets = new FakeServlets();
        FilteredRequest request = FilteredRequests.of(servlets.request(), service, token);
        servlets.attributes.put(FilteredRequest.ATTRIBUTE, request);
        return request;
    }

    private static SeContainer beans(Annotation scope) {
        return SeContainerInitializer.newInstance()
                .disableDiscovery()
                .addExtensions(new Scoping(scope))
                .addBeanClasses(rows().map(Row::type).toArray(Class<?>[]::new))
                .addBeanClasses(Current.class, CurrentCaller.class, ClaimInterceptor.class)
                .initialize();
    }

    /** The part of {@link CognitoExtension} that needs no server, and a scope for the beans of the table. */
    private record Scoping(Annotation scope, InheritedScopes inherited) implements Extension {

        Scoping(Annotation scope) {
            this(scope, new InheritedScopes());
        }

        void handDown(@Observes ProcessAnnotatedType<?> type) {
            Class<?> bean = type.getAnnotatedType().getJavaClass();
            if (bean.getEnclosingClass() == ClaimedPlaces.class) {
                type.configureAnnotatedType().add(scope).add(NamedLiteral.of(bean.getSimpleName()));
            }
            inherited.addTo(type);
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

    private record CallerOf(HttpServletRequest request) implements SecurityContext {

        @Override
        public Principal getUserPrincipal() {
            return request.getUserPrincipal();
        }

        @Override
        public boolean isUserInRole(String role) {
            return request.isUserInRole(role);
        }

        @Override
        public boolean isSecure() {
            return true;
        }

        @Override
        public String getAuthenticationScheme() {
            return "Bearer";
        }
    }
}
