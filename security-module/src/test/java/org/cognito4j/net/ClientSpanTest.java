package org.cognito4j.net;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.cognito4j.fault.Fault;
import org.cognito4j.fault.FaultServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ClientSpanTest {

    private static final Duration LONG = Duration.ofSeconds(50);

    private FaultServer server;

    @BeforeEach
    void start() throws IOException {
        GlobalOpenTelemetry.resetForTest();
        server = new FaultServer(Fault.ok("hello".getBytes(UTF_8)));
    }

    @AfterEach
    void stop() throws IOException {
        GlobalOpenTelemetry.resetForTest();
        server.close();
    }

    @Test
    void describes_a_request_by_the_conventions_for_http() throws Exception {
        try (RecordedSpans spans = new RecordedSpans().global()) {
            assertThat(send(request("/keys"))).isEqualTo(200);

            SpanData span = only(spans);
            assertThat(span.getName()).isEqualTo("GET");
            assertThat(span.getKind()).isEqualTo(SpanKind.CLIENT);
            assertThat(span.getStatus()).isEqualTo(StatusData.unset());
            assertThat(span.getParentSpanContext().isValid()).isFalse();
            assertThat(RecordedSpans.attributes(span))
                    .isEqualTo(Map.of(
                            "http.request.method",
                            "GET",
                            "server.address",
                            "127.0.0.1",
                            "server.port",
                            (long) server.address("/").getPort(),
                            "url.full",
                            server.address("/keys").toString(),
                            "http.response.status_code",
                            200L));
        }
    }

    @Test
    void has_neither_the_query_nor_a_header_of_the_request() throws Exception {
        try (RecordedSpans spans = new RecordedSpans().global()) {
            URI address = server.address("/policy");
            send(HttpRequest.newBuilder(URI.create("http://" + address.getAuthority() + "/policy?sig=query-secret#f"))
                    .header("Authorization", "Basic header-secret")
                    .build());

            assertThat(RecordedSpans.attributes(only(spans))).containsEntry("url.full", address.toString());
            assertThat(only(spans).toString()).doesNotContain("secret");
            assertThat(server.requests().get(0).line()).contains("sig=query-secret");
            assertThat(server.requests().get(0).headers()).contains("Authorization: Basic header-secret");
        }
    }

    @Test
    void hands_the_trace_on_and_not_the_baggage_of_the_caller() throws Exception {
        try (RecordedSpans spans = new RecordedSpans().global()) {
            Span caller = spans.tracer().spanBuilder("caller").startSpan();
            Baggage baggage = Baggage.builder().put("user", "alice").build();
            try (Scope scope = Context.root().with(caller).with(baggage).makeCurrent()) {
                assertThat(scope).isNotNull();
                send(request("/keys"));
            }

            SpanData span = only(spans);
            assertThat(span.getParentSpanId()).isEqualTo(caller.getSpanContext().getSpanId());
            List<String> headers = new ArrayList<>(server.requests().get(0).headers());
            String traceParent = "traceparent: 00-" + span.getTraceId() + "-" + span.getSpanId() + "-";
            assertThat(headers).anyMatch(header -> header.startsWith(traceParent));
            headers.removeIf(header -> header.startsWith(traceParent));
            GlobalOpenTelemetry.resetForTest();
            send(request("/keys"));
            assertThat(headers).isEqualTo(server.requests().get(1).headers());
        }
    }

    @Test
    void is_an_error_with_the_status_from_400_on() throws Exception {
        for (int status : List.of(304, 400, 503)) {
            server.answer(Fault.status(status, new byte[0]));
            try (RecordedSpans spans = new RecordedSpans().global()) {
                assertThat(send(request("/keys"))).isEqualTo(status);

                SpanData span = only(spans);
                assertThat(span.getStatus().getStatusCode())
                        .isEqualTo(status >= 400 ? StatusCode.ERROR : StatusCode.UNSET);
                Map<String, Object> attributes = RecordedSpans.attributes(span);
                assertThat(attributes).containsEntry("http.response.status_code", (long) status);
                assertThat(attributes.get("error.type")).isEqualTo(status >= 400 ? String.valueOf(status) : null);
            }
        }
    }

    @Test
    void names_why_there_is_no_answer() throws Exception {
        server.answer(Fault.silence());
        assertThat(errorType(Duration.ofMillis(300))).isEqualTo("timeout");
        server.close();
        assertThat(errorType(LONG)).isEqualTo("java.net.ConnectException");
    }

    private String errorType(Duration deadline) {
        try (RecordedSpans spans = new RecordedSpans().global();
                BoundedExchange exchange = new BoundedExchange(100, status -> true)) {
            assertThat(catchThrowableOfType(
                            BoundedExchange.Failed.class, () -> exchange.send(request("/keys"), deadline)))
                    .isNotNull();

            SpanData span = only(spans);
            assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
            assertThat(RecordedSpans.attributes(span)).doesNotContainKey("http.response.status_code");
            return (String) RecordedSpans.attributes(span).get("error.type");
        }
    }

    /** {@code GlobalOpenTelemetry.set} throws where somebody has asked for the global one before. */
    @Test
    void leaves_it_to_the_application_to_set_the_global_one() throws Exception {
        send(request("/keys"));

        assertThat(GlobalOpenTelemetry.isSet()).isFalse();
        assertThat(server.requests().get(0).headers()).noneMatch(header -> header.startsWith("traceparent"));
        try (RecordedSpans spans = new RecordedSpans()) {
            GlobalOpenTelemetry.set(spans.sdk());
            send(request("/keys"));
            assertThat(spans.all()).hasSize(1);
        }
    }

    @Test
    void goes_to_the_bean_of_the_application_before_the_global_one() throws Exception {
        try (RecordedSpans global = new RecordedSpans().global();
                RecordedSpans own = new RecordedSpans()) {
            Producer.telemetry = own.sdk();
            try (SeContainer container = SeContainerInitializer.newInstance()
                    .disableDiscovery()
                    .addBeanClasses(Producer.class)
                    .initialize()) {
                assertThat(container).isNotNull();
                send(request("/keys"));
            }

            assertThat(own.all()).hasSize(1);
            assertThat(global.all()).isEmpty();
        }
    }

    @Test
    void a_processor_that_throws_changes_nothing() throws Exception {
        for (boolean atStart : List.of(true, false)) {
            try (RecordedSpans spans = new RecordedSpans(new At(atStart, () -> {
                        throw new NoClassDefFoundError();
                    }))
                    .global()) {
                assertThat(spans).isNotNull();
                assertThat(send(request("/keys"))).isEqualTo(200);
            }
        }
    }

    @Test
    void a_processor_that_hangs_is_not_waited_for() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        for (boolean atStart : List.of(true, false)) {
            try (RecordedSpans spans = new RecordedSpans(new At(atStart, () -> await(never))).global()) {
                assertThat(spans).isNotNull();
                assertThat(send(request("/keys"))).isEqualTo(200);
            }
        }
        never.countDown();
    }

    private static void await(CountDownLatch latch) {
        boolean isOver = false;
        while (!isOver) {
            try {
                latch.await();
                isOver = true;
            } catch (InterruptedException e) {
                // hangs on
            }
        }
    }

    private static SpanData only(RecordedSpans spans) {
        assertThat(spans.all()).hasSize(1);
        return spans.all().get(0);
    }

    private static int send(HttpRequest request) throws BoundedExchange.Failed {
        try (BoundedExchange exchange = new BoundedExchange(100, status -> true)) {
            return exchange.send(request, LONG).status();
        }
    }

    private HttpRequest request(String path) {
        return HttpRequest.newBuilder(server.address(path)).build();
    }

    @ApplicationScoped
    static class Producer {

        private static OpenTelemetry telemetry = OpenTelemetry.noop();

        @Produces
        OpenTelemetry telemetry() {
            return telemetry;
        }
    }

    /** A processor that does something at the start or at the end of spans. */
    private record At(boolean atStart, Runnable action) implements SpanProcessor {

        @Override
        public void onStart(Context parent, ReadWriteSpan span) {
            action.run();
        }

        @Override
        public boolean isStartRequired() {
            return atStart;
        }

        @Override
        public void onEnd(ReadableSpan span) {
            action.run();
        }

        @Override
        public boolean isEndRequired() {
            return !atStart;
        }
    }
}
