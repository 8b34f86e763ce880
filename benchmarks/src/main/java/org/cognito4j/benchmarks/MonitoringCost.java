package org.cognito4j.benchmarks;

import com.sun.management.ThreadMXBean;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.management.ManagementFactory;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.cognito4j.AccessToken;
import org.cognito4j.UserPool;
import org.cognito4j.config.Configuration;
import org.cognito4j.config.ConfigurationSource;
import org.cognito4j.config.ServiceSettingsReader;
import org.cognito4j.fault.Fault;
import org.cognito4j.fault.FaultServer;
import org.cognito4j.jakarta.CognitoService;
import org.cognito4j.jakarta.decision.DecisionForm;
import org.cognito4j.jakarta.decision.SecurityDecision;
import org.cognito4j.jakarta.decision.SecurityObserver;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/**
 * What it costs to see who calls: the module's part of a request with a token that was seen before, with everything off and with one thing
 * after the other on, by turns in one process on a real request of Jetty. Figures for each client are always on.
 */
final class MonitoringCost {

    private static final int BATCH = 256;
    private static final long SECOND = 1_000_000_000L;
    private static final double MOST_TIME = 1.1;
    private static final long MOST_BYTES = 200;
    private static final String OFF = "everything off";
    private static final String SPAN = "a span by itself";
    private static final String TRACED = "meters and spans";
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final Tracer tracer;
    private final Map<String, Runnable> subjects = new LinkedHashMap<>();
    private final Map<String, Double> nanos = new LinkedHashMap<>();
    private final Map<String, Long> bytes = new LinkedHashMap<>();

    private MonitoringCost(Tracer tracer) {
        this.tracer = tracer;
    }

    /** A table, and what became of the bars. */
    static String measure(int seconds) throws Exception {
        Metrics.addRegistry(new SimpleMeterRegistry());
        Logger audit = Logger.getLogger("org.cognito4j.audit");
        audit.setUseParentHandlers(false);
        audit.addHandler(new Discarding());
        TokenIssuer issuer = new TokenIssuer();
        try (OpenTelemetrySdk sdk = OpenTelemetrySdk.builder()
                        .setTracerProvider(SdkTracerProvider.builder().build())
                        .setMeterProvider(SdkMeterProvider.builder().build())
                        .build();
                FaultServer keys = new FaultServer(Fault.ok(issuer.keySet("one")))) {
            GlobalOpenTelemetry.set(sdk);
            MonitoringCost cost = new MonitoringCost(sdk.getTracer("server"));
            cost.onServer(keys, issuer.token("one"), seconds);
            return cost.report();
        }
    }

    private void onServer(FaultServer keys, String token, int seconds) throws Exception {
        Server server = new Server();
        ServerConnector connector = new ServerConnector(server);
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        ServletContextHandler application = new ServletContextHandler("/shop");
        server.setHandler(application);
        CognitoService off = service(keys, "off", List.of());
        CognitoService traced = service(keys, "off", List.of());
        CognitoService observed = service(keys, "off", List.of(new Taker()));
        CognitoService audited = service(keys, "all", List.of(new Taker()));
        traced.publishFiguresOf("traced", application.getServletContext());
        observed.publishFiguresOf("observed", application.getServletContext());
        audited.publishFiguresOf("audited", application.getServletContext());
        application.addServlet(
                new ServletHolder(new HttpServlet() {
                    private static final long serialVersionUID = 1;

                    @Override
                    protected void doGet(HttpServletRequest request, HttpServletResponse response) {
                        subjects.put(OFF, () -> judge(off, request));
                        subjects.put(SPAN, () -> inSpan(() -> {}));
                        subjects.put(TRACED, () -> inSpan(() -> judge(traced, request)));
                        subjects.put("the same and an observer", () -> inSpan(() -> judge(observed, request)));
                        subjects.put("the same and the audit log", () -> inSpan(() -> judge(audited, request)));
                        run(seconds);
                    }
                }),
                "/*");
        server.start();
        HttpRequest request = HttpRequest.newBuilder(server.getURI().resolve("/shop/orders"))
                .header("Authorization", "Bearer " + token)
                .timeout(Duration.ofSeconds(seconds + 60))
                .build();
        HttpClient.newHttpClient().send(request, BodyHandlers.discarding());
        server.stop();
        List.of(off, traced, observed, audited).forEach(CognitoService::close);
    }

