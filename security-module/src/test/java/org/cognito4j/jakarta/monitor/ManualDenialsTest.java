package org.cognito4j.jakarta.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.ServletContext;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.management.JMX;
import javax.management.MBeanOperationInfo;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.cognito4j.AccessToken;
import org.cognito4j.TokenVerifier;
import org.cognito4j.UserPool;
import org.cognito4j.VerifierSettings;
import org.cognito4j.VerifierSettingsBuilder;
import org.cognito4j.config.Configuration;
import org.cognito4j.config.ConfigurationSource;
import org.cognito4j.config.ServiceSettingsReader;
import org.cognito4j.jakarta.CognitoService;
import org.cognito4j.jakarta.decision.SecurityDecision;
import org.cognito4j.jakarta.decision.SecurityObserver;
import org.cognito4j.jakarta.fake.FakeServlets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What an operator denies by hand holds for all verifiers of an application until it ends. */
class ManualDenialsTest {

    private static final MBeanServer JMX_SERVER = ManagementFactory.getPlatformMBeanServer();
    private static final Instant NOW = Instant.parse("2026-12-01T09:30:00Z");
    private static final String POOL = "eu-west-1_AbCdEfGhI";
    private static final String OTHER_POOL = "eu-west-1_IhGfEdCbA";

    private final List<AutoCloseable> started = new ArrayList<>();
    private final FakeServlets servlets = new FakeServlets();
    private final ServletContext application = servlets.context();
    private final ManualDenials denials = new ManualDenials(() -> NOW);
    private final Heard heard = new Heard();

    @AfterEach
    void stop() throws Exception {
        for (AutoCloseable one : started) {
            one.close();
        }
    }

    /** Keeps what it hears of the policy. */
    private static final class Heard implements SecurityObserver {

        private final List<String> origins = new CopyOnWriteArrayList<>();

        @Override
        public void policyChanged(long version, String origin) {
            origins.add(version + " " + origin);
        }

        @Override
        public boolean hearsAccepted() {
            return false;
        }

        @Override
        public boolean hearsRefused() {
            return false;
        }

        @Override
        public void accepted(AccessToken token, SecurityDecision decision) {}

        @Override
        public void refused(SecurityDecision decision) {}

        @Override
        public void refreshed(UserPool userPool, int keys, Duration took) {}

        @Override
        public void failed(UserPool userPool, String cause, Duration took) {}
    }

    @Test
    void deny_and_allow_over_jmx_and_say_that_a_restart_ends_it() throws Exception {
        servlets.contextPath = "/by-hand";
        CognitoService service = service(Map.of());
        service.publishIn(application);
        SecurityMXBean bean = JMX.newMXBeanProxy(
                JMX_SERVER,
                new ObjectName("org.cognito4j:type=Security,application=\"/by-hand\""),
                SecurityMXBean.class);

        assertThat(bean.denyClient("abc")).contains("abc").contains("until the application restarts");
        assertThat(bean.denyTokensIssuedBefore("def", "now")).contains("def");
        assertThat(bean.denyTokensIssuedBefore(POOL, "2026-11-30T00:00:00Z")).contains("pool " + POOL);
        assertThat(bean.denyToken("stolen", "")).contains("stolen");
        assertThat(bean.getDeniedByHand()).hasSize(4).first().isEqualTo("client abc: all tokens");
        assertThat(bean.getPolicyVersion()).isEqualTo(5);

        bean.allowClient("abc");
        bean.allowTokensIssuedBefore("def");
        bean.allowTokensIssuedBefore(POOL);
        bean.allowToken("stolen");
        assertThat(bean.getDeniedByHand()).isEmpty();
        assertThatThrownBy(() -> bean.denyClient("nobody")).hasMessageContaining("no app client");
    }

    @Test
    void are_described_to_consoles() throws Exception {
        servlets.contextPath = "/described";
        service(Map.of()).publishIn(application);

        MBeanOperationInfo[] operations = JMX_SERVER
                .getMBeanInfo(new ObjectName("org.cognito4j:type=Security,application=\"/described\""))
                .getOperations();

        assertThat(operations).hasSize(6).allSatisfy(operation -> {
            assertThat(operation.getImpact()).isEqualTo(MBeanOperationInfo.ACTION);
            assertThat(operation.getDescription()).hasSizeGreaterThan(40);
            assertThat(operation.getSignature()).allSatisfy(parameter -> {
                assertThat(parameter.getName()).doesNotStartWith("p");
                assertThat(parameter.getDescription()).hasSizeGreaterThan(10);
            });
        });
        assertThat(Arrays.stream(operations)
                        .filter(operation -> operation.getName().startsWith("deny"))
                        .map(MBeanOperationInfo::getDescription))
                .hasSize(3)
                .allMatch(text -> text.contains("until the application restarts"));
    }

