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
import org.cognito4j.it.misplaced.DeniedListener;
import org.cognito4j.it.misplaced.MadeByNew;
import org.cognito4j.it.misplaced.PrivateMethod;
import org.cognito4j.it.misplaced.RolesServlet;
import org.cognito4j.it.misplaced.ScopedFilter;
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
        return application("filter").addClass(ScopedFilter.class);
    }

    @Deployment(name = "listener", managed = false, testable = false)
    static WebArchive listener() {
        return application("listener").addClass(DeniedListener.class);
    }

    @Deployment(name = "servlet", managed = false, testable = false)
    static WebArchive servlet() {
        return application("servlet").addClass(RolesServlet.class);
    }

    @Deployment(name = "new", managed = false, testable = false)
    static WebArchive madeByNew() {
        return application("new").addClass(MadeByNew.class);
    }

    @Deployment(name = "private", managed = false, testable = false)
    static WebArchive privateMethod() {
        return application("private").addClass(PrivateMethod.class);
    }

    @Deployment(name = "javax", managed = false, testable = false)
    static WebArchive old() {
        String file = RolesServlet.class.getName().replace('.', '/') + ".class";
        return application("javax").addAsResource(new ByteArrayAsset(compiledForJavaEe(file)), file);
    }

    @Deployment(name = "warned", managed = false, testable = false)
    static WebArchive warned() {
        return ContractApplication.named(
                        "misplaced-warned",
                        Settings.trusting(Pools.TRUSTED).with("cognito.misplaced-annotations", "warn"),
                        Settings.NONE)
                .addClass(MadeByNew.class);
    }

    private static WebArchive application(String name) {
        return ContractApplication.named("misplaced-" + name);
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
        try (InputStream in = RolesServlet.class.getClassLoader().getResourceAsStream(file)) {
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
