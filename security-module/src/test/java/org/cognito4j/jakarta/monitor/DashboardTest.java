package org.cognito4j.jakarta.monitor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.util.JSONObjectUtils;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.cognito4j.GenuineTokens;
import org.cognito4j.KeyState;
import org.cognito4j.Verification;
import org.cognito4j.config.Configuration;
import org.cognito4j.config.ConfigurationSource;
import org.cognito4j.config.ServiceSettingsReader;
import org.cognito4j.fault.Fault;
import org.cognito4j.fault.FaultServer;
import org.cognito4j.jakarta.CognitoService;
import org.cognito4j.jakarta.decision.DecisionForm;
import org.cognito4j.jakarta.decision.RefusalCode;
import org.cognito4j.jakarta.decision.Requirement;
import org.cognito4j.jakarta.fake.FakeServlets;
import org.cognito4j.jakarta.fake.Requests;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Holds the dashboard and the page about the meters to what Prometheus scrapes from a module that has done something of everything. */
class DashboardTest {

    private static final Path DOCUMENTS = Path.of("..", "docs");
    private static final Pattern METRIC = Pattern.compile("\\bcognito_[a-z_]+");
    private static final Pattern SELECTED = Pattern.compile("(\\w+)\\s*(?:=~|!~|!=|=)\\s*\"");
    private static final Pattern GROUPED = Pattern.compile("\\bby \\(([^)]*)\\)");
    private static final Pattern LEGEND = Pattern.compile("\\{\\{(\\w+)}}");
    private static final Pattern CODES = Pattern.compile("code=~?\"([^\"]+)\"");
    private static final Pattern LINE = Pattern.compile("(cognito_[a-z_]+)\\{([^}]*)} .*");
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"");
    private static final Pattern METER = Pattern.compile("`(cognito\\.[a-z.]+)`");

    private static final Map<String, Set<String>> SCRAPED = new TreeMap<>();
    private static final Set<String> METERS = new TreeSet<>();
    private static final List<Map<?, ?>> QUERIES = new ArrayList<>();
    private static Map<String, Object> dashboard;

    @BeforeAll
    static void scrape() throws Exception {
        PrometheusMeterRegistry prometheus = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        Metrics.addRegistry(prometheus);
        try (FaultServer keys = new FaultServer(Fault.ok(GenuineTokens.keySet().getBytes(UTF_8)));
                CognitoService service = service(keys)) {
            service.publishIn(new FakeServlets().context());
            doSomethingOfEverything(service);
            prometheus
                    .scrape()
                    .lines()
                    .map(LINE::matcher)
                    .filter(line -> line.matches())
                    .forEach(line -> {
                        Set<String> labels = SCRAPED.computeIfAbsent(line.group(1), name -> new TreeSet<>());
                        LABEL.matcher(line.group(2)).results().forEach(label -> labels.add(label.group(1)));
                    });
            prometheus.getMeters().stream().map(Meter::getId).forEach(id -> METERS.add(id.getName()));
        } finally {
            Metrics.removeRegistry(prometheus);
        }
        dashboard = JSONObjectUtils.parse(Files.readString(DOCUMENTS.resolve("grafana-dashboard.json")));
        collect(dashboard);
    }

    @AfterAll
    static void forget() {
        QUERIES.clear();
        SCRAPED.clear();
        METERS.clear();
    }

    private static CognitoService service(FaultServer keys) {
        return new CognitoService(ServiceSettingsReader.read(Configuration.of(List.of(ConfigurationSource.of(
                "test",
                Map.of(
                        "cognito.user-pool-id", GenuineTokens.POOL,
                        "cognito.client-ids", "abc",
                        "cognito.jwks-uri", keys.address("/keys").toString(),
                        "cognito.jwks.timeout", "PT30S",
                        "cognito.allow-loopback-http", "true"))))));
    }

    private static void doSomethingOfEverything(CognitoService service) {
        service.authenticate(
                Requests.withAuthorization("Bearer x"),
                DecisionForm.FILTER,
                token -> new Verification.Accepted(GenuineTokens.holding("read")));
        service.authenticate(Requests.withAuthorization("Bearer x"), DecisionForm.FILTER, service.verifier()::verify);
        service.refusals()
                .forbidden(
                        Requests.withAuthorization("Bearer x"),
                        DecisionForm.RESOURCE,
                        Requirement.ofScopes(List.of("write"), List.of("write")),
                        GenuineTokens.holding("read"));
        service.verifier().beginFetching();
        while (service.verifier().keyStates().get(0).status() != KeyState.Status.FRESH) {
            Thread.onSpinWait();
        }
    }

    private static void collect(Object json) {
        if (json instanceof Map<?, ?> object) {
            if (object.containsKey("expr")) {
                QUERIES.add(object);
            }
            object.values().forEach(DashboardTest::collect);
        } else if (json instanceof List<?> list) {
            list.forEach(DashboardTest::collect);
        }
    }

    @Test
    void asks_for_metrics_that_there_are_by_labels_that_they_have() {
        assertThat(QUERIES).hasSizeGreaterThan(15);
        for (Map<?, ?> query : QUERIES) {
            String expression = (String) query.get("expr");
            Set<String> metrics = metrics(expression);
            assertThat(SCRAPED.keySet()).as(expression).containsAll(metrics);
            assertThat(metrics).as(expression).isNotEmpty();
            for (String metric : metrics) {
                assertThat(SCRAPED.get(metric)).as("%s in %s", metric, query).containsAll(labels(query));
            }
        }
    }

    @Test
    void offers_the_applications_that_there_are() {
        String query = dashboard.get("templating").toString();

        assertThat(query).contains("label_values(cognito_accepted_total, application)");
        assertThat(SCRAPED.get("cognito_accepted_total")).contains("application");
    }

    @Test
    void names_codes_that_there_are() {
        Set<String> named = new HashSet<>();
        QUERIES.forEach(query -> CODES.matcher((String) query.get("expr"))
                .results()
                .forEach(codes -> named.addAll(List.of(codes.group(1).split("\\|")))));

        assertThat(named).contains("module-failed");
        assertThat(RefusalCode.all()).containsAll(named);
    }

    /** No meter is left out. */
    @Test
    void shows_each_metric() {
        Set<String> shown = new TreeSet<>();
        QUERIES.forEach(query -> shown.addAll(metrics((String) query.get("expr"))));

        assertThat(shown).isEqualTo(SCRAPED.keySet());
    }

    @Test
    void the_page_lists_each_meter() throws Exception {
        String page = Files.readString(DOCUMENTS.resolve("monitoring.md"));

        Set<String> named = new TreeSet<>();
        METER.matcher(page).results().forEach(meter -> named.add(meter.group(1)));
        assertThat(named).isEqualTo(METERS);
        assertThat(metrics(page)).isEqualTo(SCRAPED.keySet());
    }

    /** Grafana asks for the data source when it imports a dashboard. */
    @Test
    void leaves_the_data_source_to_whoever_imports_it() {
        List<?> panels = (List<?>) dashboard.get("panels");
        Set<Object> ids = new HashSet<>();
        for (Object one : panels) {
            Map<?, ?> panel = (Map<?, ?>) one;
            assertThat(panel.get("datasource")).isEqualTo(Map.of("type", "prometheus", "uid", "${DS_PROMETHEUS}"));
            assertThat(ids.add(panel.get("id"))).isTrue();
            assertThat(panel.get("title")).isNotNull();
        }
        assertThat(dashboard.get("__inputs").toString()).contains("DS_PROMETHEUS");
        assertThat(dashboard).containsKeys("schemaVersion", "title", "uid", "templating", "time");
    }

    private static Set<String> metrics(String expression) {
        return METRIC.matcher(expression)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> labels(Map<?, ?> query) {
        String expression = (String) query.get("expr");
        Set<String> labels = new TreeSet<>();
        SELECTED.matcher(expression).results().forEach(label -> labels.add(label.group(1)));
        GROUPED.matcher(expression)
                .results()
                .forEach(group -> labels.addAll(List.of(group.group(1).split(",\\s*"))));
        LEGEND.matcher((String) query.get("legendFormat")).results().forEach(label -> labels.add(label.group(1)));
        return labels;
    }
}
