package org.cognito4j.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ProxySelector;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.cognito4j.GenuineTokens;
import org.cognito4j.fault.Fault;
import org.cognito4j.fault.FaultServer;
import org.cognito4j.fault.LoopbackProxy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class DoctorCommandTest {

    private static final byte[] KEYS = GenuineTokens.keySet().getBytes(UTF_8);
    private static final String KEY_SET = "/pool/.well-known/jwks.json";
    private static final String SECRET = "a-secret-that-nobody-may-see";

    @TempDir
    private Path folder;

    private FaultServer endpoint;

    @BeforeEach
    void start() throws IOException {
        endpoint = new FaultServer(Fault.ok(KEYS, dateAt("10:00:00")));
    }

    @AfterEach
    void stop() throws IOException {
        endpoint.close();
    }

    @Test
    void finds_a_good_configuration_good() throws Exception {
        Run run = doctor();

        assertThat(run.out().lines())
                .containsSubsequence(
                        "ok       settings       can be read",
                        "ok       user-pool      eu-west-1_AbCdEfGhI, in eu-west-1",
                        "ok       clients        accepted are those in cognito.client-ids",
                        "ok       key-set        " + endpoint.address(KEY_SET) + " answers",
                        "ok       clock          this machine's clock is that of the server, to a second",
                        "ok       issuers        all forms of Cognito's for this pool are accepted",
                        "Verdict: good. Checks: 7 good, 0 with a warning, 0 with a fault.");
        assertThat(run.out()).contains("2 of 2 keys are usable");
        assertThat(run.code()).isZero();
    }

    @Test
    void finds_an_endpoint_that_cannot_be_reached() throws Exception {
        endpoint.close();

        Run run = doctor("--json");

        assertThat(run.json()).containsEntry("verdict", "faulty").containsEntry("faults", 1L);
        assertThat((List<?>) run.json().get("checks"))
                .anySatisfy(check -> assertThat(check.toString()).contains("check=key-set", "result=fault", "remedy="));
        assertThat(run.code()).isEqualTo(1);
    }

    @Test
    void names_what_a_proxy_wants() throws Exception {
        ProxySelector before = ProxySelector.getDefault();
        try (LoopbackProxy proxy = new LoopbackProxy()) {
            proxy.require("app", "right");
            ProxySelector.setDefault(proxy.selector());

            assertThat(doctor().out()).contains("FAULT", "the proxy asks for credentials", "Authenticator.setDefault");
        } finally {
            ProxySelector.setDefault(before);
        }
    }

    @Test
    void finds_the_second_address_enough_but_tells_of_the_first() throws Exception {
        try (FaultServer away = new FaultServer(Fault.status(403, new byte[0]))) {
            Run run = doctorWith("cognito.jwks-uri=" + away.address("/keys") + "," + endpoint.address(KEY_SET));

            assertThat(run.out()).contains("warning  key-set        " + away.address("/keys") + ": HTTP status 403");
            assertThat(run.code()).isZero();
        }
    }

    @Test
    void finds_keys_that_cannot_be_used() throws Exception {
        String weak = "{\"kty\":\"RSA\",\"kid\":\"weak\",\"e\":\"AQAB\",\"n\":\"AQAB\"},";
        String some = new String(KEYS, UTF_8).replace("[{", "[" + weak + "{");
        endpoint.answer(Fault.ok(some.getBytes(UTF_8)));
        assertThat(doctor().out()).contains("warning  keys           2 of 3 keys are usable");

        endpoint.answer(Fault.ok(("{\"keys\":[" + weak.replace("},", "}") + "]}").getBytes(UTF_8)));
        Run none = doctor();
        assertThat(none.out()).contains("FAULT", "the key set holds no usable key");
        assertThat(none.code()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "10:00:40, warning, 40 s behind the server's",
        "10:01:00, warning, 60 s behind the server's",
        "10:01:01, FAULT, 61 s behind the server's",
        "09:58:00, FAULT, 119 s ahead of the server's"
    })
    void compares_clocks(String time, String result, String text) throws Exception {
        endpoint.answer(Fault.ok(KEYS, dateAt(time)));

        assertThat(doctor().out()).containsPattern(result + " +clock +this machine's clock is " + text);
    }

    @Test
    void finds_that_the_pool_calls_itself_otherwise() throws Exception {
        String accepted = "https://issuer-cognito-idp.eu-west-1.amazonaws.com/eu-west-1_AbCdEfGhI";
        endpoint.answer(inTurn(accepted));
        assertThat(doctor().out()).contains("the pool calls itself \"" + accepted + "\", which is accepted");

        endpoint.answer(inTurn("https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_Other"));
        Run other = doctor();
        assertThat(other.out()).contains("refused as wrong-issuer");
        assertThat(other.code()).isEqualTo(1);
    }

    @Test
    void warns_of_issuers_of_one_form_and_of_none() throws Exception {
        Run one = doctorWith("cognito.issuers=https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_AbCdEfGhI");
        Run none = doctorWith("cognito.issuers=https://login.example.com");
        Run local = doctorWith("cognito.issuers=http://127.0.0.1:9229/eu-west-1_AbCdEfGhI");

        assertThat(one.out()).contains("only some of Cognito's forms for this pool are accepted");
        assertThat(none.out()).contains("no form of Cognito's for this pool: \"https://login.example.com\"");
        assertThat(local.out()).doesNotContain("warning  ");
    }

    @Test
    void looks_for_scopes_behind_roles_in_any_pool() throws Exception {
        String second = "cognito.pool.second.";
        String[] settings = {
            "cognito.roles.clerk=https://api.example.com/orders.read",
            second + "user-pool-id=eu-west-1_Second",
            second + "client-ids=c",
            second + "resource-server=https://second.example.com",
            second + "jwks-uri=" + endpoint.address(KEY_SET)
        };

        Run good = doctorWith(settings, "--role", "clerk", "--role", "audit.read");
        Run bad = doctorWith(settings, "--role", "no such role");

        assertThat(good.out())
                .contains(
                        "\"clerk\" is given by any of the scopes https://api.example.com/orders.read",
                        "\"audit.read\" is given by any of the scopes https://second.example.com/audit.read");
        assertThat(good.code()).isZero();
        assertThat(bad.out()).contains("FAULT    role           \"no such role\" can be had by nobody");
        assertThat(bad.code()).isEqualTo(1);
    }

    @Test
    void finds_a_role_that_lacks_its_resource_server() throws Exception {
        Run missing = doctorWith(new String[0], "--role", "read");
        Run mapped = doctorWith("cognito.roles.clerk=read");
        Run good = doctorWith(new String[] {"cognito.resource-server=s"}, "--role", "read");

        assertThat(missing.out())
                .contains("FAULT    role           \"read\" can be had by nobody", "Set cognito.resource-server");
        assertThat(missing.code()).isEqualTo(1);
        assertThat(mapped.out()).contains("warning  role           \"clerk\" can be had by nobody");
        assertThat(good.code()).isZero();
    }

    @Test
    void warns_of_a_mapped_role_that_no_client_may_have() throws Exception {
        Run run = doctorWith(
                "cognito.roles.clerk=s/a",
                "cognito.roles.chief=s/b",
                "cognito.clients.\"" + GenuineTokens.CLIENT + "\".roles=clerk");

        assertThat(run.out())
                .contains("warning  role           \"chief\" can be had by nobody")
                .doesNotContain("\"clerk\"");
    }

    @Test
    void warns_of_clients_that_anybody_may_make() throws Exception {
        assertThat(doctorWith("cognito.client-ids=*").out()).contains("warning  clients");
    }

    @Test
    void tries_each_secret_when_asked() throws Exception {
        String granted = "{\"access_token\":\"a.b.c\",\"expires_in\":3600,\"token_type\":\"Bearer\"}";
        try (FaultServer tokens = new FaultServer(Fault.inTurn(
                Fault.status(400, "{\"error\":\"invalid_client\"}".getBytes(UTF_8)),
                Fault.ok(granted.getBytes(UTF_8))))) {
            String[] settings = {
                "cognito.client.token-endpoint=" + tokens.address("/oauth2/token"),
                "cognito.client.allow-loopback-http=true",
                "cognito.client.client-id=caller",
                "cognito.client.client-secret=" + SECRET,
                "cognito.client.client-secret-next=" + SECRET + "-2"
            };
            assertThat(doctorWith(settings).out()).doesNotContain("client-secret");
            assertThat(tokens.requests()).isEmpty();

            Run run = doctorWith(settings, "--check-clients");

            assertThat(run.out())
                    .contains(
                            "cognito.client.client-secret of app client \"caller\" at 127.0.0.1 gets no token: invalid_client",
                            "cognito.client.client-secret-next of app client \"caller\" at 127.0.0.1 gets a token")
                    .doesNotContain(SECRET, "a.b.c");
            assertThat(tokens.requests()).hasSize(2);
            assertThat(run.code()).isEqualTo(1);
        }
    }

    @Test
    void checks_an_application_that_only_calls() throws Exception {
        Path file = Files.write(
                folder.resolve("caller.properties"),
                List.of(
                        "cognito.client.shop.region=eu-west-1",
                        "cognito.client.shop.client-id=caller",
                        "cognito.client.shop.client-secret-file=" + folder.resolve("nowhere")));

        Run run = Run.of("", "doctor", "--config", file.toString(), "--check-clients");

        assertThat(run.out()).contains("cognito.client.shop.client-secret", "secret-unavailable");
        assertThat(run.code()).isEqualTo(1);
    }

    @Test
    void tells_wrong_settings_and_those_that_contradict_each_other() throws Exception {
        Run twice = doctorWith("cognito.pool.b.user-pool-id=" + GenuineTokens.POOL, "cognito.pool.b.client-ids=c");
        Run file = doctorWith("cognito.jwks-file=nowhere.json");

        assertThat(twice.out()).contains("is configured twice");
        assertThat(twice.code()).isEqualTo(2);
        assertThat(file.out()).contains("jwks-file");
        assertThat(file.code()).isEqualTo(2);
    }

    @Test
    void quotes_settings_without_what_acts_on_a_terminal() throws Exception {
        Run run = doctorWith("cognito.clock-skew=x\\u001b[2J\\u202e");

        assertThat(run.out()).contains("x\\u001b[2J\\u202e").matches("[ -~\n]*");
    }

    private static Fault inTurn(String issuer) {
        return Fault.inTurn(
                Fault.ok(KEYS, dateAt("10:00:00")), Fault.ok(("{\"issuer\":\"" + issuer + "\"}").getBytes(UTF_8)));
    }

    private static String dateAt(String time) {
        return "Date: Sun, 22 Nov 2026 " + time + " GMT";
    }

    private Run doctor(String... options) throws IOException {
        return doctorWith(new String[0], options);
    }

    private Run doctorWith(String... settings) throws IOException {
        return doctorWith(settings, new String[0]);
    }

    private Run doctorWith(String[] settings, String[] options) throws IOException {
        List<String> lines = new ArrayList<>(List.of(
                "cognito.user-pool-id=" + GenuineTokens.POOL,
                "cognito.client-ids=" + GenuineTokens.CLIENT,
                "cognito.jwks-uri=" + endpoint.address(KEY_SET),
                "cognito.jwks.timeout=PT30S",
                "cognito.allow-loopback-http=true"));
        lines.addAll(List.of(settings));
        Path file = Files.write(folder.resolve("app.properties"), lines);
        List<String> arguments = new ArrayList<>(List.of("doctor", "--config", file.toString()));
        arguments.addAll(List.of(options));
        return Run.of("", arguments.toArray(String[]::new));
    }

    private Run doctorWith(String[] settings, String first, String... more) throws IOException {
        List<String> options = new ArrayList<>(List.of(more));
        options.add(0, first);
        return doctorWith(settings, options.toArray(String[]::new));
    }
}
