package org.cognito4j.jakarta.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.cognito4j.AccessToken;
import org.cognito4j.GenuineTokens;
import org.cognito4j.RejectionReason;
import org.cognito4j.Verification;
import org.cognito4j.config.Configuration;
import org.cognito4j.config.ConfigurationSource;
import org.cognito4j.config.ServiceSettingsReader;
import org.cognito4j.jakarta.BearerPrincipal;
import org.cognito4j.jakarta.CognitoPrincipal;
import org.cognito4j.jakarta.CognitoService;
import org.cognito4j.jakarta.constraint.RoleLinks;
import org.cognito4j.jakarta.fake.FakeServlets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestGateTest {

    private static final String API = "https://api.example.com";

    private final FakeServlets servlets = new FakeServlets();
    private final Map<String, String> settings = new HashMap<>(Map.of(
            "cognito.user-pool-id", GenuineTokens.POOL,
            "cognito.client-ids", GenuineTokens.CLIENT,
            "cognito.resource-server", API));
    private final AtomicInteger verifications = new AtomicInteger();
    private Function<String, Verification> judge = token -> new Verification.Rejected(RejectionReason.TOKEN_EXPIRED);
    private CognitoService service;

    @AfterEach
    void close() {
        service.close();
    }

    @Test
    void lets_a_caller_with_the_scope_in_as_itself() {
        arrives(GenuineTokens.holding(API + "/read"));

        HttpServletRequest seen = admitted(gate(List.of("read"), false));

        assertThat(seen.getUserPrincipal()).isInstanceOf(CognitoPrincipal.class);
        assertThat(seen.getRemoteUser()).isEqualTo(GenuineTokens.CLIENT);
        assertThat(seen.getAuthType()).isEqualTo("Bearer");
        assertThat(List.of("read", "write", "*", "**", "").stream().filter(seen::isUserInRole))
                .containsExactly("read", "**");
        assertThat(seen.isUserInRole(null)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"read write, false, false", "read, false, true", "read write, true, true", "write, true, false"})
    void asks_for_every_scope_or_for_any(String required, boolean any, boolean enough) {
        arrives(GenuineTokens.holding(API + "/read"));

        assertThat(gate(List.of(required.split(" ")), any)
                        .admit(servlets.request(), servlets.response())
                        .isPresent())
                .isEqualTo(enough);
    }

    @Test
    void names_the_exact_scopes_that_are_missing_a_caller() {
        arrives(GenuineTokens.holding("https://api.example.com.evil/read", API + "/readwrite", API + "/Read"));

        assertRefused(gate(List.of("read", "https://other.example.com/x"), false), 403);
        assertThat(servlets.responseHeaders.get("WWW-Authenticate"))
                .contains("error=\"insufficient_scope\"")
                .endsWith(", scope=\"" + API + "/read https://other.example.com/x\"");
    }

    @Test
    void holds_an_app_client_to_the_roles_it_is_limited_to() {
        settings.put("cognito.clients.\"" + GenuineTokens.CLIENT + "\".roles", "write");
        arrives(GenuineTokens.holding(API + "/read"));

        assertRefused(gate(List.of("read"), false), 403);
        assertThat(servlets.responseHeaders.get("WWW-Authenticate")).doesNotContain("scope=\"");
    }

    @Test
    void asks_for_a_token() {
        assertRefused(gate(List.of(), false), 401);
        assertThat(servlets.responseHeaders)
                .containsEntry("WWW-Authenticate", "Bearer realm=\"cognito\"")
                .containsEntry("Cache-Control", "no-store");
    }

    @Test
    void refuses_a_bad_token_even_where_none_is_needed() {
        servlets.authorization = List.of("Bearer x");
        assertRefused(gate(List.of(), false, CheckedMethods.ALL, true), 401);

        servlets.method = "GET";
        assertRefused(gate(List.of(), false, CheckedMethods.only(List.of("POST")), false), 401);
    }

    @Test
    void lets_the_anonymous_in_where_it_may_but_asks_when_the_application_does() throws Exception {
        HttpServletRequest seen = admitted(gate(List.of(), false, CheckedMethods.ALL, true));

        assertThat(seen.getUserPrincipal()).isNull();
        assertThat(seen.authenticate(servlets.response())).isFalse();
        assertThat(servlets.status).isEqualTo(401);
    }

    @Test
    void leaves_the_callers_of_others_to_the_container_and_never_takes_them_for_ours() throws Exception {
        servlets.principal = () -> "somebody";

        assertRefused(gate(List.of(), false), 401);
        HttpServletRequest seen = admitted(gate(List.of(), false, CheckedMethods.ALL, true));
        assertThat(seen.getUserPrincipal()).isSameAs(servlets.principal);
        assertThat(seen.authenticate(servlets.response())).isTrue();
    }

    @Test
    void does_not_take_the_word_of_a_container_for_a_token_that_this_request_does_not_have() {
        AccessToken token = GenuineTokens.holding(API + "/read");
        servlets.principal = BearerPrincipal.of(token);

        assertRefused(gate(List.of("read"), false), 401);
    }

    @ParameterizedTest
    @EnumSource(DispatcherType.class)
    void verifies_once_in_all_dispatches_and_gates(DispatcherType dispatcher) {
        arrives(GenuineTokens.holding(API + "/read"));
        RequestGate first = gate(List.of("read"), false);
        RequestGate second =
                new RequestGate(service, required(List.of(), false), CheckedMethods.ALL, false, links(), judge);

        HttpServletRequest seen = admitted(first);
        servlets.dispatcher = dispatcher;

        assertThat(second.admit(seen, servlets.response())).containsSame(seen);
        assertThat(admitted(first).getRemoteUser()).isEqualTo(GenuineTokens.CLIENT);
        assertThat(verifications).hasValue(1);
    }

    @ParameterizedTest
    @EnumSource(DispatcherType.class)
    void verifies_once_for_each_of_two_services_however_often_both_are_passed(DispatcherType dispatcher) {
        arrives(GenuineTokens.holding(API + "/read"));
        RequestGate first = gate(List.of("read"), false);
        CognitoService other = service;
        service = null;
        arrives(GenuineTokens.holding(API + "/read"));
        RequestGate second = gate(List.of("read"), false);

        HttpServletRequest seen = servlets.request();
        for (RequestGate gate : List.of(first, second, first, second)) {
            seen = gate.admit(seen, servlets.response()).orElseThrow();
            servlets.dispatcher = dispatcher;
        }

        assertThat(verifications).hasValue(2);
        other.close();
    }

    @Test
    void does_not_take_what_another_service_has_found_out_for_its_own() {
        arrives(GenuineTokens.holding(API + "/read"));
        admitted(gate(List.of("read"), false));
        service.close();

        judge = token -> new Verification.Rejected(RejectionReason.WRONG_ISSUER);
        assertRefused(gate(List.of("read"), false), 401);
    }

    @Test
    void asks_for_scopes_again_where_a_request_is_dispatched_to() {
        arrives(GenuineTokens.holding(API + "/read"));
        RequestGate open = gate(List.of(), false);
        RequestGate closed =
                new RequestGate(service, required(List.of("write"), false), CheckedMethods.ALL, false, links(), judge);
        HttpServletRequest seen = admitted(open);

        servlets.dispatcher = DispatcherType.FORWARD;

        assertThat(closed.admit(seen, servlets.response())).isEmpty();
        assertThat(servlets.status).isEqualTo(403);
    }

    @Test
    void keeps_the_status_of_an_error_whose_page_it_keeps_closed() {
        servlets.dispatcher = DispatcherType.ERROR;
        servlets.status = 404;

        assertRefused(gate(List.of(), false), 404);
        assertThat(servlets.responseHeaders).containsOnlyKeys("Cache-Control");
    }

    @Test
    void refuses_with_503_whatever_fails() {
        servlets.authorization = List.of("Bearer x");
        for (Throwable failure :
                List.of(new IllegalStateException("Bearer x"), new StackOverflowError(), new NoClassDefFoundError())) {
            servlets.failure = failure;
            assertRefused(gate(List.of(), false), 503);
            assertThat(servlets.responseHeaders).containsKey("Retry-After").doesNotContainKey("WWW-Authenticate");
            servlets.failure = null;
            judge = token -> {
                throw sneaky(failure);
            };
            assertRefused(gate(List.of(), false), 503);
        }
        judge = token -> null;
        assertRefused(gate(List.of(), false), 503);
        judge = token -> new Verification.Unavailable(Duration.ofSeconds(3));
        assertRefused(gate(List.of(), false, CheckedMethods.ALL, true), 503);
        assertThat(servlets.responseHeaders).containsEntry("Retry-After", "3");
        servlets.authorization = null;
        assertRefused(gate(List.of(), false), 503);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD", "TRACE", "get", "Get", "SURPRISE", "PROPFIND", "CONNECT", "GET ", ""})
    void keeps_methods_closed_that_are_named_or_mean_nothing(String method) {
        servlets.method = method;
        assertRefused(gate(List.of(), false, CheckedMethods.only(List.of("GET")), false), 401);
    }

    @Test
    void takes_no_method_for_one_to_be_closed() {
        servlets.method = null;
        assertRefused(gate(List.of(), false, CheckedMethods.only(List.of("GET")), false), 401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
    void asks_nothing_for_other_methods(String method) {
        servlets.method = method;
        admitted(gate(List.of("read"), false, CheckedMethods.only(List.of("GET")), false));
    }

    @ParameterizedTest
    @CsvSource({"GET, true", "HEAD, true", "OPTIONS, true", "POST, false", "PURGE, false", "get, false", "TRACE, false"
    })
    void asks_nothing_for_methods_that_are_excepted_and_no_others(String method, boolean open) {
        servlets.method = method;
        assertThat(gate(List.of(), false, CheckedMethods.allBut(List.of("GET", "OPTIONS")), false)
                        .admit(servlets.request(), servlets.response())
                        .isPresent())
                .isEqualTo(open);
    }

    @Test
    void forgets_a_caller_that_logs_out_until_the_next_request() throws Exception {
        arrives(GenuineTokens.holding(API + "/read"));
        RequestGate gate = gate(List.of("read"), false);
        HttpServletRequest seen = admitted(gate);
        assertThat(seen.authenticate(servlets.response())).isTrue();
        assertThatThrownBy(() -> seen.login("a", "b")).isInstanceOf(ServletException.class);

        seen.logout();

        assertThat(servlets.containerLoggedOut).isFalse();
        assertThat(seen.getUserPrincipal()).isNull();
        assertThat(seen.getRemoteUser()).isNull();
        assertThat(seen.getAuthType()).isNull();
        assertThat(seen.isUserInRole("read")).isFalse();
        assertThat(seen.isUserInRole("**")).isFalse();
        assertThat(seen.authenticate(servlets.response())).isFalse();
        servlets.dispatcher = DispatcherType.FORWARD;
        assertThat(gate.admit(seen, servlets.response())).isEmpty();
    }

    @Test
    void sends_whom_the_container_knows_away_and_asks_nothing_of_it_for_nobody() throws Exception {
        admitted(gate(List.of(), false, CheckedMethods.ALL, true)).logout();
        assertThat(servlets.containerLoggedOut).isFalse();

        servlets.principal = () -> "somebody";
        admitted(gate(List.of(), false, CheckedMethods.ALL, true)).logout();
        assertThat(servlets.containerLoggedOut).isTrue();

        servlets.containerLoggedOut = false;
        arrives(GenuineTokens.holding(API + "/read"));
        admitted(gate(List.of("read"), false)).logout();
        assertThat(servlets.containerLoggedOut).isTrue();
    }

    @Test
    void knows_what_a_servlet_calls_a_role() {
        servlets.webXml = """
                <web-app><servlet><servlet-name>orders</servlet-name><security-role-ref>
                <role-name>clerk</role-name><role-link>read</role-link></security-role-ref></servlet></web-app>""";
        arrives(GenuineTokens.holding(API + "/read"));
        HttpServletRequest seen = admitted(gate(List.of(), false));

        assertThat(seen.isUserInRole("clerk")).isFalse();
        servlets.servletName = "orders";
        assertThat(seen.isUserInRole("clerk")).isTrue();
        assertThat(seen.isUserInRole("read")).isTrue();
    }

    private void arrives(AccessToken token) {
        servlets.authorization = List.of("Bearer x");
        judge = text -> {
            verifications.incrementAndGet();
            return new Verification.Accepted(token);
        };
    }

    private RequestGate gate(List<String> scopes, boolean any) {
        return gate(scopes, any, CheckedMethods.ALL, false);
    }

    private RequestGate gate(List<String> scopes, boolean any, CheckedMethods methods, boolean optional) {
        if (service != null) {
            service.close();
        }
        service = new CognitoService(
                ServiceSettingsReader.read(Configuration.of(List.of(ConfigurationSource.of("test", settings)))));
        return new RequestGate(service, required(scopes, any), methods, optional, links(), judge);
    }

    private RequiredScopes required(List<String> scopes, boolean any) {
        return new RequiredScopes(service.pools(), service::rolesFor, scopes, any);
    }

    private RoleLinks links() {
        return RoleLinks.of(servlets.context());
    }

    private HttpServletRequest admitted(RequestGate gate) {
        return gate.admit(servlets.request(), servlets.response()).orElseThrow();
    }

    private void assertRefused(RequestGate gate, int status) {
        servlets.responseHeaders.clear();
        Optional<HttpServletRequest> admitted = gate.admit(servlets.request(), servlets.response());
        assertThat(admitted).isEmpty();
        assertThat(servlets.status).isEqualTo(status);
        assertThat(servlets.responseHeaders).containsEntry("Cache-Control", "no-store");
    }

    @SuppressWarnings("unchecked") // to throw what the signature does not name, as a collaborator may
    private static <T extends Throwable> RuntimeException sneaky(Throwable failure) throws T {
        throw (T) failure;
    }
}
