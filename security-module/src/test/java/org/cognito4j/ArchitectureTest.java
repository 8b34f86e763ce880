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
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.annotation.WebListener;
import jakarta.servlet.annotation.WebServlet;

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
                    "org.cognito4j.jetty..");

    @ArchTest
    static final ArchRule what_both_halves_share_knows_neither = noClasses()
            .that()
            .resideInAPackage("org.cognito4j.net")
            .should()
            .dependOnClassesThat(resideInAPackage("org.cognito4j..").and(not(resideInAPackage("org.cognito4j.net"))));

    @ArchTest
    static final ArchRule packages_build_on_each_other_in_one_direction =
            slices().matching("org.cognito4j.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule configuration_knows_no_server = noClasses()
            .that()
            .resideInAPackage("org.cognito4j.config")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta..", "org.eclipse.jetty..", "org.cognito4j.jakarta..", "org.cognito4j.jetty..");

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
            .haveNameNotMatching("org\\.cognito4j\\.(jakarta\\.MixedAuthenticationHandler|jetty\\.HandlerValidation)")
            .should()
            .dependOnClassesThat()
            .haveNameMatching("jakarta\\.security\\.enterprise\\..*(Mechanism(Handler|Wrapper)|ContextWrapper"
                    + "|InMemoryIdentityStoreDefinition.*|MechanismDefinition\\$.*)");

    @ArchTest
    static final ArchRule one_package_knows_jetty = noClasses()
            .that()
            .resideOutsideOfPackage("org.cognito4j.jetty")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.eclipse.jetty..");

    @ArchTest
    static final ArchRule three_classes_know_jersey = noClasses()
            .that()
            .haveNameNotMatching(
                    "org\\.cognito4j\\.jakarta\\.(JerseyLocators|JerseyRegistration|ServerAccess\\$Jersey)")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.glassfish.jersey..");

    @ArchTest
    static final ArchRule two_classes_know_cxf = noClasses()
            .that()
            .haveNameNotMatching("org\\.cognito4j\\.jakarta\\.(CxfRegistration.*|CxfResourceFilter)")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.cxf..");

    @ArchTest
    static final ArchRule one_package_knows_undertow = noClasses()
            .that()
            .resideOutsideOfPackage("org.cognito4j.wildfly")
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
            .doNotHaveFullyQualifiedName("org.cognito4j.jakarta.KeyReadiness")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.eclipse.microprofile.health..");

    @ArchTest
    static final ArchRule two_classes_know_micrometer = noClasses()
            .that()
            .haveNameNotMatching("org\\.cognito4j\\.jakarta\\.(MicrometerMeters|RegistryBean).*")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.micrometer..");

    @ArchTest
    static final ArchRule one_class_knows_microprofile_rest_client = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("org.cognito4j.client.BearerHeadersFactory")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.eclipse.microprofile.rest..");

    @ArchTest
    static final ArchRule one_class_knows_websockets = noClasses()
            .that()
            .haveNameNotMatching("org\\.cognito4j\\.jakarta\\.TokenSessions.*")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("jakarta.websocket..");

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

    /** What is public has to be kept, so it is little, and grows by decision. */
    @ArchTest
    static void the_public_types_are_these(JavaClasses classes) {
        assertThat(classes.stream()
                        .filter(ArchitectureTest::isVisible)
                        .filter(type -> !type.getSimpleName().equals("package-info"))
                        .map(JavaClass::getName)
                        .map(name -> name.substring("org.cognito4j.".length()))
                        .sorted()
                        .toList())
                .containsExactly(
                        "AccessToken",
                        "CallerKind",
                        "Callers",
                        "Explanation",
                        "Explanation$Result",
                        "Explanation$Rule",
                        "InvalidSettings",
                        "KeyCheckAtStart",
                        "KeyListener",
                        "KeySetProbe",
                        "KeyState",
                        "KeyState$Status",
                        "RejectionReason",
                        "ScopeRoles",
                        "SettingFault",
                        "TokenVerifier",
                        "UserPool",
                        "Verification",
                        "Verification$Accepted",
                        "Verification$Rejected",
                        "Verification$Unavailable",
                        "VerifierSettings",
                        "VerifierSettingsBuilder",
                        "cli.Main",
                        "client.BearerHeadersFactory",
                        "client.BearerHttpClient",
                        "client.BearerRequestFilter",
                        "client.ClientSettings",
                        "client.ClientSettingsBuilder",
                        "client.CognitoClient",
                        "client.JCacheTokenStore",
                        "client.SecretCheck",
                        "client.TokenRequestFailed",
                        "client.TokenSource",
                        "client.TokenStatistics",
                        "client.TokenStore",
                        "client.TokenStore$StoredToken",
                        "config.AuditMode",
                        "config.ClientsSettings",
                        "config.Configuration",
                        "config.ConfigurationSource",
                        "config.ConfigurationSource$Value",
                        "config.ServiceSettings",
                        "jakarta.AccessRefused",
                        "jakarta.AccessRefusedFeature",
                        "jakarta.AccessRefusedMapper",
                        "jakarta.CallerAccepted",
                        "jakarta.CallerRefused",
                        "jakarta.ClientExtension",
                        "jakarta.CognitoAuthenticationMechanism",
                        "jakarta.CognitoAuthenticationMechanismDefinition",
                        "jakarta.CognitoAuthenticationMechanismDefinition$AppClient",
                        "jakarta.CognitoAuthenticationMechanismDefinition$Pool",
                        "jakarta.CognitoAuthenticationMechanismDefinition$ScopeRole",
                        "jakarta.CognitoCredential",
                        "jakarta.CognitoExtension",
                        "jakarta.CognitoFilter",
                        "jakarta.CognitoIdentityStore",
                        "jakarta.CognitoInitializer",
                        "jakarta.CognitoPrincipal",
                        "jakarta.ContainerLogin",
                        "jakarta.ContainerLogin$Outcome",
                        "jakarta.CxfRegistration",
                        "jakarta.JerseyRegistration",
                        "jakarta.KeysFailing",
                        "jakarta.KeysRefreshed",
                        "jakarta.ModuleInitialization",
                        "jakarta.OpenResources",
                        "jakarta.RequiresScope",
                        "jakarta.RolesAllowedFeature",
                        "jakarta.SecurityMXBean",
                        "jakarta.SpringBootStart",
                        "jakarta.TokenSessions",
                        "jetty.JettyInitializer",
                        "net.AwsRegion",
                        "net.BoundedCalls",
                        "net.BoundedCalls$Failed",
                        "net.BoundedExchange",
                        "net.BoundedExchange$Answer",
                        "net.BoundedExchange$Failed",
                        "net.FetchSchedule",
                        "net.JsonText",
                        "net.ProxyRefusal",
                        "net.QuietLog",
                        "net.Quietly",
                        "net.RefreshThread",
                        "net.StrictJson",
                        "net.StrictJson$Malformed",
                        "net.Transport",
                        "net.VisibleText",
                        "soteria.BeanManagerFactory",
                        "soteria.SoteriaExtension",
                        "soteria.SoteriaInitializer",
                        "wildfly.WildFlyExtension");
    }

    /** What is nested in an interface is public by itself, but seen only if the interface is. */
    private static boolean isVisible(JavaClass type) {
        return type.getModifiers().contains(JavaModifier.PUBLIC)
                && type.getEnclosingClass().map(ArchitectureTest::isVisible).orElse(true);
    }
}
