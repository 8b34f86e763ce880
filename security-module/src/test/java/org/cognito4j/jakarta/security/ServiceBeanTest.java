package org.cognito4j.jakarta.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.ServletContext;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.Map;
import org.cognito4j.InvalidSettings;
import org.cognito4j.SettingFault;
import org.cognito4j.jakarta.CognitoService;
import org.cognito4j.jakarta.audit.FilterScopes;
import org.cognito4j.jakarta.fake.FakeServlets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceBeanTest {

    private final ServiceBean holder = new ServiceBean(new CognitoExtension());

    @Test
    void starts_the_service_that_is_configured_once() {
        ServletContext application = application(Map.of(
                "cognito.user-pool-id", "eu-west-1_AbCdEfGhI",
                "cognito.client-ids", "abc"));

        assertThat(holder.start(application)).isPresent().isEqualTo(holder.start(application));
        holder.close();
    }

    @Test
    void fails_where_nothing_says_whom_to_trust() {
        assertThatThrownBy(() -> holder.start(application(Map.of()))).isInstanceOf(InvalidSettings.class);
    }

    @Test
    void stays_out_of_an_application_that_only_calls_others() {
        Map<String, String> calling = Map.of("cognito.client.billing.client-id", "abc");

        assertThat(holder.start(application(calling))).isEmpty();
    }

    @Test
    void leaves_the_settings_to_filters_that_have_them_all() {
        FakeServlets servlets = new FakeServlets();
        servlets.filterParameters.put("cognito.user-pool-id", "eu-west-1_AbCdEfGhI");
        FilterScopes filters = new FilterScopes();
        filters.note(servlets.context());
        filters.publishIn(servlets.context());

        assertThat(holder.start(servlets.context())).isEmpty();
    }

    @Test
    void fails_where_a_filter_does_not_say_whom_to_trust_either() {
        FakeServlets servlets = new FakeServlets();
        servlets.filterParameters.put("required-scopes", "read");
        FilterScopes filters = new FilterScopes();
        filters.note(servlets.context());
        filters.publishIn(servlets.context());

        assertThatThrownBy(() -> holder.start(servlets.context())).isInstanceOf(InvalidSettings.class);
    }

    /** As the web applications of an EAR do that has the module in its library directory. */
    @Test
    void is_shared_by_applications_that_trust_the_same() {
        ServletContext first = trusting("abc").context();
        ServletContext second = trusting("abc").context();

        holder.deploy(first);
        assertThat(CognitoService.in(second)).isNull();
        holder.deploy(second);

        assertThat(CognitoService.in(second)).isNotNull().isSameAs(CognitoService.in(first));
        holder.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"xyz", ""})
    void fails_where_another_application_trusts_others(String clients) {
        holder.deploy(trusting("abc").context());

        assertThatThrownBy(() -> holder.deploy(trusting(clients).context()))
                .isInstanceOfSatisfying(
                        InvalidSettings.class,
                        invalid -> assertThat(invalid.faults())
                                .extracting(SettingFault::setting)
                                .containsExactly("cognito.client-ids"))
                .message()
                .doesNotContain("abc", "xyz");
        holder.close();
    }

    /** An application that trusts some clients of the pool. */
    private static FakeServlets trusting(String clients) {
        FakeServlets servlets = new FakeServlets();
        servlets.contextParameters.put("cognito.user-pool-id", "eu-west-1_AbCdEfGhI");
        servlets.contextParameters.put("cognito.client-ids", clients);
        return servlets;
    }

    private static ServletContext application(Map<String, String> parameters) {
        return (ServletContext) Proxy.newProxyInstance(
                ServiceBeanTest.class.getClassLoader(),
                new Class<?>[] {ServletContext.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getInitParameterNames" -> Collections.enumeration(parameters.keySet());
                    case "getInitParameter" -> parameters.get(arguments[0]);
                    case "getClassLoader" -> ServiceBeanTest.class.getClassLoader();
                    case "setAttribute", "getAttribute", "getResourceAsStream", "getServletContextName" -> null;
                    case "getContextPath" -> "/holder";
                    default -> throw new AssertionError("the application was asked for " + method.getName());
                });
    }
}
