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
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** An application that is deployed again and again. Takes long, so that builds may exclude the tag {@code redeployment}. */
@Tag("redeployment")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@ExtendWith(ArquillianExtension.class)
class RedeployIT {

    private static final int TIMES = 20;
    private static final Duration COLLECTED = Duration.ofSeconds(30);
    private static final String CLASS = "org.cognito4j.TokenVerifier";
    private static final String PLAIN_CLASS = "org.cognito4j.it.plain.PlainServlet";
    private static final String THREADS = "cognito4j";

    /** How it was before, asked by the test that comes first: all are about the same redeployments. */
    private static @Nullable Before before;

    @ArquillianResource
    private Deployer deployer;

    @ArquillianResource
    @OperateOnDeployment("staying")
    private URL staying;

    /** Is there all the time, to tell the address of the other ones and to be told apart from them. */
    @Deployment(name = "staying", testable = false)
    static WebArchive staying() {
        return ContractApplication.named("staying");
    }

    @Deployment(name = "redeployed", managed = false, testable = false)
    static WebArchive redeployed() {
        return ContractApplication.named("redeployed");
    }

    /** What a server keeps of this one it keeps of any. */
    @Deployment(name = "plain", managed = false, testable = false)
    static WebArchive plain() {
        return ShrinkWrap.create(WebArchive.class, "plain.war").addPackage("org.cognito4j.it.plain");
    }

    @AfterAll
    static void forget() {
        before = null;
    }

    @Test
    void leaves_no_thread() throws MalformedURLException {
        Before before = redeploy();

        await().atMost(COLLECTED)
                .untilAsserted(() ->
                        assertThat(before.server().threadsNamed(THREADS)).hasSizeLessThanOrEqualTo(before.threads()));
    }

    @Test
    void leaves_no_class_loader() throws MalformedURLException {
        Before before = redeploy();

        await().atMost(COLLECTED)
                .untilAsserted(() -> assertThat(before.loadersSince()).isLessThanOrEqualTo(0));
    }

    /** So that a server that keeps class loaders is known to do so by itself. Last, as some keep the last application. */
    @Test
    @Order(Integer.MAX_VALUE)
    void leaves_no_more_class_loaders_than_an_application_without_the_module() throws MalformedURLException {
        Before before = redeploy();
        URL base = new URL(staying, "../plain/");
        for (int time = 1; time <= TIMES; time++) {
            deployer.deploy("plain");
            assertThat(Client.send(base, "GET", "hello", null).body()).isEqualTo("hello");
            deployer.undeploy("plain");
        }
        assertServes(staying); // Jetty's connections remember the application that they served last

        long plain = settled(before.server(), PLAIN_CLASS);
        await().atMost(COLLECTED)
                .untilAsserted(() -> assertThat(before.loadersSince()).isLessThanOrEqualTo(plain));
    }

    private Before redeploy() throws MalformedURLException {
        if (before != null) {
            return before;
        }
        URL base = new URL(staying, "../redeployed/");
        assertServes(staying);
        ServerJvm server = ServerJvm.running();
        long loaders = settled(server, CLASS);
        int threads = server.threadsNamed(THREADS).size();
        assertThat(loaders).as("class loaders of the one that stays").isPositive();
        assertThat(threads).as("threads of the one that stays").isPositive();

        for (int time = 1; time <= TIMES; time++) {
            deployer.deploy("redeployed");
            assertServes(base);
            deployer.undeploy("redeployed");
        }
        assertServes(staying); // Jetty's connections remember the application that they served last

        before = new Before(server, loaders, threads);
        return before;
    }

    /** What earlier tests deployed goes only after several collections. */
    private static long settled(ServerJvm server, String className) {
        long[] counts = {-1, -2, -3};
        await().atMost(Duration.ofSeconds(60)).until(() -> {
            counts[2] = counts[1];
            counts[1] = counts[0];
            counts[0] = server.loadersOf(className);
            return counts[0] == counts[1] && counts[1] == counts[2];
        });
        return counts[0];
    }

    private static void assertServes(URL base) {
        assertThat(Client.send(base, "GET", "read/x", Contract.READER).report()).containsEntry("caller", "reader");
        Contract.assertAskedForCredentials(Client.send(base, "GET", "read/x", null));
    }

    private record Before(ServerJvm server, long loaders, int threads) {

        long loadersSince() {
            return server.loadersOf(CLASS) - loaders;
        }
    }
}
