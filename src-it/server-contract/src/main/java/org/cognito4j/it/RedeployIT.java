package org.cognito4j.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.MalformedURLException;
import java.net.URL;
import java.time.Duration;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.OperateOnDeployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An application that is deployed again and again. */
@ExtendWith(ArquillianExtension.class)
class RedeployIT {

    private static final int TIMES = 20;
    private static final String CLASS = "org.cognito4j.TokenVerifier";
    private static final String THREADS = "cognito4j";

    @ArquillianResource
    private Deployer deployer;

    /** Is there all the time, to tell the address of the other one and to be told apart from it. */
    @Deployment(name = "staying", testable = false)
    static WebArchive staying() {
        return ContractApplication.named("staying");
    }

    @Deployment(name = "redeployed", managed = false, testable = false)
    static WebArchive redeployed() {
        return ContractApplication.named("redeployed");
    }

    @Test
    void leaves_no_class_loader_and_no_thread(@ArquillianResource @OperateOnDeployment("staying") URL staying)
            throws MalformedURLException {
        URL base = new URL(staying, "../redeployed/");
        assertServes(staying);
        ServerJvm server = ServerJvm.running();
        long loaders = settled(server);
        int threads = server.threadsNamed(THREADS).size();
        assertThat(loaders).as("class loaders of the one that stays").isPositive();
        assertThat(threads).as("threads of the one that stays").isPositive();

        for (int time = 1; time <= TIMES; time++) {
            deployer.deploy("redeployed");
            assertServes(base);
            deployer.undeploy("redeployed");
        }

        assertServes(staying); // Jetty's connections remember the application that they served last
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            assertThat(server.threadsNamed(THREADS)).hasSizeLessThanOrEqualTo(threads);
            assertThat(server.loadersOf(CLASS)).isLessThanOrEqualTo(loaders);
        });
    }

    /** What earlier tests deployed goes only after several collections. */
    private static long settled(ServerJvm server) {
        long[] counts = {-1, -2, -3};
        await().atMost(Duration.ofSeconds(60)).until(() -> {
            counts[2] = counts[1];
            counts[1] = counts[0];
            counts[0] = server.loadersOf(CLASS);
            return counts[0] == counts[1] && counts[1] == counts[2];
        });
        return counts[0];
    }

    private static void assertServes(URL base) {
        assertThat(Client.send(base, "GET", "read/x", Contract.READER).report()).containsEntry("caller", "reader");
        Contract.assertAskedForCredentials(Client.send(base, "GET", "read/x", null));
    }
}
