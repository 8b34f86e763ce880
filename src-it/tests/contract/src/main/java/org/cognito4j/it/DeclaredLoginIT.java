package org.cognito4j.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.assertj.core.util.Throwables;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Applications that have the module, its settings, and a {@code <login-config>}; and settings where nothing reads them. */
@ExtendWith(ArquillianExtension.class)
@NeedsConstraints
class DeclaredLoginIT {

    @ArquillianResource
    private Deployer deployer;

    @Deployment(name = "login-basic", managed = false, testable = false)
    static WebArchive basic() {
        return withLogin(ContractApplication.named("login-basic"), "BASIC");
    }

    @Deployment(name = "login-mp-jwt", managed = false, testable = false)
    static WebArchive microProfile() {
        return withLogin(ContractApplication.named("login-mp-jwt"), "MP-JWT");
    }

    /** Adds a {@code <login-config>} to the {@code web.xml} of an application. */
    static WebArchive withLogin(WebArchive war, String method) {
        String login =
                "<login-config><auth-method>" + method + "</auth-method><realm-name>people</realm-name></login-config>";
        return war.setWebXML(new StringAsset(text(war, "WEB-INF/web.xml").replace("</web-app>", login + "</web-app>")));
    }

    @Deployment(name = "settings-misplaced", managed = false, testable = false)
    static WebArchive misplaced() {
        return ContractApplication.named("settings-misplaced", Settings.NONE, Settings.NONE)
                .addAsManifestResource(
                        Settings.trusting(Pools.TRUSTED).asProperties(), "microprofile-config.properties");
    }

    /** A server that cannot provide the login may say so itself before the module is started. */
    @ParameterizedTest
    @CsvSource({"login-basic, LoginService", "login-mp-jwt, Cannot configure an authenticator"})
    void end_the_deployment_with_a_message_that_names_the_login(String name, String server) {
        assertFails(
                name,
                line -> line.contains(server)
                        || line.contains("CWWKS1931E") // Open Liberty names the login-config and the mechanism
                        || (line.contains("cognito.authentication: is required")
                                && line.contains("<login-config> with")));
    }

    /** WildFly has that file on the class path of the application, so that the settings count there. */
    @Test
    void end_the_deployment_with_a_message_that_names_the_file_unless_it_is_read() {
        try (ServerLog log = ServerLog.open()) {
            Throwable failure = catchThrowable(() -> deployer.deploy("settings-misplaced"));
            if (failure == null) {
                awaitMessage(
                        log,
                        "",
                        line -> line.contains("cognito4j protects this application: ")
                                && line.contains("/settings-misplaced"));
                deployer.undeploy("settings-misplaced");
            } else {
                awaitMessage(
                        log,
                        Throwables.getStackTrace(failure),
                        line -> line.contains(
                                "cognito.user-pool-id: is set only in /META-INF/microprofile-config.properties"));
            }
        }
    }

    private void assertFails(String name, Predicate<String> message) {
        try (ServerLog log = ServerLog.open()) {
            Throwable failure = catchThrowable(() -> deployer.deploy(name));
            assertThat(failure).as("the deployment fails").isNotNull();

            awaitMessage(log, Throwables.getStackTrace(failure), message);
        }
    }

    private static void awaitMessage(ServerLog log, String told, Predicate<String> message) {
        await().until(() ->
                Stream.concat(Stream.of(told), log.records().stream()).anyMatch(message));
    }

    private static String text(WebArchive war, String path) {
        try (InputStream in = war.get(path).getAsset().openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
