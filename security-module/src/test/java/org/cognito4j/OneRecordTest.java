package org.cognito4j;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.spi.BeanManager;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.management.JMX;
import javax.management.ObjectName;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.cognito4j.Verification.Rejected;
import org.cognito4j.jakarta.decision.DecisionForm;
import org.cognito4j.jakarta.decision.RefusalCode;
import org.cognito4j.jakarta.decision.SecurityDecision;
import org.cognito4j.jakarta.fake.CountedRefusals;
import org.cognito4j.jakarta.fake.LoggedLines;
import org.cognito4j.jakarta.monitor.CallerRefused;
import org.cognito4j.jakarta.monitor.CdiEvents;
import org.cognito4j.jakarta.monitor.Monitoring;
import org.cognito4j.jakarta.monitor.SecurityMXBean;
import org.cognito4j.jakarta.security.VerifierServer;
import org.cognito4j.jakarta.security.VerifierServer.Form;
import org.cognito4j.net.StrictJson;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Sends a token for each reason to each form of the module, and makes each other refusal, over HTTP: log line, audit line, CDI event, flight
 * recorder, meters and JMX have the same record of it, once.
 */
class OneRecordTest {

    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final String HEADERS =
            "X-Forwarded-For: 203.0.113.9, 192.0.2.7\r\ntraceparent: 00-" + TRACE + "-b7ad6b7169203331-01\r\n";

    private static final Pattern IN_HEADER = Pattern.compile("[A-Za-z0-9._~+/-]+=*");
    private static final Pattern FIELD = Pattern.compile(" ([a-z]+)=(\"[^\"]*\"|\\S+)");
    private static final long SECOND = 1_000_000_000L;

    private static final Map<Form, String> FORMS = Map.of(
            Form.FILTER, "filter",
            Form.CONTAINER, "bare-jar",
            Form.MECHANISM, "mechanism");

    private static final AtomicLong TICKER = new AtomicLong();
    private static final CountedRefusals EVENTS = new CountedRefusals();
    private static final List<SecurityDecision> FIRED = new ArrayList<>();
    private static final SimpleMeterRegistry METERS = new SimpleMeterRegistry();

    private static VerifierServer server;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() throws Exception {
        Metrics.addRegistry(METERS);
        Map<String, Map.Entry<VerifierSettings, TokenVerifier>> verifiers = new HashMap<>();
        for (Service service : Service.values()) {
            VerifierSettings settings = service.settings(Vectors.POOL);
            TokenVerifier verifier = Vectors.POOL.verifier(settings);
            verifier.verify(Vectors.POOL.token().mint()); // which fetches the keys
            verifiers.put(service.name(), Map.entry(settings, verifier));
        }
        Map<String, String> settings = new HashMap<>(Refusing.settings());
        settings.put("audit-log", "all");
        settings.put("client-address-header", "X-Forwarded-For");
        server = new VerifierServer(
                verifiers,
                all -> new Monitoring(
                        all,
                        List.of(EVENTS, new CdiEvents(beans())),
                        InstantSource.fixed(TestPool.NOW),
                        () -> TICKER.addAndGet(SECOND)),
                settings,
                Refusing.guards());
    }

    /** A container whose application observes all. */
    private static BeanManager beans() {
        Event<Object> events = proxy(Event.class, arguments -> {
            if (arguments[0] instanceof CallerRefused refused) {
                FIRED.add(refused.decision());
            }
            return null;
        });
        return proxy(BeanManager.class, arguments -> arguments == null ? events : Set.of(new Object()));
    }

