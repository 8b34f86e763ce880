package org.cognito4j.net;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.baggage.propagation.W3CBaggagePropagator;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.propagation.ContextPropagators;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A real SDK that keeps what it exports. While it is open it may be the global one. */
public final class RecordedSpans implements AutoCloseable {

    private final InMemorySpanExporter exporter = InMemorySpanExporter.create();
    private final OpenTelemetrySdk sdk;

    /**
     * An SDK that is not the global one.
     *
     * @param more processors beside the one that exports
     */
    public RecordedSpans(SpanProcessor... more) {
        sdk = OpenTelemetrySdk.builder()
                .setTracerProvider(SdkTracerProvider.builder()
                        .addSpanProcessor(SimpleSpanProcessor.create(exporter))
                        .addSpanProcessor(SpanProcessor.composite(List.of(more)))
                        .build())
                .setPropagators(ContextPropagators.create(TextMapPropagator.composite(
                        W3CTraceContextPropagator.getInstance(), W3CBaggagePropagator.getInstance())))
                .build();
    }

    /** Makes it the global one until it is closed. */
    public RecordedSpans global() {
        GlobalOpenTelemetry.resetForTest();
        GlobalOpenTelemetry.set(sdk);
        return this;
    }

    public OpenTelemetrySdk sdk() {
        return sdk;
    }

    public Tracer tracer() {
        return sdk.getTracer("test");
    }

    /** The spans that have ended, in that order. */
    public List<SpanData> all() {
        return exporter.getFinishedSpanItems();
    }

    /** Forgets the spans so far. */
    public void reset() {
        exporter.reset();
    }

    /** The attributes of a span by their names. */
    public static Map<String, Object> attributes(SpanData span) {
        Map<String, Object> attributes = new TreeMap<>();
        span.getAttributes().forEach((AttributeKey<?> key, Object value) -> attributes.put(key.getKey(), value));
        return attributes;
    }

    @Override
    public void close() {
        GlobalOpenTelemetry.resetForTest();
        sdk.close();
    }
}
