package org.cognito4j;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.management.JMX;
import javax.management.ObjectName;
import org.cognito4j.jakarta.fake.CountedRefusals;
import org.cognito4j.jakarta.fake.HostileTexts;
import org.cognito4j.jakarta.fake.LoggedLines;
import org.cognito4j.jakarta.monitor.Monitoring;
import org.cognito4j.jakarta.monitor.SecurityMXBean;
import org.cognito4j.jakarta.security.VerifierServer;
import org.cognito4j.jakarta.security.VerifierServer.Form;
import org.cognito4j.net.StrictJson;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Sends hostile texts over HTTP, in each place of a signed token and of a request that a record is made of: log lines stay lines, the audit
 * trail stays JSON, and no text becomes a row of JMX or a tag of a meter.
 */
class HostileRecordTest {

    private static final TestPool POOL = TestPool.create();
    private static final long SECOND = 1_000_000_000L;

    private final CountedRefusals events = new CountedRefusals();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private long nanos;
    private VerifierServer server;

    @BeforeEach
    void start() throws Exception {
        Metrics.addRegistry(meters);
        VerifierSettings settings =
                POOL.settings().callers(Callers.BOTH).maxTokenSize(65_536).build();
        TokenVerifier verifier = POOL.verifier(settings);
        verifier.verify(POOL.token().mint()); // which fetches the keys
        server = new VerifierServer(
                Map.of("hostile", Map.entry(settings, verifier)),
                all -> new Monitoring(all, List.of(events), () -> TestPool.NOW, () -> nanos += SECOND),
                Map.of("audit-log", "all", "client-address-header", "X-Forwarded-For", "log-paths", "true"),
                Map.of());
    }

    @AfterEach
    void stop() {
        server.close();
        Metrics.removeRegistry(meters);
    }

    @Test
    void keeps_every_text_within_its_field() throws Exception {
        List<String> lines;
        List<String> audit;
        try (LoggedLines log = LoggedLines.of("org.cognito4j");
                LoggedLines trail = LoggedLines.of("org.cognito4j.audit")) {
            for (String text : HostileTexts.all()) {
                sendInTokens(text);
                sendInRequests(text);
            }
            lines = Stream.of(Level.INFO, Level.WARNING, Level.SEVERE)
                    .flatMap(level -> log.lines(level).stream())
                    .filter(line -> line.startsWith("Request refused: "))
                    .toList();
            audit = trail.lines(Level.INFO);
        }

        assertThat(lines).hasSameSizeAs(events.records()).allSatisfy(line -> {
            assertThat(line).matches("[ -~]+").hasSizeLessThan(4_000);
            String names = line.replaceAll("\"[^\"]*\"", "");
            assertThat(names.split("form=", -1)).hasSize(2);
            assertThat(names.split("client=", -1)).hasSize(2);
        });
        assertThat(audit).hasSizeGreaterThan(events.records().size());
        for (String line : audit) {
            assertThat(line).matches("[ -~]+").hasSizeLessThan(40_000);
            Map<String, Object> fields = StrictJson.object(line.getBytes(UTF_8), 100);
            boolean isAccepted = fields.get("event.reason").equals("accepted");
            assertThat(fields).containsEntry("event.outcome", isAccepted ? "success" : "failure");
        }
        assertThat(rows()).containsExactlyInAnyOrder(TestPool.CLIENT, "other", "unverified");
        assertThat(tagValues()).allMatch(value -> value.matches("[A-Za-z0-9_/-]{1,40}"));
    }

    /** Signed by the pool, as a trigger of the pool may write them. */
    private void sendInTokens(String text) throws IOException {
        List<TokenDraft> drafts = List.of(
                POOL.token().claimText("client_id", text),
                POOL.token().claimText("jti", text),
                POOL.token().forUser("user").claimText("username", text).claimText("jti", text),
                POOL.token().claimText("scope", text),
                POOL.token().claimText("jti", text).claim("exp", TestPool.NOW.getEpochSecond() - 3_600),
                POOL.token().headerText("kid", text));
        for (TokenDraft draft : drafts) {
            server.answer("hostile", Form.FILTER, draft.mint());
        }
    }

    private void sendInRequests(String text) throws IOException {
        String inLine = text.replaceAll("[\\r\\n\\u0000]", "_");
        String inPath = URLEncoder.encode(text.length() > 2_000 ? text.substring(0, 2_000) : text, UTF_8);
        String authorization = "Authorization: Bearer " + text.hashCode() + "\r\n";
        server.answer(
                "hostile/FILTER", "X-Forwarded-For: " + inLine + "\r\ntraceparent: " + inLine + "\r\n" + authorization);
        server.answer("hostile/FILTER;x=" + inPath, authorization);
        server.answer("hostile/FILTER?x=" + inPath, authorization);
        server.answer("M" + Math.abs(text.hashCode()), "hostile/FILTER", authorization);
    }

    private static List<String> rows() throws Exception {
        SecurityMXBean bean = JMX.newMXBeanProxy(
                ManagementFactory.getPlatformMBeanServer(),
                new ObjectName("org.cognito4j:type=Security,application=\"/hostile\""),
                SecurityMXBean.class);
        bean.getClients()
                .values()
                .forEach(client -> assertThat(client.getForbiddenByScope()).isEmpty());
        return new ArrayList<>(bean.getClients().keySet());
    }

    private List<String> tagValues() {
        return meters.getMeters().stream()
                .flatMap(meter -> meter.getId().getTags().stream())
                .map(tag -> tag.getValue())
                .distinct()
                .collect(Collectors.toList());
    }
}
