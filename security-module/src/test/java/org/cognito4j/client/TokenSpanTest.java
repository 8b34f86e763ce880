package org.cognito4j.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.cognito4j.client.ScriptedEndpoint.Reply;
import org.cognito4j.net.RecordedSpans;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What OpenTelemetry shows of a client that obtains tokens. */
@Timeout(60)
class TokenSpanTest {

    private final ScriptedEndpoint endpoint = new ScriptedEndpoint();
    private final RecordedSpans spans = new RecordedSpans().global();

    @AfterEach
    void stop() {
        spans.close();
        endpoint.close();
    }

    @Test
    void is_there_for_a_token_request_and_not_for_a_token_at_hand() {
        try (TokenSource source = TokenSource.of(endpoint.client().build())) {
            Span caller = spans.tracer().spanBuilder("caller").startSpan();
            try (Scope scope = caller.makeCurrent()) {
                assertThat(scope).isNotNull();
                source.token();
                source.token();
                source.tokenAsync().join();
            }

            assertThat(spans.all()).hasSize(1);
            SpanData span = spans.all().get(0);
            assertThat(span.getKind()).isEqualTo(SpanKind.CLIENT);
            assertThat(span.getParentSpanId()).isEqualTo(caller.getSpanContext().getSpanId());
            assertThat(RecordedSpans.attributes(span))
                    .isEqualTo(Map.of(
                            "http.request.method",
                            "POST",
                            "server.address",
                            "127.0.0.1",
                            "server.port",
                            (long) endpoint.at("/").getPort(),
                            "url.full",
                            endpoint.at("/oauth2/token").toString(),
                            "http.response.status_code",
                            200L));
            assertThat(endpoint.requests().get(0).header("Traceparent"))
                    .startsWith("00-" + span.getTraceId() + "-" + span.getSpanId() + "-");
        }
    }

    @Test
    void has_neither_secret_nor_token() {
        for (boolean inBody : List.of(true, false)) {
            try (TokenSource source = TokenSource.of(endpoint.client()
                    .secretInBody(inBody)
                    .secret(() -> "sesame")
                    .build())) {
                String token = source.token();

                assertThat(spans.all()).isNotEmpty();
                assertThat(spans.all().toString()).doesNotContain("sesame", token, "Basic");
            }
        }
    }

    @Test
    void is_an_error_where_the_endpoint_refuses() {
        endpoint.answers(Reply.error("invalid_client"));
        try (TokenSource source = TokenSource.of(endpoint.client().build())) {
            assertThat(catchThrowableOfType(TokenRequestFailed.class, source::token))
                    .isNotNull();
        }

        assertThat(RecordedSpans.attributes(spans.all().get(0)))
                .containsEntry("http.response.status_code", 400L)
                .containsEntry("error.type", "400");
    }

    /** Nobody waits for a renewal: whoever called when the last token came has nothing to do with it. */
    @Test
    void of_a_renewal_in_the_background_begins_a_trace_of_its_own() {
        FakeTime time = new FakeTime();
        try (TokenSource source = new TokenSource(endpoint.client().build(), time, time, time::ticks)) {
            Span caller = spans.tracer().spanBuilder("caller").startSpan();
            try (Scope scope = caller.makeCurrent()) {
                assertThat(scope).isNotNull();
                source.tokenAsync();
            }
            time.runDue();
            assertThat(Span.current().getSpanContext().isValid()).isFalse();
            time.pass(Duration.ofMinutes(50));

            assertThat(spans.all()).hasSize(2);
            assertThat(spans.all().get(0).getTraceId())
                    .isEqualTo(caller.getSpanContext().getTraceId());
            assertThat(spans.all().get(1).getTraceId())
                    .isNotEqualTo(caller.getSpanContext().getTraceId());
            assertThat(spans.all().get(1).getParentSpanContext().isValid()).isFalse();
        }
    }

    /** The plan for it is made while the request of a caller is current. */
    @Test
    void of_a_repetition_after_a_failure_is_not_the_callers_either() {
        FakeTime time = new FakeTime();
        try (TokenSource source = new TokenSource(endpoint.client().build(), time, time, time::ticks)) {
            source.tokenAsync();
            time.runDue();
            endpoint.answers(new Reply(503, ""));
            Span caller = spans.tracer().spanBuilder("caller").startSpan();
            try (Scope scope = caller.makeCurrent()) {
                assertThat(scope).isNotNull();
                source.tokenAfterAsync("token-1");
            }
            time.runDue();
            time.pass(Duration.ofMinutes(2));

            assertThat(spans.all()).hasSizeGreaterThan(2);
            assertThat(spans.all().subList(2, spans.all().size()))
                    .noneMatch(span ->
                            span.getTraceId().equals(caller.getSpanContext().getTraceId()));
            assertThat(spans.all().get(1).getTraceId())
                    .isEqualTo(caller.getSpanContext().getTraceId());
        }
    }
}