    private static CognitoService service(FaultServer keys, String auditLog, List<SecurityObserver> observers) {
        return new CognitoService(
                ServiceSettingsReader.read(Configuration.of(List.of(ConfigurationSource.of(
                        "benchmark",
                        Map.of(
                                "cognito.user-pool-id",
                                TokenIssuer.POOL,
                                "cognito.client-ids",
                                TokenIssuer.CLIENT,
                                "cognito.jwks-uri",
                                keys.address("/jwks.json").toString(),
                                "cognito.allow-loopback-http",
                                "true",
                                "cognito.audit-log",
                                auditLog))))),
                observers);
    }

    private static void judge(CognitoService service, HttpServletRequest request) {
        service.authenticate(request, DecisionForm.FILTER, service.verifier()::verify);
    }

    /** As a server does that traces requests: with attributes of its own. */
    private void inSpan(Runnable handling) {
        Span span = tracer.spanBuilder("GET /shop/*").startSpan();
        span.setAttribute("http.request.method", "GET");
        span.setAttribute("http.route", "/shop/*");
        span.setAttribute("url.path", "/shop/orders");
        span.setAttribute("server.address", "127.0.0.1");
        try (Scope scope = span.makeCurrent()) {
            if (scope != null) {
                handling.run();
            }
        } finally {
            span.end();
        }
    }

    private void run(int seconds) {
        long start = System.nanoTime();
        while (System.nanoTime() - start < seconds * SECOND) {
            subjects.forEach(this::batch);
        }
    }

    private void batch(String name, Runnable subject) {
        long allocated = THREADS.getCurrentThreadAllocatedBytes();
        long start = System.nanoTime();
        for (int i = 0; i < BATCH; i++) {
            subject.run();
        }
        nanos.merge(name, (double) (System.nanoTime() - start) / BATCH, Math::min);
        bytes.merge(name, (THREADS.getCurrentThreadAllocatedBytes() - allocated) / BATCH, Math::min);
    }

    private String report() {
        StringBuilder report =
                new StringBuilder(String.format("| | ns | times off | bytes more |%n| --- | ---: | ---: | ---: |%n"));
        subjects.keySet().stream()
                .filter(name -> !name.equals(SPAN))
                .forEach(name -> report.append(String.format(
                        Locale.ROOT,
                        "| %s | %.0f | %.2f | %d |%n",
                        name,
                        time(name),
                        time(name) / time(OFF),
                        more(name))));
        report.append(String.format("%n| Bar | State |%n| --- | --- |%n"));
        bar(report, TRACED + ": at most 10 % more time", time(TRACED) / time(OFF) <= MOST_TIME);
        bar(report, TRACED + ": at most 200 bytes more", more(TRACED) <= MOST_BYTES);
        return report.toString();
    }

    private static void bar(StringBuilder report, String name, boolean met) {
        report.append(String.format("| %s | %s |%n", name, met ? "met" : "**missed**"));
    }

    /** Without what the span takes by itself. */
    private double time(String name) {
        return name.equals(OFF) ? nanos.get(OFF) : nanos.get(name) - nanos.get(SPAN);
    }

    private long more(String name) {
        return name.equals(OFF) ? 0 : bytes.get(name) - bytes.get(SPAN) - bytes.get(OFF);
    }

    /** Takes each record, as an observer of CDI events does. */
    private static final class Taker implements SecurityObserver {

        private volatile String last = "";

        @Override
        public boolean hearsAccepted() {
            return true;
        }

        @Override
        public boolean hearsRefused() {
            return true;
        }

        @Override
        public void accepted(AccessToken token, SecurityDecision decision) {
            last = decision.caller().name();
        }

        @Override
        public void refused(SecurityDecision decision) {
            throw new IllegalStateException(last + " was refused: " + decision.code());
        }

        @Override
        public void refreshed(UserPool userPool, int keys, Duration took) {}

        @Override
        public void failed(UserPool userPool, String cause, Duration took) {}
    }

    private static final class Discarding extends Handler {

        @Override
        public void publish(LogRecord line) {}

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