    @Test
    void hold_for_filters_with_settings_of_their_own_that_are_there_or_come_later() {
        CognitoService own = service(Map.of());
        own.publishIn(application);
        CognitoService filter = service(Map.of("cognito.client-ids", "ops"));
        filter.publishFiguresOf("first", application);

        ManualDenials.of(application).denyClient("ops");
        CognitoService later = service(Map.of("cognito.client-ids", "ops,more"));
        later.publishFiguresOf("later", application);
        ManualDenials.of(application).denyClient("more");

        assertThat(List.of(own, filter, later)).allMatch(service -> denies(service, "ops") && denies(service, "more"));
        later.close();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ManualDenials.of(application).denyTokensIssuedBefore("more", "now"));
    }

    @Test
    void of_one_application_do_not_hold_in_another() {
        CognitoService other = service(Map.of());
        other.publishIn(new FakeServlets().context());
        service(Map.of()).publishIn(application);

        ManualDenials.of(application).denyClient("abc");

        assertThat(denies(other, "abc")).isFalse();
    }

    @Test
    void stay_when_the_policy_is_replaced() {
        CognitoService service = service(Map.of());
        service.publishIn(application);
        ManualDenials.of(application).denyClient("abc");

        service.verifier().replacePolicy(service.verifier().settings());

        assertThat(denies(service, "abc")).isTrue();
    }

    @Test
    void concern_all_pools_or_one_of_them() {
        add(pool(POOL, "abc"), pool(OTHER_POOL, "def"));

        denials.denyTokensIssuedBefore(OTHER_POOL, "2026-12-01T09:00:00Z");
        assertThat(denials.lines())
                .containsExactly("pool " + OTHER_POOL + ": tokens issued before 2026-12-01T09:00:00Z");
        denials.denyTokensIssuedBefore("*", "now");
        denials.denyClient("def");

        assertThat(denials.lines())
                .containsExactly(
                        "client def: all tokens",
                        "pool " + POOL + ": tokens issued before " + NOW,
                        "pool " + OTHER_POOL + ": tokens issued before " + NOW);
        denials.allowTokensIssuedBefore("*");
        assertThat(denials.lines()).hasSize(1);
        assertThat(heard.origins).containsExactly("2 by hand", "3 by hand", "4 by hand", "5 by hand");
    }

    @Test
    void are_refused_for_clients_and_pools_that_the_application_does_not_accept() {
        add(pool(POOL, "abc"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> denials.denyClient("nobody"))
                .withMessageContaining("abc of " + POOL);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> denials.denyTokensIssuedBefore(OTHER_POOL, "now"))
                .withMessageContaining(OTHER_POOL);
        assertThatIllegalArgumentException().isThrownBy(() -> denials.allowClient("abc"));
        assertThat(denials.lines()).isEmpty();
        assertThat(heard.origins).isEmpty();
    }

    @Test
    void take_any_client_where_all_are_accepted_that_can_be_one() {
        add(pool(POOL, "*"));

        denials.denyClient("1example23456789");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> denials.denyClient("a b"))
                .withMessageContaining("letters, digits");
    }

    @Test
    void are_refused_for_instants_that_help_nobody() {
        add(pool(POOL, "abc"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> denials.denyTokensIssuedBefore("abc", "yesterday"))
                .withMessageContaining("is no instant");
        denials.denyTokensIssuedBefore("abc", "2026-12-01T09:35:00Z");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> denials.denyTokensIssuedBefore("abc", "2026-12-01T09:35:00.001Z"))
                .withMessageContaining("in the future");
        denials.denyToken("a", "2026-12-01T09:30:00.001Z");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> denials.denyToken("b", "2026-12-01T09:30:00Z"))
                .withMessageContaining("has passed");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> denials.denyToken("a b", ""))
                .withMessageContaining("jti");
    }

    @Test
    void say_when_nothing_changes() {
        add(pool(POOL, "abc"));
        denials.denyTokensIssuedBefore("abc", "now");

        assertThat(denials.denyTokensIssuedBefore("abc", "2026-12-01T09:29:59Z"))
                .startsWith("Nothing has changed");
        assertThat(heard.origins).hasSize(1);
    }

    private static boolean denies(CognitoService service, String client) {
        service.verifier().replacePolicy(service.verifier().settings());
        return service.verifier().denials().lines().contains("client " + client + ": all tokens");
    }

    private void add(VerifierSettings first, VerifierSettings... more) {
        TokenVerifier verifier = TokenVerifier.of(first, more);
        started.add(verifier);
        denials.add(verifier, heard);
    }

    private static VerifierSettings pool(String id, String client) {
        return new VerifierSettingsBuilder()
                .userPoolId(id)
                .clientIds(List.of(client))
                .build();
    }

    private CognitoService service(Map<String, String> more) {
        Map<String, String> texts =
                new HashMap<>(Map.of("cognito.user-pool-id", POOL, "cognito.client-ids", "abc,def"));
        texts.putAll(more);
        CognitoService service = new CognitoService(
                ServiceSettingsReader.read(Configuration.of(List.of(ConfigurationSource.of("test", texts)))));
        started.add(service);
        return service;
    }
}
