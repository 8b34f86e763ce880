package org.cognito4j;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cognito4j.config.ServiceSettings;
import org.cognito4j.jakarta.Authentication;
import org.cognito4j.jakarta.CognitoService;
import org.cognito4j.jakarta.decision.DecisionForm;
import org.cognito4j.jakarta.fake.Requests;
import org.cognito4j.jakarta.monitor.Monitoring;
import org.cognito4j.jakarta.security.VerifierServer;
import org.cognito4j.jakarta.security.VerifierServer.Form;
import org.cognito4j.net.RecordedSpans;
import org.cognito4j.setting.SettingValues;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the module writes on the span that a server has begun for a request. */
@Timeout(120)
class TracedDecisionsTest {

    private static final RecordedSpans SPANS = new RecordedSpans();
    private static final String SHOP = TestPool.CLIENT;
    private static VerifierServer server;
    private static VerifierSettings settings;

    @BeforeAll
    static void start() throws Exception {
        settings = Vectors.POOL
                .settings()
                .callers(Callers.BOTH)
                .clientName(SHOP, "Shop")
                .build();
        TokenVerifier verifier = Vectors.POOL.verifier(settings);
        verifier.verify(Vectors.POOL.token().mint()); // which fetches the keys
        server = new VerifierServer(
                Map.of("shop", Map.entry(settings, verifier)),
                all -> new Monitoring(all, List.of()),
                Map.of(),
                TracedDecisionsTest::trace);
    }

    @AfterAll
    static void stop() {
        server.close();
        SPANS.close();
    }

    @AfterEach
    void forget() {
        SPANS.reset();
    }

