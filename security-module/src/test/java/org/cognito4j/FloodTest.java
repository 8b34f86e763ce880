package org.cognito4j;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.management.ManagementFactory;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntFunction;
import java.util.logging.Level;
import javax.management.JMX;
import javax.management.ObjectName;
import org.cognito4j.jakarta.CognitoService;
import org.cognito4j.jakarta.decision.DecisionForm;
import org.cognito4j.jakarta.fake.FakeServlets;
import org.cognito4j.jakarta.fake.LoggedLines;
import org.cognito4j.jakarta.fake.Noted;
import org.cognito4j.jakarta.monitor.Monitoring;
import org.cognito4j.jakarta.monitor.SecurityMXBean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Requests that cost their sender nothing add no meter, no row and no more than a few lines a second, whatever they name. */
class FloodTest {

    private static final int REQUESTS = 5_000;
    private static final long SECOND = 1_000_000_000L;

    /** Of each kind of junk the first has a line in each second; five more lines, or 20 in the audit trail, are for all of them. */
    private static final int LINES = 5;

    private static final int AUDIT_LINES = 20;

    private static final List<IntFunction<String>> JUNK = List.of(
            number -> "Bearer junk" + number,
            number -> "Bearer a b" + number,
            number -> bearer(token().claimText("client_id", "client" + number).signatureBytes(FloodTest::broken)),
            number -> bearer(token().headerText("kid", "key" + number)),
            number -> bearer(token().claimText("iss", "https://issuer" + number)),
            number -> bearer(token().headerText("alg", "X" + number)),
            number -> bearer(token().headerText("typ", "X" + number)),
            number -> bearer(token().headerText("x" + number, "y")));

    private static final Set<String> CODES = Set.of(
            "token-malformed",
            "malformed-authorization",
            "bad-signature",
            "unknown-key",
            "wrong-issuer",
            "wrong-algorithm",
            "wrong-type",
            "header-unsupported");

    private static final TestPool POOL = new TestPool(GenuineTokens.POOL);

    private final FakeServlets servlets = new FakeServlets();
    private final AtomicLong ticker = new AtomicLong();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final LoggedLines lines = LoggedLines.of("org.cognito4j");
    private final LoggedLines audit = LoggedLines.of("org.cognito4j.audit");
    private final CognitoService service;

    FloodTest() {
        Metrics.addRegistry(meters);
        servlets.contextPath = "/flood";
        var settings = Noted.settings(Map.of("cognito.audit-log", "all", "cognito.log-paths", "true"));
        service = new CognitoService(
                settings,
                new Monitoring(settings, List.of(), InstantSource.fixed(TestPool.NOW), ticker::get),
                TokenChecks.NONE,
                keys -> POOL.verifier());
        service.publishIn(servlets.context());
        service.verifier().verify(POOL.token().mint()); // which fetches the keys
    }

    @AfterEach
    void stop() {
        service.close();
        Metrics.removeRegistry(meters);
        lines.close();
        audit.close();
    }

    @Test
    void of_junk_adds_neither_meters_nor_rows_nor_lines() throws Exception {
        JUNK.forEach(kind -> send(kind.apply(-1), -1));
        Set<Meter.Id> metersBefore = meterIds();
        Set<String> rowsBefore = bean().getClients().keySet();
        assertThat(bean().getRefusedByReason()).containsOnlyKeys(CODES);

        for (int number = 0; number < REQUESTS; number++) {
            send(JUNK.get(number % JUNK.size()).apply(number), number);
        }

        assertThat(bean().getRefused()).isEqualTo(REQUESTS + JUNK.size());
        assertThat(meterIds()).isEqualTo(metersBefore);
        assertThat(bean().getClients().keySet()).isEqualTo(rowsBefore);
        assertThat(refusals()).hasSizeLessThanOrEqualTo(LINES + CODES.size());
        assertThat(audit.lines(Level.INFO)).hasSizeLessThanOrEqualTo(AUDIT_LINES + CODES.size());
        assertThat(String.join("", refusals()) + audit.lines(Level.INFO)).doesNotContain("client1", "key1", "issuer1");

        ticker.addAndGet(SECOND);
        send(JUNK.get(0).apply(0), 0);
        assertThat(refusals()).last().asString().contains("more lines like this were held back");
        assertThat(audit.lines(Level.INFO)).last().asString().contains("\"cognito4j.held_back\":");
    }

    /** Their tokens are genuine: an audit trail has each of them. */
    @Test
    void of_clients_that_are_not_configured_adds_neither_meters_nor_rows_nor_lines() throws Exception {
        send(bearer(token().claimText("client_id", "first")), 0);
        Set<Meter.Id> metersBefore = meterIds();
        Set<String> rowsBefore = bean().getClients().keySet();

        for (int number = 0; number < 100; number++) {
            send(bearer(token().claimText("client_id", "client" + number)), number);
        }

        assertThat(bean().getRefusedByReason()).isEqualTo(Map.of("wrong-client", 101L));
        assertThat(meterIds()).isEqualTo(metersBefore);
        assertThat(bean().getClients().keySet()).isEqualTo(rowsBefore).contains("other");
        assertThat(refusals()).hasSize(LINES);
        assertThat(audit.lines(Level.INFO)).hasSize(101);
    }

    @Test
    void of_requests_without_a_token_adds_no_line() throws Exception {
        for (int number = 0; number < REQUESTS; number++) {
            servlets.attributes.clear();
            service.refusals().missing(servlets.request());
        }

        assertThat(bean().getRefusedByReason()).isEqualTo(Map.of("no-token", (long) REQUESTS));
        assertThat(refusals()).isEmpty();
        assertThat(audit.lines(Level.INFO)).isEmpty();
    }

    @Test
    void of_failures_adds_five_lines_a_second_and_one_trace_a_minute_and_hides_no_refusal() {
        for (int number = 0; number < REQUESTS; number++) {
            int of = number;
            service.authenticate(servlets("Bearer x", number).request(), DecisionForm.FILTER, token -> {
                throw new IllegalStateException("failure " + of);
            });
        }
        send("Bearer junk", 0);

        assertThat(lines.lines(Level.SEVERE)).hasSize(LINES);
        assertThat(refusals()).hasSize(1);
    }

    private void send(String authorization, int number) {
        service.authenticate(
                servlets(authorization, number).request(), DecisionForm.FILTER, service.verifier()::verify);
    }

    /** Each with a method and a path of its own. */
    private FakeServlets servlets(String authorization, int number) {
        servlets.attributes.clear();
        servlets.authorization = List.of(authorization);
        servlets.method = "M" + number;
        servlets.servletPath = "/path" + number;
        return servlets;
    }

    private List<String> refusals() {
        return lines.lines(Level.INFO).stream()
                .filter(line -> line.startsWith("Request refused: "))
                .toList();
    }

    private Set<Meter.Id> meterIds() {
        Set<Meter.Id> ids = new HashSet<>();
        new ArrayList<>(meters.getMeters()).forEach(meter -> ids.add(meter.getId()));
        return ids;
    }

    private static SecurityMXBean bean() throws Exception {
        return JMX.newMXBeanProxy(
                ManagementFactory.getPlatformMBeanServer(),
                new ObjectName("org.cognito4j:type=Security,application=\"/flood\""),
                SecurityMXBean.class);
    }

    private static TokenDraft token() {
        return POOL.token();
    }

    private static String bearer(TokenDraft draft) {
        return "Bearer " + draft.mint();
    }

    private static byte[] broken(byte[] signature) {
        signature[0] ^= 1;
        return signature;
    }
}
