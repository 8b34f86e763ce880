package org.cognito4j.localpool;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

@AnalyzeClasses(packages = ArchitectureTest.TOP, importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    static final String TOP = "org.cognito4j.localpool";

    /** Users get a server from its settings and a pool from its server, and can go back; JUnit wants the last one. */
    @ArchTest
    static final ArchRule classes_depend_on_each_other_in_one_direction = slices().assignedFrom(new TopLevelClasses())
            .should()
            .beFreeOfCycles()
            .ignoreDependency(LocalCognito.class, LocalCognitoBuilder.class)
            .ignoreDependency(LocalCognito.class, LocalPool.class)
            .ignoreDependency(
                    DescribedPredicate.describe(
                            "WithLocalPool", type -> type.getSimpleName().equals("WithLocalPool")),
                    DescribedPredicate.describe(
                            "LocalPoolExtension", type -> type.getSimpleName().equals("LocalPoolExtension")));

    @ArchTest
    static final ArchRule one_package_knows_jetty = noClasses()
            .that()
            .resideOutsideOfPackage(TOP + ".http")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.eclipse.jetty..");

    @ArchTest
    static final ArchRule one_package_touches_private_keys = noClasses()
            .that()
            .resideOutsideOfPackage(TOP + ".token")
            .should()
            .dependOnClassesThat()
            .haveNameMatching("java\\.security\\.(KeyPair.*|KeyStore.*|PrivateKey|Signature|interfaces\\..*)");

    @ArchTest
    static final ArchRule one_class_knows_yaml = noClasses()
            .that()
            .doNotHaveFullyQualifiedName(TOP + ".definition.DefinitionSection")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.fasterxml.jackson.dataformat..");

    @ArchTest
    static final ArchRule one_class_has_a_mapper_for_json = noClasses()
            .that()
            .haveNameNotMatching(TOP + "\\.(json\\.Json|definition\\.DefinitionSection)(\\$.*)?")
            .should()
            .dependOnClassesThat()
            .areAssignableTo("com.fasterxml.jackson.databind.ObjectMapper");

    @ArchTest
    static final ArchRule one_class_knows_picocli = noClasses()
            .that()
            .doNotHaveFullyQualifiedName(TOP + ".Main")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("picocli..");

    /** Both libraries are optional dependencies. */
    @ArchTest
    static final ArchRule one_package_knows_junit_and_arquillian = noClasses()
            .that()
            .resideOutsideOfPackage(TOP + ".testing")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.junit..", "org.jboss..");

    /** The rooms build on each other in this order, so that there are no circles; none knows the API of users. */
    @ArchTest
    static void the_arrows_between_packages_are_these(JavaClasses classes) {
        TreeMap<String, TreeSet<String>> arrows = new TreeMap<>();
        for (JavaClass type : classes) {
            TreeSet<String> targets = arrows.computeIfAbsent(room(type), room -> new TreeSet<>());
            type.getDirectDependenciesFromSelf().stream()
                    .map(dependency -> dependency.getTargetClass().getBaseComponentType())
                    .filter(target -> target.getPackageName().startsWith(TOP))
                    .map(ArchitectureTest::room)
                    .filter(target -> !target.equals(room(type)))
                    .forEach(targets::add);
        }

        assertThat(arrows.entrySet().stream()
                        .map(arrow -> arrow.getKey() + " -> " + String.join(" ", arrow.getValue())))
                .containsExactly(
                        "api -> definition grant http json pool token",
                        "control -> grant json pool token",
                        "definition -> ",
                        "grant -> json pool token",
                        "http -> control grant json pool token",
                        "json -> ",
                        "pool -> json",
                        "testing -> api",
                        "token -> json pool");
    }

    /** What users have has to be kept, so it is little, and grows by decision. */
    @ArchTest
    static void the_public_types_for_users_are_these(JavaClasses classes) {
        assertThat(visible(classes, "api", "testing"))
                .containsExactly(
                        "AppClient",
                        "Disturbances",
                        "Disturbances$Area",
                        "InvalidPoolDefinitionException",
                        "LocalCognito",
                        "LocalCognitoBuilder",
                        "LocalPool",
                        "Main",
                        "PoolDefinition",
                        "PoolDefinition$Builder",
                        "PoolDefinition$ClientBuilder",
                        "PreTokenEvent",
                        "PreTokenTrigger",
                        "ResourceServer",
                        "TestTokens",
                        "TokenMint",
                        "TokenOverrides",
                        "testing.LocalPoolArquillianExtension",
                        "testing.WithLocalPool");
    }

    /** What is public only because another room opens it; it may change and is left out of the published Javadoc. */
    @ArchTest
    static void the_doors_between_packages_are_these(JavaClasses classes) {
        assertThat(visible(classes, "control", "definition", "grant", "http", "json", "pool", "token"))
                .containsExactly(
                        "control.ControlAnswer",
                        "control.ControlPlane",
                        "definition.DefinitionFaults",
                        "definition.DefinitionRules",
                        "definition.DefinitionSection",
                        "grant.ClientCredentialsGrant",
                        "grant.ScopeRequest",
                        "grant.TokenAnswer",
                        "grant.UndocumentedAnswers",
                        "http.DisturbanceSwitches",
                        "http.PortUnavailable",
                        "http.RequestArea",
                        "http.ServedPools",
                        "http.ServerPort",
                        "http.ShiftedClock",
                        "json.Json",
                        "pool.ClientSecret",
                        "pool.EntriesById",
                        "pool.NotRegistered",
                        "pool.PoolAddresses",
                        "pool.PoolRegistry",
                        "pool.RandomIds",
                        "pool.RegisteredClient",
                        "pool.RegisteredPool",
                        "pool.StateFile",
                        "token.PoolKeys",
                        "token.PoolSigners",
                        "token.TokenChanges",
                        "token.TokenDraft",
                        "token.TokenTrigger");
    }

    @ArchTest
    static void users_see_no_door(JavaClasses classes) {
        assertThat(classes.stream()
                        .filter(type -> List.of("api", "testing").contains(room(type)))
                        .filter(ArchitectureTest::isVisible)
                        .flatMap(type -> type.getMembers().stream())
                        .filter(member -> member.getModifiers().contains(JavaModifier.PUBLIC)
                                || member.getModifiers().contains(JavaModifier.PROTECTED))
                        .filter(member -> member.getAllInvolvedRawTypes().stream()
                                .anyMatch(type -> type.getPackageName().startsWith(TOP + ".")
                                        && !room(type).equals("testing")))
                        .map(JavaMember::getFullName))
                .isEmpty();
    }

    private static List<String> visible(JavaClasses classes, String... rooms) {
        return classes.stream()
                .filter(type -> List.of(rooms).contains(room(type)))
                .filter(ArchitectureTest::isVisible)
                .filter(type -> !type.getSimpleName().equals("package-info"))
                .map(type -> type.getName().substring(TOP.length() + 1))
                .sorted()
                .toList();
    }

    private static boolean isVisible(JavaClass type) {
        return type.getModifiers().contains(JavaModifier.PUBLIC)
                && type.getEnclosingClass().map(ArchitectureTest::isVisible).orElse(true);
    }

    private static String room(JavaClass type) {
        return type.getPackageName().equals(TOP) ? "api" : type.getPackageName().substring(TOP.length() + 1);
    }

    /** What is nested belongs to the class around it. */
    private static final class TopLevelClasses implements SliceAssignment {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            return type.getPackageName().startsWith(TOP)
                    ? SliceIdentifier.of(type.getBaseComponentType().getName().replaceFirst("\\$.*", ""))
                    : SliceIdentifier.ignore();
        }

        @Override
        public String getDescription() {
            return "top-level classes";
        }
    }
}
