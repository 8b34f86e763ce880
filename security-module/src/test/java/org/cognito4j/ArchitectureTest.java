package org.cognito4j;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import jakarta.interceptor.Interceptor;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.annotation.WebListener;
import jakarta.servlet.annotation.WebServlet;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

@AnalyzeClasses(packages = "org.cognito4j", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule the_core_knows_no_server_and_no_configuration = noClasses()
            .that()
            .resideInAPackage("org.cognito4j")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "jakarta..",
                    "org.eclipse..",
                    "org.cognito4j.client..",
                    "org.cognito4j.config..",
                    "org.cognito4j.jakarta..",
                    "org.cognito4j.server..");

    @ArchTest
    static final ArchRule what_both_halves_share_knows_neither = noClasses()
            .that()
            .resideInAPackage("org.cognito4j.net")
            .should()
            .dependOnClassesThat(resideInAPackage("org.cognito4j..").and(not(resideInAPackage("org.cognito4j.net"))));

    @ArchTest
    static final ArchRule declarations_know_nothing_of_what_is_declared = noClasses()
            .that()
            .resideInAPackage("org.cognito4j.setting")
            .should()
            .dependOnClassesThat(
                    resideInAPackage("org.cognito4j..").and(not(resideInAPackage("org.cognito4j.setting"))));

    @ArchTest
    static final ArchRule no_packages_depend_on_each_other_in_a_circle =
            slices().matching("org.cognito4j.(**)").should().beFreeOfCycles();

    /** A class and what is nested in it are one. */
    @ArchTest
    static final ArchRule no_classes_depend_on_each_other_in_a_circle =
            slices().assignedFrom(new OutermostClasses()).should().beFreeOfCycles();

    @ArchTest
    static final ArchRule no_package_but_its_own_knows_a_server = noClasses()
            .that()
            .resideOutsideOfPackage("org.cognito4j.server..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.cognito4j.server..");

    @ArchTest
    static final ArchRule no_server_knows_another =
            slices().matching("org.cognito4j.server.(*)..").should().notDependOnEachOther();

    @ArchTest
    static final ArchRule configuration_knows_no_server = noClasses()
            .that()
            .resideInAPackage("org.cognito4j.config")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "jakarta..", "org.eclipse.jetty..", "org.cognito4j.jakarta..", "org.cognito4j.server..");

    /** A server that has none of these need not get one, and one that has them may have any version. */
    @ArchTest
    static final ArchRule nobody_knows_a_library_for_tokens_or_a_logger_of_others = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.jose4j..", "com.nimbusds..", "org.slf4j..");

    @ArchTest
    static final ArchRule one_class_reads_with_jackson_and_one_writes = noClasses()
            .that()
            .haveNameNotMatching("org\\.cognito4j\\.net\\.(StrictJson|JsonText).*")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.fasterxml..");

    /** The jar's web-fragment.xml says that it is complete, so servers would not find such classes. */
    @ArchTest
    static final ArchRule nothing_waits_to_be_found_by_its_annotation = noClasses()
            .should()
            .beAnnotatedWith(WebFilter.class)
            .orShould()
            .beAnnotatedWith(WebListener.class)
            .orShould()
            .beAnnotatedWith(WebServlet.class);

    /** It is compiled against 4.0 and has to run with 3.0. */
    @ArchTest
    static final ArchRule two_classes_know_jakarta_security_4 = noClasses()
            .that()
            .haveNameNotMatching(
                    "org\\.cognito4j\\.(jakarta\\.security\\.MixedAuthenticationHandler|server\\.jetty\\.HandlerValidation)")
            .should()
            .dependOnClassesThat()
            .haveNameMatching("jakarta\\.security\\.enterprise\\..*(Mechanism(Handler|Wrapper)|ContextWrapper"
                    + "|InMemoryIdentityStoreDefinition.*|MechanismDefinition\\$.*)");

    @ArchTest
    static final ArchRule one_package_knows_jetty = noClasses()
            .that()
            .resideOutsideOfPackage("org.cognito4j.server.jetty")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.eclipse.jetty..");

    @ArchTest
    static final ArchRule three_classes_know_jersey = noClasses()
            .that()
            .haveNameNotMatching(
                    "org\\.cognito4j\\.jakarta\\.rest\\.(JerseyLocators|JerseyRegistration|ServerAccess\\$Jersey)")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.glassfish.jersey..");

    @ArchTest
    static final ArchRule two_classes_know_cxf = noClasses()
            .that()
            .haveNameNotMatching("org\\.cognito4j\\.jakarta\\.rest\\.(CxfRegistration.*|CxfResourceFilter)")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.cxf..");

    @ArchTest
    static final ArchRule one_package_knows_undertow = noClasses()
            .that()
            .resideOutsideOfPackage("org.cognito4j.server.wildfly")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.undertow..");

    /** It is no dependency of the jar. */
    @ArchTest
    static final ArchRule one_package_knows_picocli = noClasses()
            .that()
            .resideOutsideOfPackage("org.cognito4j.cli")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("picocli..", "org.cognito4j.cli..");

    @ArchTest
    static final ArchRule one_class_knows_microprofile_config = noClasses()
            .that()
            .haveNameNotMatching("org\\.cognito4j\\.config\\.MicroProfileConfig.*")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.eclipse.microprofile.config..");

    @ArchTest
    static final ArchRule one_class_knows_microprofile_health = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("org.cognito4j.jakarta.security.KeyReadiness")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.eclipse.microprofile.health..");

    @ArchTest
    static final ArchRule two_classes_know_micrometer = noClasses()
            .that()
            .haveNameNotMatching("org\\.cognito4j\\.jakarta\\.monitor\\.(MicrometerMeters|MeterRegistryBean).*")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.micrometer..");

    @ArchTest
    static final ArchRule five_classes_know_opentelemetry = noClasses()
            .that()
            .haveNameNotMatching("org\\.cognito4j\\.(jakarta\\.monitor\\.(OpenTelemetryMeters|OpenTelemetryObserver)"
                    + "|net\\.(CallerTrace|ClientSpan|OpenTelemetryLookup)).*")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.opentelemetry..");

    @ArchTest
    static final ArchRule one_class_knows_microprofile_rest_client = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("org.cognito4j.client.BearerHeadersFactory")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.eclipse.microprofile.rest..");

    @ArchTest
    static final ArchRule one_package_knows_websockets = only("org.cognito4j.jakarta.websocket", "jakarta.websocket..");

    @ArchTest
    static final ArchRule one_package_knows_jakarta_rest = noClasses()
            .that()
            .resideOutsideOfPackage("org.cognito4j.jakarta.rest")
            .and()
            .doNotHaveFullyQualifiedName("org.cognito4j.client.BearerRequestFilter")
            .and()
            .doNotHaveFullyQualifiedName("org.cognito4j.client.BearerHeadersFactory")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("jakarta.ws.rs..");

    /** The principal that the other forms make is the one of Jakarta Security where that is there. */
    @ArchTest
    static final ArchRule one_package_knows_jakarta_security = noClasses()
            .that()
            .resideOutsideOfPackages("org.cognito4j.jakarta.security", "org.cognito4j.server..")
            .and()
            .doNotHaveFullyQualifiedName("org.cognito4j.jakarta.BearerCallerPrincipal")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("jakarta.security.enterprise..");

    @ArchTest
    static final ArchRule one_package_knows_jakarta_authentication = noClasses()
            .that()
            .resideOutsideOfPackages("org.cognito4j.jakarta.container", "org.cognito4j.server..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("jakarta.security.auth..");

    @ArchTest
    static final ArchRule one_package_has_interceptors = noClasses()
            .that()
            .resideOutsideOfPackages("org.cognito4j.jakarta.access", "org.cognito4j.server..")
            .should()
            .beAnnotatedWith(Interceptor.class);

    /** A servlet container has no more. */
    @ArchTest
    static final ArchRule the_filter_needs_servlets_alone = noClasses()
            .that()
            .resideInAPackage("org.cognito4j.jakarta.filter")
            .should()
            .dependOnClassesThat(resideInAPackage("jakarta..").and(not(resideInAPackage("jakarta.servlet.."))));

    /** What a log handler throws must change nothing, so all lines go through the one class that sees to it. */
    @ArchTest
    static final ArchRule one_class_knows_loggers = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("org.cognito4j.net.QuietLog")
            .should()
            .callMethod(System.class, "getLogger", String.class)
            .because("a log handler may throw: make the logger by QuietLog.of");

    @ArchTest
    static final ArchRule one_class_knows_jcache = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("org.cognito4j.client.JCacheTokenStore")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("javax.cache..");

    @ArchTest
    static final ArchRule callers_need_the_jdk_but_for_what_adapts_to_more = noClasses()
            .that()
            .resideInAPackage("org.cognito4j.client")
            .and()
            .haveNameNotMatching(".*\\.(BearerRequestFilter|BearerHeadersFactory|CognitoClient)")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta..", "org.eclipse..");

    /** Three lists: what applications use, what servers find by its name, and what one package opens for another. */
    @ArchTest
    static void the_public_types_are_these(JavaClasses classes) {
        List<String> expected = Stream.of("applications", "entry-points", "doors")
                .flatMap(ArchitectureTest::listed)
                .sorted()
                .toList();
        assertThat(classes.stream()
                        .filter(ArchitectureTest::isVisible)
                        .filter(type -> !type.getSimpleName().equals("package-info"))
                        .map(JavaClass::getName)
                        .map(name -> name.substring("org.cognito4j.".length()))
                        .sorted()
                        .toList())
                .containsExactlyElementsOf(expected);
    }

    private static Stream<String> listed(String list) {
        try (InputStream file = ArchitectureTest.class.getResourceAsStream("/public-types/" + list + ".txt")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ArchRule only(String room, String library) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(room)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library);
    }

    /** What is nested in an interface is public by itself, but seen only if the interface is. */
    private static boolean isVisible(JavaClass type) {
        return type.getModifiers().contains(JavaModifier.PUBLIC)
                && type.getEnclosingClass().map(ArchitectureTest::isVisible).orElse(true);
    }

    /** Each class that is nested in no other is a slice of its own; the classes that a sealed one permits belong to its slice. */
    private static final class OutermostClasses implements SliceAssignment {

        private static final Set<String> PERMITTED = Arrays.stream(AccessToken.class.getPermittedSubclasses())
                .map(Class::getName)
                .collect(Collectors.toSet());

        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            String name = type.getName().replaceFirst("\\$.*", "");
            if (!name.startsWith("org.cognito4j.")) {
                return SliceIdentifier.ignore();
            }
            return SliceIdentifier.of(PERMITTED.contains(name) ? AccessToken.class.getName() : name);
        }

        @Override
        public String getDescription() {
            return "outermost classes";
        }
    }
}
