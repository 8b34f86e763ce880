package org.cognito4j.server.soteria;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.security.enterprise.CallerPrincipal;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.security.Principal;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RequestSecurityContextTest {

    private final RequestSecurityContext security = new RequestSecurityContext();
    private @Nullable Principal caller = new CallerPrincipal("anna");
    private @Nullable HttpServletRequest filtered;

    RequestSecurityContextTest() {
        security.request = request("reader", () -> caller);
    }

    private HttpServletRequest request(String role, Supplier<@Nullable Principal> principal) {
        return (HttpServletRequest) Proxy.newProxyInstance(
                RequestSecurityContextTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getUserPrincipal" -> principal.get();
                    case "isUserInRole" -> arguments[0].equals(role);
                    case "getAttribute" -> filtered;
                    default -> throw new AssertionError("the request was asked for " + method.getName());
                });
    }

    @Test
    void tells_the_caller_of_the_request() {
        assertThat(security.getCallerPrincipal()).isSameAs(caller);
        assertThat(security.getPrincipalsByType(CallerPrincipal.class)).containsExactly((CallerPrincipal) caller);
        assertThat(security.getPrincipalsByType(Other.class)).isEmpty();
        caller = null;
        assertThat(security.getCallerPrincipal()).isNull();
        assertThat(security.getPrincipalsByType(Principal.class)).isEmpty();
    }

    @Test
    void tells_the_roles_of_the_request() {
        assertThat(security.isCallerInRole("reader")).isTrue();
        assertThat(security.isCallerInRole("writer")).isFalse();
    }

    @Test
    void tells_the_caller_behind_a_filter() {
        CallerPrincipal machine = new CallerPrincipal("machine");
        filtered = request("writer", () -> machine);

        assertThat(security.getCallerPrincipal()).isSameAs(machine);
        assertThat(security.getPrincipalsByType(CallerPrincipal.class)).containsExactly(machine);
        assertThat(security.isCallerInRole("reader")).isFalse();
        assertThat(security.isCallerInRole("writer")).isTrue();
    }

    @Test
    void promises_no_access_that_nobody_can_judge() {
        assertThatThrownBy(() -> security.hasAccessToWebResource("/any", "GET"))
                .isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(security::getAllDeclaredCallerRoles).isInstanceOf(UnsupportedOperationException.class);
    }

    private interface Other extends Principal {}
}
