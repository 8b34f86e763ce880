package org.cognito4j.jakarta.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.management.Attribute;
import javax.management.AttributeNotFoundException;
import javax.management.JMX;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.cognito4j.Verification;
import org.cognito4j.config.Configuration;
import org.cognito4j.config.ConfigurationSource;
import org.cognito4j.config.ServiceSettingsReader;
import org.cognito4j.jakarta.CognitoService;
import org.cognito4j.jakarta.decision.DecisionForm;
import org.cognito4j.jakarta.fake.FakeServlets;
import org.cognito4j.jakarta.fake.Requests;
import org.junit.jupiter.api.Test;

class SecurityMetricsTest {

    private static final MBeanServer JMX_SERVER = ManagementFactory.getPlatformMBeanServer();
    private static final String POOL = "eu-west-1_AbCdEfGhI";

    @Test
    void are_there_from_the_start_of_an_application_to_its_end() throws Exception {
        ObjectName name = name("/figures");
        CognitoService service = start("/figures");
        assertThat(JMX_SERVER.isRegistered(name)).isTrue();

        service.close();

        assertThat(JMX_SERVER.isRegistered(name)).isFalse();
    }

    @Test
    void count_what_is_refused_by_its_code() throws Exception {
        try (CognitoService service = start("/counted")) {
            authenticate(service, "Bearer nonsense");
            authenticate(service, "Bearer nonsense");
            authenticate(service, "Bearer a b");
            service.authenticate(
                    Requests.withAuthorization("Bearer x"),
                    DecisionForm.FILTER,
                    token -> new Verification.Unavailable(Duration.ofSeconds(1)));

            SecurityMXBean figures = JMX.newMXBeanProxy(JMX_SERVER, name("/counted"), SecurityMXBean.class);
            assertThat(figures.getAccepted()).isZero();
            assertThat(figures.getRefused()).isEqualTo(4);
            assertThat(figures.getRefusedByReason())
                    .isEqualTo(Map.of("token-malformed", 2L, "malformed-authorization", 1L, "keys-unavailable", 1L));
            assertThat(figures.getCacheHits()).isZero();
            assertThat(figures.getCacheMisses()).isEqualTo(2);
            assertThat(figures.getKeyStatus()).isEqualTo(Map.of(POOL, "MISSING"));
            assertThat(figures.getKeyAgeSeconds()).isEqualTo(Map.of(POOL, 0L));
        }
    }

    @Test
    void tell_of_the_policy() throws Exception {
        try (CognitoService service = start("/policy")) {
            SecurityMXBean figures = JMX.newMXBeanProxy(JMX_SERVER, name("/policy"), SecurityMXBean.class);
            assertThat(figures.getPolicyVersion()).isEqualTo(1);
            assertThat(figures.getPolicyProblem()).isEmpty();

            service.verifier().replacePolicy(service.verifier().settings());

            assertThat(figures.getPolicyVersion()).isEqualTo(2);
        }
    }

    @Test
    void have_no_attribute_that_can_be_changed() throws Exception {
        try (CognitoService service = start("/read-only")) {
            assertThat(service).isNotNull();
            assertThatThrownBy(() -> JMX_SERVER.setAttribute(name("/read-only"), new Attribute("Accepted", 0L)))
                    .isInstanceOf(AttributeNotFoundException.class);
            assertThat(JMX_SERVER.getMBeanInfo(name("/read-only")).getAttributes())
                    .noneMatch(MBeanAttributeInfo::isWritable);
        }
    }

    @Test
    void of_two_applications_with_one_path_are_told_apart() throws Exception {
        ObjectName second = new ObjectName(name("/twice") + ",instance=2");
        try (CognitoService one = start("/twice");
                CognitoService two = start("/twice")) {
            authenticate(one, "Basic nobody-judges-this");
            authenticate(two, "Bearer nonsense");
            assertThat(JMX_SERVER.getAttribute(name("/twice"), "Refused")).isEqualTo(0L);
            assertThat(JMX_SERVER.getAttribute(second, "Refused")).isEqualTo(1L);
        }
        assertThat(JMX_SERVER.isRegistered(second)).isFalse();
    }

    @Test
    void of_the_root_are_named_by_a_slash() throws Exception {
        try (CognitoService service = start("")) {
            assertThat(service).isNotNull();
            assertThat(JMX_SERVER.isRegistered(name("/"))).isTrue();
        }
    }

    private static void authenticate(CognitoService service, String header) {
        service.authenticate(Requests.withAuthorization(header), DecisionForm.FILTER, service.verifier()::verify);
    }

    private static CognitoService start(String path) {
        FakeServlets servlets = new FakeServlets();
        servlets.contextPath = path;
        CognitoService service = new CognitoService(ServiceSettingsReader.read(Configuration.of(List.of(
                ConfigurationSource.of("test", Map.of("cognito.user-pool-id", POOL, "cognito.client-ids", "abc"))))));
        service.publishIn(servlets.context());
        return service;
    }

    private static ObjectName name(String path) throws Exception {
        return new ObjectName("org.cognito4j:type=Security,application=\"" + path + "\"");
    }
}
