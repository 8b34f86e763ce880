package org.cognito4j.net;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A client span of OpenTelemetry for one request, by the semantic conventions for HTTP. It has the address without user and query, and
 * nothing of headers and bodies. Processors and exporters are foreign code: they are called on other threads and are not waited for longer
 * than {@link #LONGEST}.
 */
final class ClientSpan implements RequestTrace {

    /** Of the beginning and of the end, each. */
    static final Duration LONGEST = Duration.ofMillis(200);

    private static final BoundedCalls SDK = new BoundedCalls("cognito4j-telemetry");
    private static final String SCOPE = "org.cognito4j";
    private static final int CLIENT_ERROR = 400;

    private final HttpRequest request;
    private final Span span;

    private ClientSpan(HttpRequest request, Span span) {
        this.request = request;
        this.span = span;
    }

    static RequestTrace begin(HttpRequest request, OpenTelemetryLookup telemetry) {
        try {
            Context parent = Context.root().with(Span.current());
            return SDK.call(() -> start(request, telemetry.find(), parent), LONGEST);
        } catch (BoundedCalls.Failed | RuntimeException | LinkageError e) {
            return new None(request);
        }
    }

    private static RequestTrace start(HttpRequest request, Optional<OpenTelemetry> found, Context parent) {
        if (found.isEmpty()) {
            return new None(request);
        }
        URI address = request.uri();
        Span span = found.get()
                .getTracer(SCOPE)
                .spanBuilder(request.method())
                .setParent(parent)
                .setSpanKind(SpanKind.CLIENT)
                .setAttribute("http.request.method", request.method())
                .setAttribute("server.address", address.getHost())
                .setAttribute("server.port", port(address))
                .setAttribute("url.full", withoutSecrets(address))
                .startSpan();
        HttpRequest.Builder traced = HttpRequest.newBuilder(request, (name, value) -> true);
        found.get()
                .getPropagators()
                .getTextMapPropagator()
                .inject(parent.with(span), request, (original, name, value) -> add(traced, original, name, value));
        return new ClientSpan(traced.build(), span);
    }

    /** A propagator may name any header: those of the request stay, and those that the JDK does not send are left out. */
    private static void add(HttpRequest.Builder traced, HttpRequest original, String name, String value) {
        if (original.headers().firstValue(name).isEmpty()) {
            Quietly.run(() -> traced.setHeader(name, value));
        }
    }

    private static long port(URI address) {
        if (address.getPort() >= 0) {
            return address.getPort();
        }
        return "https".equalsIgnoreCase(address.getScheme()) ? 443 : 80;
    }

    private static String withoutSecrets(URI address) {
        String port = address.getPort() >= 0 ? ":" + address.getPort() : "";
        return address.getScheme() + "://" + address.getHost() + port + address.getRawPath();
    }

    @Override
    public HttpRequest request() {
        return request;
    }

    @Override
    public void answered(int status) {
        end(ended -> {
            ended.setAttribute("http.response.status_code", status);
            if (status >= CLIENT_ERROR) {
                fail(ended, String.valueOf(status));
            }
        });
    }

    @Override
    public void failed(String why) {
        end(ended -> fail(ended, why));
    }

    private static void fail(Span span, String why) {
        span.setAttribute("error.type", why).setStatus(StatusCode.ERROR);
    }

    private void end(Consumer<Span> outcome) {
        SDK.tell(
                () -> {
                    outcome.accept(span);
                    span.end();
                },
                LONGEST);
    }
}
