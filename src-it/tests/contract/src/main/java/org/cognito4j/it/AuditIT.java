package org.cognito4j.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import java.util.stream.Stream;
import org.assertj.core.util.Throwables;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An application that asks for the role {@code write}, which nobody can get, and configures one that leads nowhere. */
@ExtendWith(ArquillianExtension.class)
@NeedsConstraints
class AuditIT {

    private static final String UNATTAINABLE = "cognito.roles.\"write\": is missing, so nobody can get";
    private static final String LEADING_NOWHERE = "cognito.roles.\"ghost\": leads nowhere";

    @ArquillianResource
    private Deployer deployer;

    @Deployment(name = "strict", managed = false, testable = false)
    static WebArchive strict() {
        return application("strict");
    }

    @Deployment(name = "warn", managed = false, testable = false)
    static WebArchive warn() {
        return application("warn");
    }

    @Deployment(name = "off", managed = false, testable = false)
    static WebArchive off() {
        return application("off");
    }

    private static WebArchive application(String mode) {
        return AuditedApplication.named(
                "audit-" + mode, Settings.NONE.with("cognito.audit", mode).with("cognito.roles.\"ghost\"", "ghost"));
    }

    @Test
    void ends_the_deployment_with_all_findings_at_once_where_it_is_strict() {
        try (ServerLog log = ServerLog.open()) {
            Throwable failure = catchThrowable(() -> deployer.deploy("strict"));
            assertThat(failure).as("the deployment fails").isNotNull();

            String told = Throwables.getStackTrace(failure);
            await().until(() -> Stream.concat(Stream.of(told), log.records().stream())
                    .anyMatch(message -> message.contains(UNATTAINABLE) && message.contains(LEADING_NOWHERE)));
        }
    }

    @Test
    void warns_of_each_finding_once() {
        try (ServerLog log = ServerLog.open()) {
            deployAndUndeploy("warn");
            await().until(() -> log.records().stream().anyMatch(line -> line.contains(LEADING_NOWHERE)));

            assertThat(log.records())
                    .filteredOn(line -> line.contains(UNATTAINABLE))
                    .hasSize(1);
            assertThat(log.records())
                    .filteredOn(line -> line.contains(LEADING_NOWHERE))
                    .hasSize(1);
            assertThat(log.records()).noneMatch(line -> line.contains("cognito.roles.\"read\""));
        }
    }

    @Test
    void says_nothing_where_it_is_off() {
        try (ServerLog log = ServerLog.open()) {
            deployAndUndeploy("off");
            // Open Liberty may still be writing about an application of another test that was not started.
            assertThat(log.records())
                    .noneMatch(line -> line.contains("cognito.roles.") && !line.contains("InvalidSettings"));
        }
    }

    private void deployAndUndeploy(String name) {
        deployer.deploy(name);
        deployer.undeploy(name);
    }
}