    /** As an agent, or a filter of a server, does. */
    private static void trace(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Span span = SPANS.tracer()
                .spanBuilder("GET /shop")
                .setSpanKind(SpanKind.SERVER)
                .startSpan();
        try (Scope scope = span.makeCurrent()) {
            assertThat(scope).isNotNull();
            chain.doFilter(request, response);
        } finally {
            span.end();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Form.class,
            names = {"FILTER", "CONTAINER", "MECHANISM"})
    void names_an_accepted_client(Form form) throws Exception {
        for (int time = 0; time < 2; time++) {
            SpanData span = spanOf(form, Vectors.POOL.token().mint());

            assertThat(RecordedSpans.attributes(span))
                    .isEqualTo(Map.of(
                            "event.reason",
                            "accepted",
                            "cognito4j.client.id",
                            SHOP,
                            "cognito4j.client.name",
                            "Shop",
                            "enduser.id",
                            SHOP));
            assertThat(span.getStatus()).isEqualTo(StatusData.unset());
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Form.class,
            names = {"FILTER", "CONTAINER", "MECHANISM"})
    void names_the_reason_and_the_client_of_a_verified_token(Form form) throws Exception {
        String token = Vectors.POOL
                .token()
                .claim("exp", TestPool.NOW.minusSeconds(3_600).getEpochSecond())
                .claim("iat", TestPool.NOW.minusSeconds(7_200).getEpochSecond())
                .mint();

        assertThat(RecordedSpans.attributes(spanOf(form, token)))
                .isEqualTo(Map.of(
                        "event.reason",
                        "token-expired",
                        "cognito4j.client.id",
                        SHOP,
                        "cognito4j.client.name",
                        "Shop",
                        "enduser.id",
                        SHOP));
    }

    @ParameterizedTest
    @EnumSource(
            value = Form.class,
            names = {"FILTER", "CONTAINER", "MECHANISM"})
    void has_nothing_of_a_token_that_is_not_verified(Form form) throws Exception {
        String token = Vectors.POOL.token().mint();
        String forged = token.substring(0, token.lastIndexOf('.') + 1) + "A".repeat(342);

        SpanData span = spanOf(form, forged);

        assertThat(RecordedSpans.attributes(span))
                .isEqualTo(Map.of("event.reason", "bad-signature", "cognito4j.client.id", "unverified"));
        assertThat(span.getStatus()).isEqualTo(StatusData.unset());
    }

    @Test
    void names_a_person_by_the_user_name() throws Exception {
        String token = Vectors.POOL.token().claim("username", "\"alice\"").mint();

        assertThat(RecordedSpans.attributes(spanOf(Form.FILTER, token)))
                .containsEntry("enduser.id", "alice")
                .containsEntry("cognito4j.client.id", SHOP);
    }

    @Test
    void names_the_scope_that_a_caller_lacks() throws Exception {
        SpanData span = spanOf(Form.FILTER_FOR_NOBODY, Vectors.POOL.token().mint());

        Map<String, Object> attributes = RecordedSpans.attributes(span);
        assertThat(attributes)
                .containsEntry("event.reason", "insufficient-scope")
                .containsEntry("cognito4j.client.name", "Shop")
                .containsEntry("cognito4j.missing.scopes", List.of("nobody"));
    }

    @ParameterizedTest
    @EnumSource(DecisionForm.class)
    void is_an_error_where_the_module_fails(DecisionForm form) {
        try (CognitoService service = service()) {
            SpanData span = traced(() -> service.authenticate(Requests.withAuthorization("Bearer x"), form, token -> {
                throw new IllegalStateException("quotes " + token);
            }));

            assertThat(span.getStatus()).isEqualTo(StatusData.create(StatusCode.ERROR, "module-failed"));
            assertThat(RecordedSpans.attributes(span))
                    .isEqualTo(Map.of("event.reason", "module-failed", "cognito4j.client.id", "unverified"));
            assertThat(span.getEvents()).isEmpty();
        }
    }

    @Test
    void has_each_reason_as_the_log_does() throws Exception {
        Map<String, String> expected = new TreeMap<>();
        Map<String, Object> found = new TreeMap<>();
        try (CognitoService service = service()) {
            for (RejectionReason reason : RejectionReason.values()) {
                expected.put(reason.code(), reason.code());
                SpanData span = traced(() -> service.authenticate(
                        Requests.withAuthorization("Bearer x"),
                        DecisionForm.FILTER,
                        token -> new Verification.Rejected(reason)));
                found.put(reason.code(), RecordedSpans.attributes(span).get("event.reason"));
            }
        }
        assertThat(found).isEqualTo(expected);
    }

    @Test
    void a_span_that_throws_changes_no_verdict() {
        try (CognitoService service = service()) {
            for (Verification outcome : List.of(
                    new Verification.Accepted(GenuineTokens.holding("read")),
                    new Verification.Rejected(RejectionReason.TOKEN_EXPIRED))) {
                Class<?> plain = decide(service, outcome).getClass();
                for (boolean isRecording : List.of(true, false)) {
                    try (Scope scope = faulty(isRecording).makeCurrent()) {
                        assertThat(scope).isNotNull();
                        assertThat(decide(service, outcome)).isExactlyInstanceOf(plain);
                    }
                }
            }
        }
    }

    /**
     * A span of which nothing works.
     *
     * @param isRecording whether it says so, or throws already then
     */
    private static Span faulty(boolean isRecording) {
        return (Span) Proxy.newProxyInstance(
                Span.class.getClassLoader(), new Class<?>[] {Span.class}, (proxy, method, arguments) -> {
                    if (method.isDefault()) {
                        return InvocationHandler.invokeDefault(proxy, method, arguments);
                    }
                    if (isRecording && method.getName().equals("isRecording")) {
                        return true;
                    }
                    throw new NoClassDefFoundError();
                });
    }

    private static Authentication decide(CognitoService service, Verification outcome) {
        return service.authenticate(Requests.withAuthorization("Bearer x"), DecisionForm.FILTER, token -> outcome);
    }

    private static CognitoService service() {
        ServiceSettings all = new ServiceSettings(List.of(settings), SettingValues.NONE);
        return new CognitoService(
                all, new Monitoring(all, List.of()), TokenChecks.NONE, keys -> Vectors.POOL.verifier(settings));
    }

    private static SpanData traced(Runnable request) {
        SPANS.reset();
        Span span = SPANS.tracer().spanBuilder("request").startSpan();
        try (Scope scope = span.makeCurrent()) {
            assertThat(scope).isNotNull();
            request.run();
        } finally {
            span.end();
        }
        return SPANS.all().get(0);
    }

    /** The answer comes before the span ends. */
    private static SpanData spanOf(Form form, String token) throws Exception {
        SPANS.reset();
        server.answer("shop", form, token);
        while (SPANS.all().isEmpty()) {
            Thread.onSpinWait();
        }
        assertThat(SPANS.all()).hasSize(1);
        assertThat(SPANS.all().toString())
                .doesNotContain(token)
                .doesNotContain(token.substring(token.lastIndexOf('.')));
        return SPANS.all().get(0);
    }
}
