package org.cognito4j.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.assertj.core.util.Throwables;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.asset.ByteArrayAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Applications with security annotations that nothing asks about. */
@ExtendWith(ArquillianExtension.class)
class MisplacedAnnotationsIT {

    private static final String ROLES = "Ljakarta/annotation/security/RolesAllowed;";
    private static final String OLD_ROLES = "Ljavax/annotation/security/RolesAllowed;";

    @ArquillianResource
    private Deployer deployer;

    @Deployment(name = "filter", managed = false, testable = false)
    static WebArchive filter() {
        return application("filter", "ScopedFilter");
    }

    @Deployment(name = "listener", managed = false, testable = false)
    static WebArchive listener() {
        return application("listener", "DeniedListener");
    }

    @Deployment(name = "servlet", managed = false, testable = false)
    static WebArchive servlet() {
        return application("servlet", "RolesServlet");
    }

    @Deployment(name = "new", managed = false, testable = false)
    static WebArchive madeByNew() {
        return application("new", "MadeByNew");
    }

    @Deployment(name = "private", managed = false, testable = false)
    static WebArchive privateMethod() {
        return application("private", "PrivateMethod");
    }

    @Deployment(name = "javax", managed = false, testable = false)
    static WebArchive old() {
        String file = "org/cognito4j/it/misplaced/RolesServlet.class";
        return ContractApplication.named("misplaced-javax")
                .addAsResource(new ByteArrayAsset(compiledForJavaEe(file)), file);
    }

    @Deployment(name = "warned", managed = false, testable = false)
    static WebArchive warned() {
        Settings settings = Settings.trusting(Pools.TRUSTED).with("cognito.misplaced-annotations", "warn");
        return add(ContractApplication.named("misplaced-warned", settings, Settings.NONE), "MadeByNew");
    }

    private static WebArchive application(String name, String type) {
        return add(ContractApplication.named("misplaced-" + name), type);
    }

    /** By name: the client of a server has no Jakarta EE, so that most of the classes cannot be loaded here. */
    private static WebArchive add(WebArchive war, String type) {
        String file = "/" + type + ".class";
        return war.addPackages(false, path -> path.get().endsWith(file), "org.cognito4j.it.misplaced");
    }

    @ParameterizedTest
    @CsvSource({
        "filter, ScopedFilter.doFilter",
        "listener, DeniedListener",
        "servlet, RolesServlet.doGet",
        "new, MadeByNew.purge",
        "private, PrivateMethod.purge",
        "javax, RolesServlet.doGet"
    })
    void end_the_deployment_with_the_place(String deployment, String place) {
        try (ServerLog log = ServerLog.open()) {
            Throwable failure = catchThrowable(() -> deployer.deploy(deployment));
            assertThat(failure).as("the deployment fails").isNotNull();

            String told = Throwables.getStackTrace(failure);
            await().until(() -> Stream.concat(Stream.of(told), log.records().stream())
                    .anyMatch(message -> message.contains("org.cognito4j.it.misplaced." + place)));
        }
    }

    @Test
    void are_warnings_where_the_setting_says_so() {
        try (ServerLog log = ServerLog.open()) {
            deployer.deploy("warned");
            deployer.undeploy("warned");

            await().until(() -> log.records().stream().anyMatch(line -> line.contains("MadeByNew.purge")));
        }
    }

    /** The class as it would be had it been compiled with the annotation of Java EE 8. */
    private static byte[] compiledForJavaEe(String file) {
        try (InputStream in = MisplacedAnnotationsIT.class.getClassLoader().getResourceAsStream(file)) {
            String octets = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
            return octets.replace(constant(ROLES), constant(OLD_ROLES)).getBytes(StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A text as class files have it: a tag, the length in two octets, the octets. */
    private static String constant(String text) {
        return "\1\0" + (char) text.length() + text;
    }
}
