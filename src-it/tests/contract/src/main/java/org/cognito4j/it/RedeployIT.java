package org.cognito4j.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.MalformedURLException;
import java.net.URL;
import java.time.Duration;
import java.util.Collections;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.LongSupplier;
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
    /** The module's threads for requests end when they had nothing to do for half a second. */
    private static final Duration IDLE = Duration.ofMillis(600);
    /** Named, not used: an embedded server would find a class that this test has loaded. */
    private static final String REDEPLOYED_CLASS = "org.cognito4j.it.redeployed.RedeployedServlet";

    private static final String PLAIN_CLASS = "org.cognito4j.it.plain.PlainServlet";
    private static final String THREADS = "cognito4j";
    private static final int WORKERS = 64;

    /** Made by the test that comes first: all are about the same redeployments. */
    private static @Nullable Redeployed redeployed;

    @ArquillianResource
    private Deployer deployer;

    @ArquillianResource
    @OperateOnDeployment("staying")
    private URL staying;

    /** Is there all the time, to tell the address of the other ones and to be told apart from them by what only they have. */
    @Deployment(name = "staying", testable = false)
    static WebArchive staying() {
        return ContractApplication.named("staying");
    }

    @Deployment(name = "redeployed", managed = false, testable = false)
    static WebArchive redeployed() {
        return ContractApplication.named("redeployed").addPackage("org.cognito4j.it.redeployed");
    }

    /** What a server keeps of this one it keeps of any. */
    @Deployment(name = "plain", managed = false, testable = false)
    static WebArchive plain() {
        return ShrinkWrap.create(WebArchive.class, "plain.war").addPackage("org.cognito4j.it.plain");
    }

    @AfterAll
    static void forget() {
        redeployed = null;
    }

    @Test
    void leaves_no_thread() throws MalformedURLException {
        Redeployed redeployed = redeploy();

        await().atMost(COLLECTED)
                .untilAsserted(() -> assertThat(redeployed.server().threadsNamed(THREADS))
                        .hasSizeLessThanOrEqualTo(redeployed.threadsBefore()));
    }

    @Test
    void leaves_no_class_loader() throws MalformedURLException {
        Redeployed redeployed = redeploy();

        await().atMost(COLLECTED)
                .untilAsserted(() -> assertThat(redeployed.loaders()).isZero());
    }

    /** So that a server that keeps class loaders is known to do so by itself. Last, as some keep the last application. */
    @Test
    @Order(Integer.MAX_VALUE)
    void leaves_no_more_class_loaders_than_an_application_without_the_module() throws MalformedURLException {
        Redeployed redeployed = redeploy();
        URL base = new URL(staying, "../plain/");
        for (int time = 1; time <= TIMES; time++) {
            deployer.deploy("plain");
            assertSays(base, "hello");
            deployer.undeploy("plain");
        }

        long plain = settled(() -> redeployed.loadersOf(PLAIN_CLASS));
        await().atMost(COLLECTED)
                .untilAsserted(() -> assertThat(redeployed.loaders()).isLessThanOrEqualTo(plain));
    }

    private Redeployed redeploy() throws MalformedURLException {
        if (redeployed != null) {
            return redeployed;
        }
        URL base = new URL(staying, "../redeployed/");
        assertServes(staying);
        ServerJvm server = ServerJvm.running();
        int threads = (int) settled(() -> server.threadsNamed(THREADS).size());
        assertThat(threads).as("threads of the one that stays").isPositive();

        for (int time = 1; time <= TIMES; time++) {
            deployer.deploy("redeployed");
            assertServes(base);
            assertSays(base, "redeployed"); // an answer that WildFly sends when it is done, which is not so for a 401
            if (time == 1) {
                assertThat(server.loadersOf(REDEPLOYED_CLASS))
                        .as("class loaders of the one that is there")
                        .isPositive();
            }
            deployer.undeploy("redeployed");
        }

        redeployed = new Redeployed(server, threads, staying);
        return redeployed;
    }

    /** What counts long enough: what was deployed goes only after several collections, and threads end when they are idle. */
    private static long settled(LongSupplier count) {
        long[] counts = {-1, -2, -3};
        await().atMost(Duration.ofSeconds(60)).pollInterval(IDLE).until(() -> {
            counts[2] = counts[1];
            counts[1] = counts[0];
            counts[0] = count.getAsLong();
            return counts[0] == counts[1] && counts[1] == counts[2];
        });
        return counts[0];
    }

    private static void assertSays(URL base, String path) {
        assertThat(Client.send(base, "GET", path, null).body()).isEqualTo(path);
    }

    private static void assertServes(URL base) {
        assertThat(Client.send(base, "GET", "read/x", Contract.READER).report()).containsEntry("caller", "reader");
        Contract.assertAskedForCredentials(Client.send(base, "GET", "read/x", null));
    }

    /** All that is asked after the redeployments. */
    private record Redeployed(ServerJvm server, int threadsBefore, URL staying) {

        long loaders() {
            return loadersOf(REDEPLOYED_CLASS);
        }

        /** Connections of Jetty and workers of WildFly hold what they served last: so they are given something else. */
        long loadersOf(String className) {
            ExecutorService callers = Executors.newFixedThreadPool(WORKERS);
            try {
                callers.invokeAll(Collections.nCopies(WORKERS, () -> Client.send(staying, "GET", "read/x", null)));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError("Interrupted", e);
            } finally {
                callers.shutdownNow();
            }
            return server.loadersOf(className);
        }
    }
}
