package org.cognito4j.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;
import static org.cognito4j.it.Contract.EXPIRED;
import static org.cognito4j.it.Contract.READER;
import static org.cognito4j.it.Contract.assertRefused;

import java.net.URL;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.util.Throwables;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.OperateOnDeployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Applications that have the module, its settings, and another mechanism of Jakarta Security. */
@ExtendWith(ArquillianExtension.class)
@NeedsJakartaSecurity
class OtherMechanismsIT {

    @ArquillianResource
    private Deployer deployer;

    @Deployment(name = "PlainMechanism", managed = false, testable = false)
    static WebArchive plain() {
        return with("PlainMechanism", "HeaderMechanism");
    }

    @Deployment(name = "TypedMechanism", managed = false, testable = false)
    static WebArchive typed() {
        return with("TypedMechanism", "HeaderMechanism");
    }

    @Deployment(name = "MechanismProducer", managed = false, testable = false)
    static WebArchive produced() {
        return with("MechanismProducer", "HeaderMechanism");
    }

    @Deployment(name = "Passwords", managed = false, testable = false)
    static WebArchive defined() {
        return with("Passwords");
    }

    @Deployment(name = "UnselectedMechanism", testable = false)
    static WebArchive unselected() {
        return with("UnselectedMechanism", "HeaderMechanism");
    }

    @Deployment(name = "ModuleSubclass", testable = false)
    static WebArchive subclass() {
        return with("ModuleSubclass");
    }

    @Deployment(name = "meant", managed = false, testable = false)
    static WebArchive meant() {
        return add(
                ContractApplication.named(
                        "other-meant",
                        Settings.trusting(Pools.TRUSTED).with("cognito.authentication", "off"),
                        Settings.NONE),
                "PlainMechanism",
                "HeaderMechanism");
    }

    private static WebArchive with(String... classes) {
        return add(ContractApplication.named("other-" + classes[0]), classes);
    }

    /** By name: the client has no Jakarta Security, so that the classes cannot be loaded here. */
    static WebArchive add(WebArchive war, String... classes) {
        Set<String> files = Stream.of(classes).map(name -> name + ".class").collect(Collectors.toSet());
        return war.addPackages(false, path -> files.stream().anyMatch(path.get()::endsWith), "org.cognito4j.it.others");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PlainMechanism", "TypedMechanism", "MechanismProducer", "Passwords"})
    void end_the_deployment_with_a_message_that_names_the_mechanism(String name) {
        try (ServerLog log = ServerLog.open()) {
            Throwable failure = catchThrowable(() -> deployer.deploy(name));
            assertThat(failure).as("the deployment fails").isNotNull();

            String told = Throwables.getStackTrace(failure);
            await().until(() -> Stream.concat(Stream.of(told), log.records().stream())
                    .anyMatch(line -> line.contains("cognito.authentication: is required") && line.contains(name)));
        }
    }

    @Test
    void are_deployed_where_the_settings_say_that_the_mechanism_is_meant() {
        try (ServerLog log = ServerLog.open()) {
            deployer.deploy("meant");
            deployer.undeploy("meant");

            await().until(() -> log.records().stream()
                    .anyMatch(line -> line.contains("cognito4j does not authenticate the callers of this application")
                            && line.contains("org.cognito4j.it.others.PlainMechanism")));
        }
    }

    @Test
    void are_protected_by_the_module_where_the_other_is_not_selected(
            @ArquillianResource @OperateOnDeployment("UnselectedMechanism") URL base) {
        assertProtected(base);
    }

    @Test
    void are_protected_by_a_subclass_of_the_module_s(
            @ArquillianResource @OperateOnDeployment("ModuleSubclass") URL base) {
        assertProtected(base);
    }

    private static void assertProtected(URL base) {
        assertThat(Client.send(base, "GET", "read/x", READER).report())
                .containsEntry("caller", "reader")
                .containsEntry("roles", "read,**");
        assertRefused(Client.send(base, "GET", "open/x", EXPIRED), 401);
        assertRefused(Client.send(base, "GET", "write/x", READER), 403);
        assertThat(Arrays.asList(401, 403))
                .contains(Client.sendWithHeaders(base, "GET", "read/x", "I-Am", "root")
                        .status());
    }
}
