package org.cognito4j.jakarta.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStoreHandler;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What becomes of a request when identity stores do what they should not, and what ours tells other mechanisms. */
class HostileStoresTest {

    private static final Map<String, String> SETTINGS = Map.of(
            "cognito.user-pool-id", "eu-west-1_AbCdEfGhI",
            "cognito.client-ids", "abc",
            "cognito.identity-store-priority", "7",
            "cognito.store-groups-as-roles", "true");

    private final ServiceBean holder = new ServiceBean(new CognitoExtension());
    private final CognitoIdentityStore store = new CognitoIdentityStore(holder);
    private final Map<String, String> headers = new HashMap<>();
    private final HttpServletResponse response = proxy(HttpServletResponse.class, this::answer);
    private final List<String> told = new ArrayList<>();
    private @Nullable List<String> authorization = List.of("Bearer x.y.z");
    private int status;

    @BeforeEach
    void start() {
        assertThat(store.priority()).isEqualTo(100);
        holder.start(application());
    }

    @AfterEach
    void stop() {
        holder.close();
    }

    static Stream<Arguments> stores() {
        return Stream.of(
                hostile("throws", credential -> {
                    throw new IllegalStateException("Bearer x.y.z");
                }),
                hostile("overflows the stack", credential -> {
                    throw new StackOverflowError();
                }),
                hostile("answers nothing", credential -> null),
                hostile("does not know tokens", credential -> CredentialValidationResult.NOT_VALIDATED_RESULT),
                hostile("refuses before ours is asked", credential -> CredentialValidationResult.INVALID_RESULT),
                hostile(
                        "lets everybody in before ours is asked",
                        credential -> new CredentialValidationResult("root", Set.of("admin"))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("stores")
    void let_nobody_in(String name, IdentityStoreHandler stores) {
        assertThat(validate(stores)).isEqualTo(AuthenticationStatus.SEND_FAILURE);

        assertUnavailable();
        assertThat(told).isEmpty();
    }

    @Test
    void let_nobody_in_beside_a_container_that_breaks_down() {
        authorization = List.of();
        assertThat(validate(credential -> null)).isEqualTo(AuthenticationStatus.SEND_FAILURE);
        assertThat(told).containsExactly("isProtected");
        assertUnavailable();

        authorization = null;
        assertThat(validate(credential -> null)).isEqualTo(AuthenticationStatus.SEND_FAILURE);
        assertUnavailable();
    }

    private void assertUnavailable() {
        assertThat(status).isEqualTo(503);
        assertThat(headers)
                .containsKey("Retry-After")
                .containsEntry("Cache-Control", "no-store")
                .doesNotContainKey("WWW-Authenticate");
        status = 0;
        headers.clear();
    }

    @Test
    void get_no_token_to_keep_by_throwing() {
        AtomicReference<Credential> kept = new AtomicReference<>();

        assertThat(validate(credential -> {
                    kept.set(credential);
                    throw new IllegalStateException();
                }))
                .isEqualTo(AuthenticationStatus.SEND_FAILURE);

        assertThat(kept.get().isCleared()).isTrue();
    }

    @Test
    void let_nobody_in_by_turning_the_refusal_of_ours_around() {
        assertThat(validate(credential -> {
                    store.validate(credential);
                    return new CredentialValidationResult("root", Set.of("admin"));
                }))
                .isEqualTo(AuthenticationStatus.SEND_FAILURE);

        assertThat(told).isEmpty();
        assertThat(status).isEqualTo(401);
        assertThat(headers.get("WWW-Authenticate")).contains("error=\"invalid_token\"");
    }

    @Test
    void get_no_word_of_ours_about_credentials_of_other_kinds() {
        assertThat(store.validate(new UsernamePasswordCredential("anna", "x")).getStatus())
                .isEqualTo(CredentialValidationResult.Status.NOT_VALIDATED);
        assertThat(store.getCallerGroups(new CredentialValidationResult("anna")))
                .isEmpty();
    }

    @Test
    void stand_beside_ours_where_the_settings_say() {
        assertThat(store.priority()).isEqualTo(7);
    }

    @Test
    void tell_a_mechanism_of_the_application_how_to_refuse() {
        CognitoCredential credential = new CognitoCredential("x.y.z");
        assertThat(credential.challenge()).isEmpty();
        assertThatThrownBy(() -> credential.refuse(response)).isInstanceOf(IllegalStateException.class);

        assertThat(store.validate(credential).getStatus()).isEqualTo(CredentialValidationResult.Status.INVALID);
        credential.refuse(response);

        assertThat(credential.challenge()).hasValue(headers.get("WWW-Authenticate"));
        assertThat(headers.get("WWW-Authenticate")).startsWith("Bearer realm=\"cognito\", error=\"invalid_token\"");
        assertThat(status).isEqualTo(401);
    }

    private AuthenticationStatus validate(IdentityStoreHandler stores) {
        HttpServletRequest request =
                proxy(HttpServletRequest.class, (proxy, method, arguments) -> switch (method.getName()) {
                    case "getHeaders" -> authorization == null ? null : Collections.enumeration(authorization);
                    case "getServletContext" -> application();
                    default -> null;
                });
        HttpMessageContext context = proxy(HttpMessageContext.class, (proxy, method, arguments) -> {
            told.add(method.getName());
            throw new IllegalStateException("the container breaks down");
        });
        return new CognitoAuthenticationMechanism(holder, stores).validateRequest(request, response, context);
    }

    private @Nullable Object answer(Object proxy, java.lang.reflect.Method method, Object[] arguments) {
        switch (method.getName()) {
            case "setStatus" -> status = (Integer) arguments[0];
            case "setHeader" -> headers.put((String) arguments[0], (String) arguments[1]);
            case "isCommitted" -> {
                return false;
            }
            default -> {}
        }
        return null;
    }

    private static Arguments hostile(String name, IdentityStoreHandler stores) {
        return Arguments.of(name, stores);
    }

    private static ServletContext application() {
        return proxy(ServletContext.class, (proxy, method, arguments) -> switch (method.getName()) {
            case "getInitParameterNames" -> Collections.enumeration(SETTINGS.keySet());
            case "getInitParameter" -> SETTINGS.get(arguments[0]);
            case "getContextPath" -> "/hostile";
            case "getClassLoader" -> HostileStoresTest.class.getClassLoader();
            default -> null;
        });
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(
                Proxy.newProxyInstance(HostileStoresTest.class.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