    @SuppressWarnings("unchecked") // the type is that of the class
    private static <T> T proxy(Class<?> type, Function<Object[], Object> answer) {
        return (T) Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> answer.apply(arguments));
    }

    @AfterAll
    static void stop() {
        server.close();
        Metrics.removeRegistry(METERS);
    }

    @Test
    void is_the_same_wherever_it_is_read() throws Exception {
        Path file = folder.resolve("decisions.jfr");
        List<String> lines;
        List<String> audit;
        try (LoggedLines log = LoggedLines.of("org.cognito4j");
                LoggedLines trail = LoggedLines.of("org.cognito4j.audit");
                Recording recording = new Recording()) {
            recording.enable("org.cognito4j.Decision");
            recording.start();
            sendAll();
            refuseAll();
            sendNoToken();
            recording.stop();
            recording.dump(file);
            lines = Stream.of(log.lines(Level.INFO), log.lines(Level.SEVERE))
                    .flatMap(List::stream)
                    .filter(line -> line.startsWith("Request refused: "))
                    .toList();
            audit = trail.lines(Level.INFO).stream()
                    .filter(line -> line.contains("\"event.outcome\":\"failure\""))
                    .toList();
        }

        List<SecurityDecision> records = EVENTS.records();
        List<Map<String, String>> expected =
                records.stream().map(OneRecordTest::fields).toList();
        assertThat(FIRED).isEqualTo(records);
        assertThat(lines.stream().map(OneRecordTest::fieldsOfLine)).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(audit.stream().map(OneRecordTest::fieldsOfJson)).containsExactlyElementsOf(expected);
        assertThat(RecordingFile.readAllEvents(file).stream()
                        .map(OneRecordTest::fieldsOfEvent)
                        .filter(fields -> !fields.get("code").equals("accepted")))
                .containsExactlyInAnyOrderElementsOf(expected);
        Map<String, Long> byCode = new TreeMap<>(EVENTS.byCode());
        byCode.put("no-token", 1L);
        assertThat(byCode.keySet()).containsExactlyInAnyOrderElementsOf(RefusalCode.all());
        assertThat(records.stream().map(record -> record.request().form())).contains(DecisionForm.values());
        assertThat(byMeters("cognito.refused")).isEqualTo(byCode);
        assertThat(byMeters("cognito.client.refused")).isEqualTo(byCode);
        assertThat(byJmx()).isEqualTo(byCode);
    }

    private static void sendAll() throws IOException {
        for (Map.Entry<RejectionReason, Vector> row : vectors().entrySet()) {
            Vector vector = row.getValue();
            String token = Vectors.token(vector);
            for (Form form : FORMS.keySet()) {
                int before = EVENTS.records().size();
                server.answer(vector.service().name(), form, token, HEADERS);

                List<SecurityDecision> records = EVENTS.records();
                assertThat(records.subList(before, records.size()))
                        .as("%s by %s", vector, form)
                        .singleElement()
                        .satisfies(record -> assertIsOf(vector, form, record));
            }
        }
    }

    private static void refuseAll() throws IOException {
        String token = Vectors.POOL.token().claimText("scope", "orders/read").mint();
        for (Refusing refusing : Refusing.all()) {
            String sent =
                    switch (refusing.path()) {
                        case "malformed" -> "a b";
                        case "required" -> "a";
                        default -> token;
                    };
            int before = EVENTS.records().size();
            server.answer(
                    Service.FOR_MACHINES + "/" + refusing.path(), HEADERS + "Authorization: Bearer " + sent + "\r\n");

            List<SecurityDecision> records = EVENTS.records();
            assertThat(records.subList(before, records.size()))
                    .as("%s", refusing)
                    .singleElement()
                    .satisfies(record -> {
                        assertThat(record.code()).isEqualTo(refusing.code());
                        assertThat(record.request().form()).isEqualTo(refusing.form());
                        assertThat(record.request().route()).isEqualTo("/" + Service.FOR_MACHINES + "/*");
                    });
        }
    }

    /** It is counted alone. */
    private static void sendNoToken() throws IOException {
        int before = EVENTS.records().size();
        server.answer(Service.FOR_MACHINES + "/required", HEADERS);
        assertThat(EVENTS.records()).hasSize(before);
    }

    private static void assertIsOf(Vector vector, Form form, SecurityDecision record) {
        assertThat(record.code()).isEqualTo(vector.reason().orElseThrow().code());
        assertThat(record.request().form().code()).isEqualTo(FORMS.get(form));
        assertThat(record.request().application())
                .isEqualTo("/" + vector.service().name());
        assertThat(record.request().method()).isEqualTo("GET");
        assertThat(record.request().route()).isEqualTo("/" + vector.service().name() + "/*");
        assertThat(record.request().path()).isEmpty();
        assertThat(record.request().clientAddress()).isEqualTo("192.0.2.7");
        assertThat(record.request().requestId()).isEqualTo(TRACE);
        TokenVerifier verifier = Vectors.verifier(vector.service());
        verifier.verify(Vectors.POOL.token().mint());
        boolean isVerified =
                ((Rejected) verifier.verify(Vectors.token(vector))).facts().isPresent();
        assertThat(record.caller().isVerified()).isEqualTo(isVerified);
        if (!isVerified) {
            assertThat(record.caller())
                    .hasToString(
                            "TokenHolder[isVerified=false, clientId=unverified, clientName=, name=, tokenId=, userPool=,"
                                    + " scopes=[]]");
        }
    }

    /** One for each reason that can stand in a header. */
    private static Map<RejectionReason, Vector> vectors() {
        Map<RejectionReason, Vector> vectors = new LinkedHashMap<>();
        for (Vector vector : Vectors.all()) {
            String token = Vectors.token(vector);
            if (vector.reason().isPresent() && IN_HEADER.matcher(token).matches()) {
                vectors.putIfAbsent(vector.reason().get(), vector);
            }
        }
        assertThat(vectors.keySet())
                .isEqualTo(EnumSet.complementOf(EnumSet.of(RejectionReason.DENIED_BY_APPLICATION))); // no token is that
        return vectors;
    }

    private static Map<String, String> fields(SecurityDecision record) {
        return known(Map.ofEntries(
                Map.entry("code", record.code()),
                Map.entry("client", record.caller().clientId()),
                Map.entry("token", record.caller().tokenId()),
                Map.entry("pool", record.caller().userPool()),
                Map.entry("application", record.request().application()),
                Map.entry("form", record.request().form().code()),
                Map.entry("method", record.request().method()),
                Map.entry("route", record.request().route()),
                Map.entry("address", record.request().clientAddress()),
                Map.entry("trace", record.request().requestId()),
                Map.entry(
                        "asked",
                        Stream.of(
                                        record.requirement().scopes(),
                                        record.requirement().roles())
                                .flatMap(Set::stream)
                                .collect(Collectors.joining(" "))),
                Map.entry("missing", String.join(" ", record.requirement().missing())),
                Map.entry("denial", record.denial().map(Denial::code).orElse("")),
                Map.entry("detail", record.denial().map(Denial::detail).orElse(""))));
    }

    private static Map<String, String> fieldsOfLine(String line) {
        Map<String, String> fields = new TreeMap<>();
        String text = line.substring("Request refused: ".length());
        fields.put("code", text.startsWith("the module failed with ") ? "module-failed" : text.split(" ")[0]);
        Matcher field = FIELD.matcher(line);
        while (field.find()) {
            String name = field.group(1);
            fields.put(
                    name.equals("scopes") || name.equals("roles") ? "asked" : name,
                    field.group(2).replace("\"", "").replace("\\u0022", "\""));
        }
        return fields;
    }

    private static Map<String, String> fieldsOfJson(String line) {
        Map<String, String> names = Map.ofEntries(
                Map.entry("event.reason", "code"),
                Map.entry("cognito4j.client.id", "client"),
                Map.entry("cognito4j.token.id", "token"),
                Map.entry("cognito4j.user_pool.id", "pool"),
                Map.entry("cognito4j.application", "application"),
                Map.entry("cognito4j.form", "form"),
                Map.entry("http.request.method", "method"),
                Map.entry("http.route", "route"),
                Map.entry("client.address", "address"),
                Map.entry("trace.id", "trace"),
                Map.entry("cognito4j.required.scopes", "asked"),
                Map.entry("cognito4j.required.roles", "asked"),
                Map.entry("cognito4j.missing.scopes", "missing"),
                Map.entry("cognito4j.denial.code", "denial"),
                Map.entry("cognito4j.denial.detail", "detail"));
        Map<String, String> fields = new TreeMap<>();
        json(line).forEach((name, value) -> {
            if (names.containsKey(name)) {
                fields.put(
                        names.get(name),
                        value instanceof List<?> list
                                ? list.stream().map(String::valueOf).collect(Collectors.joining(" "))
                                : (String) value);
            }
        });
        return fields;
    }

    private static Map<String, Object> json(String line) {
        try {
            return StrictJson.object(line.getBytes(UTF_8), 100);
        } catch (StrictJson.Malformed e) {
            throw new AssertionError(line, e);
        }
    }

    private static Map<String, String> fieldsOfEvent(RecordedEvent event) {
        return known(Map.ofEntries(
                Map.entry("code", event.getString("code")),
                Map.entry("client", event.getString("client")),
                Map.entry("token", event.getString("tokenId")),
                Map.entry("pool", event.getString("userPool")),
                Map.entry("application", event.getString("application")),
                Map.entry("form", event.getString("form")),
                Map.entry("method", event.getString("method")),
                Map.entry("route", event.getString("route")),
                Map.entry("address", event.getString("clientAddress")),
                Map.entry("trace", event.getString("traceId")),
                Map.entry("asked", event.getString("required")),
                Map.entry("missing", event.getString("missing")),
                Map.entry("denial", event.getString("denial")),
                Map.entry("detail", event.getString("denialDetail"))));
    }

    private static Map<String, String> known(Map<String, String> fields) {
        Map<String, String> known = new TreeMap<>(fields);
        known.values().removeIf(String::isEmpty);
        return known;
    }

    private static Map<String, Long> byMeters(String name) {
        return METERS.find(name).functionCounters().stream()
                .filter(meter -> meter.count() > 0)
                .collect(Collectors.groupingBy(
                        meter -> meter.getId().getTag("code"),
                        TreeMap::new,
                        Collectors.summingLong((FunctionCounter meter) -> (long) meter.count())));
    }

    private static Map<String, Long> byJmx() throws Exception {
        Map<String, Long> sums = new TreeMap<>();
        for (Service service : Service.values()) {
            ObjectName name = new ObjectName("org.cognito4j:type=Security,application=\"/" + service.name() + "\"");
            SecurityMXBean bean =
                    JMX.newMXBeanProxy(ManagementFactory.getPlatformMBeanServer(), name, SecurityMXBean.class);
            Map<String, Long> ofClients = new TreeMap<>();
            bean.getClients()
                    .values()
                    .forEach(client -> client.getRefusedByReason()
                            .forEach((code, count) -> ofClients.merge(code, count, Long::sum)));
            assertThat(ofClients).isEqualTo(bean.getRefusedByReason());
            ofClients.forEach((code, count) -> sums.merge(code, count, Long::sum));
        }
        return sums;
    }
}
