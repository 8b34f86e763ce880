package org.cognito4j.jakarta;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cognito4j.jakarta.fake.FakeResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CorsPolicyTest {

    private static final String SHOP = "https://shop.example.com";

    private final Map<String, List<String>> sent = new HashMap<>();
    private final FakeResponse response = new FakeResponse(true);
    private String method = "GET";
    private DispatcherType dispatcher = DispatcherType.REQUEST;

    @Test
    void lets_scripts_of_an_allowed_origin_read_the_answer() {
        sent.put("Origin", List.of(SHOP));

        assertThat(answers(SHOP)).isFalse();
        assertThat(response.headers())
                .containsEntry("Access-Control-Allow-Origin", List.of(SHOP))
                .containsEntry("Access-Control-Expose-Headers", List.of("WWW-Authenticate, Retry-After"))
                .containsEntry("Vary", List.of("Origin"))
                .doesNotContainKey("Access-Control-Allow-Credentials");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example.com",
                "https://shop.example.com.evil.example",
                "https://shop.example.com/",
                "http://shop.example.com",
                "https://SHOP.example.com",
                "null",
                ""
            })
    void allows_no_other_origin(String origin) {
        sent.put("Origin", List.of(origin));

        assertThat(answers(SHOP)).isFalse();
        assertThat(response.headers()).containsOnlyKeys("Vary");
    }

    @Test
    void allows_nothing_where_it_is_off_or_two_origins_are_sent() {
        sent.put("Origin", List.of(SHOP));
        assertThat(answers()).isFalse();
        assertThat(response.headers()).isEmpty();

        sent.put("Origin", List.of(SHOP, SHOP));
        assertThat(answers(SHOP)).isFalse();
        assertThat(response.headers()).containsOnlyKeys("Vary");
    }

    @Test
    void answers_a_preflight_of_an_allowed_origin() {
        preflight(SHOP);

        assertThat(answers(SHOP)).isTrue();
        assertThat(response.status()).isEqualTo(204);
        assertThat(response.headers())
                .containsEntry("Access-Control-Allow-Origin", List.of(SHOP))
                .containsEntry("Access-Control-Allow-Methods", List.of("PUT"))
                .containsEntry("Access-Control-Allow-Headers", List.of("authorization,content-type"))
                .containsEntry(
                        "Vary", List.of("Origin", "Access-Control-Request-Method", "Access-Control-Request-Headers"));
    }

    @Test
    void leaves_other_preflights_to_the_application() {
        preflight("https://evil.example.com");
        assertThat(answers(SHOP)).isFalse();

        preflight(SHOP);
        sent.remove("Access-Control-Request-Method");
        assertThat(answers(SHOP)).isFalse();

        preflight(SHOP);
        method = "POST";
        assertThat(answers(SHOP)).isFalse();

        preflight(SHOP);
        dispatcher = DispatcherType.FORWARD;
        assertThat(answers(SHOP)).isFalse();
    }

    @Test
    void echoes_no_text_that_is_no_method_and_no_header() {
        preflight(SHOP);
        sent.put("Access-Control-Request-Method", List.of("PUT\r\nX-Injected: 1"));
        sent.put("Access-Control-Request-Headers", List.of("a, b\r\nX-Injected: 1"));

        assertThat(answers(SHOP)).isTrue();
        assertThat(response.headers())
                .doesNotContainKeys("Access-Control-Allow-Methods", "Access-Control-Allow-Headers");
    }

    @Test
    void names_no_origin_where_all_are_allowed() {
        preflight("https://any.example.com");

        assertThat(answers("*")).isTrue();
        assertThat(response.headers()).containsEntry("Access-Control-Allow-Origin", List.of("*"));
    }

    private void preflight(String origin) {
        method = "OPTIONS";
        sent.put("Origin", List.of(origin));
        sent.put("Access-Control-Request-Method", List.of("PUT"));
        sent.put("Access-Control-Request-Headers", List.of("authorization,content-type"));
    }

    private boolean answers(String... origins) {
        CorsPolicy policy = new CorsPolicy(List.of(origins));
        boolean isForeseen = policy.hasAnswerTo(request());
        boolean isAnswered = policy.answers(request(), response.face());
        assertThat(isForeseen).isEqualTo(isAnswered);
        return isAnswered;
    }

    private HttpServletRequest request() {
        return (HttpServletRequest) Proxy.newProxyInstance(
                CorsPolicyTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, called, arguments) -> switch (called.getName()) {
                    case "getMethod" -> method;
                    case "getDispatcherType" -> dispatcher;
                    case "getHeaders" -> Collections.enumeration(sent.getOrDefault(arguments[0], List.of()));
                    case "getHeader" ->
                        sent.containsKey(arguments[0]) ? sent.get(arguments[0]).get(0) : null;
                    default -> throw new AssertionError("the request was asked for " + called.getName());
                });
    }
}
