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

/** An application with nothing right in its settings. */
@ExtendWith(ArquillianExtension.class)
class WrongSettingsIT {

    @ArquillianResource
    private Deployer deployer;

    @Deployment(name = "wrong", managed = false, testable = false)
    static WebArchive application() {
        return ContractApplication.named(
                "wrong",
                Settings.trusting(Pools.TRUSTED)
                        .without("cognito.client-ids")
                        .with("cognito.user-pool-id", "nowhere")
                        .with("cognito.clock-skew", "five minutes")
                        .with("cognito.audience", "${cognito4j.it.set.nowhere}")
                        .with("cognito.clients.\"abc\".denied", "${cognito4j.it.set.nowhere}"),
                Settings.NONE.with("cognito.clock-skwe", "PT1M"));
    }

    @Test
    void stop_the_deployment_with_one_message_about_all_of_them() {
        try (ServerLog log = ServerLog.open()) {
            Throwable failure = catchThrowable(() -> deployer.deploy("wrong"));
            assertThat(failure).as("the deployment fails").isNotNull();

            String told = Throwables.getStackTrace(failure);
            await().untilAsserted(() -> assertThat(Stream.concat(Stream.of(told), log.records().stream()))
                    .anySatisfy(WrongSettingsIT::assertTellsEachFault));
        }
    }

    private static void assertTellsEachFault(String message) {
        assertThat(message)
                .containsPattern("cognito.user-pool-id: .*nowhere.*microprofile-config.properties.*\\. .*<region>");
        assertThat(message).containsPattern("cognito.client-ids: .*\\. .+");
        assertThat(message)
                .containsPattern("cognito.clock-skew: \"five minutes\".*microprofile-config.properties.*PT30S");
        assertThat(message).containsPattern("cognito.audience: .*cannot be resolved.*microprofile-config.properties");
        assertThat(message)
                .containsPattern(
                        "cognito.clients.\"?abc\"?.denied: .*cannot be resolved.*microprofile-config.properties");
        assertThat(message).containsPattern("cognito.clock-skwe: .*web.xml.*cognito.clock-skew");
    }
}
