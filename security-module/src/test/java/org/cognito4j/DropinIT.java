package org.cognito4j;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.StringReader;
import java.lang.reflect.Method;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The one file for {@code WEB-INF/lib}, as it was packaged. */
class DropinIT {

    private static final Path FILE = Path.of(System.getProperty("cognito4j.dropin"));

    /** Most of it is others' code; more than this means that something came along that nobody wanted. */
    private static final long LARGEST = 3_000_000;

    @Test
    void has_no_class_outside_our_package_and_none_twice() throws IOException {
        List<String> names = names();

        assertThat(names).doesNotHaveDuplicates();
        assertThat(names.stream().filter(name -> name.endsWith(".class")))
                .isNotEmpty()
                .allMatch(name -> name.startsWith("org/cognito4j/"));
        assertThat(names).noneMatch(name -> name.startsWith("META-INF/versions/"));
        assertThat(Files.size(FILE)).isLessThan(LARGEST);
    }

    @Test
    void names_no_service_of_others_but_those_it_is_one_of() throws IOException {
        assertThat(names().stream()
                        .filter(name -> name.startsWith("META-INF/services/") && !name.endsWith("/"))
                        .map(name -> name.substring("META-INF/services/".length())))
                .allMatch(name -> name.startsWith("jakarta.")
                        || name.startsWith("org.eclipse.microprofile.")
                        || name.equals("io.undertow.servlet.ServletExtension")
                        || name.equals("org.glassfish.jersey.internal.spi.ForcedAutoDiscoverable"))
                .contains("jakarta.servlet.ServletContainerInitializer", "jakarta.enterprise.inject.spi.Extension");
        List<String> names = names();
        for (String name : names) {
            if (name.startsWith("META-INF/services/") && !name.endsWith("/")) {
                assertThat(text(name).lines().filter(line -> !line.isBlank() && !line.startsWith("#")))
                        .as(name)
                        .allMatch(provider -> names.contains(provider.replace('.', '/') + ".class"));
            }
        }
    }

    @Test
    void tells_its_name_and_whose_work_is_inside() throws IOException {
        try (JarFile jar = new JarFile(FILE.toFile())) {
            assertThat(jar.getManifest().getMainAttributes().getValue("Automatic-Module-Name"))
                    .isEqualTo("org.cognito4j");
            assertThat(jar.getManifest().getMainAttributes().getValue("Dependencies"))
                    .isEqualTo("io.undertow.core optional, io.undertow.servlet optional");
            assertThat(jar.getManifest().getMainAttributes().getValue("Main-Class"))
                    .isEqualTo("org.cognito4j.cli.Main");
            assertThat(jar.getManifest().getMainAttributes().getValue("Multi-Release"))
                    .isNull();
        }
        assertThat(text("META-INF/LICENSE")).contains("Apache License");
        assertThat(text("META-INF/NOTICE")).contains("Caffeine", "picocli", "jackson-core", "FastDoubleParser");
        assertThat(names())
                .contains(
                        "META-INF/FastDoubleParser-LICENSE",
                        "META-INF/FastDoubleParser-ThirdParty-LICENSE",
                        "META-INF/Schubfach-LICENSE");
    }

    /** For scanners, who would not know a library by the name that it has here. */
    @Test
    void lists_every_library_in_its_bill_of_materials() throws IOException {
        String bill = text("META-INF/sbom/dropin.cdx.json");

        assertThat(bill).doesNotContain("${");
        assertThat(names().stream()
                        .filter(name -> name.matches("org/cognito4j/shaded/.+\\.class"))
                        .map(name -> name.split("/")[3])
                        .distinct())
                .isNotEmpty()
                .allSatisfy(library -> assertThat(bill).contains(" to org.cognito4j.shaded." + library + "\""));
        for (String name : names()) {
            if (name.endsWith("/pom.properties") && !name.contains("/org.cognito4j/")) {
                Properties library = new Properties();
                library.load(new StringReader(text(name)));
                assertThat(bill)
                        .contains("\"pkg:maven/" + library.get("groupId") + "/" + library.get("artifactId") + "@"
                                + library.get("version") + "?type=jar\"");
            }
        }
    }

    @Test
    void shows_nothing_of_what_is_inside_in_what_applications_see() throws IOException {
        Set<String> seen = new TreeSet<>();
        try (JarFile jar = new JarFile(FILE.toFile())) {
            for (JavaClass type : new ClassFileImporter().importJar(jar)) {
                if (!type.getPackageName().startsWith("org.cognito4j.shaded") && isPublic(type.getModifiers())) {
                    signatures(type).forEach(seen::add);
                }
            }
        }

        assertThat(seen).contains("org.cognito4j.AccessToken").noneMatch(name -> name.contains(".shaded."));
    }

    private static Stream<String> signatures(JavaClass type) {
        Stream<String> members = Stream.concat(
                type.getCodeUnits().stream()
                        .filter(member -> isPublic(member.getModifiers()))
                        .flatMap(DropinIT::signature),
                type.getFields().stream()
                        .filter(member -> isPublic(member.getModifiers()))
                        .map(JavaField::getRawType)
                        .map(JavaClass::getName));
        Stream<String> above = Stream.concat(
                type.getRawInterfaces().stream().map(JavaClass::getName),
                type.getRawSuperclass().stream().map(JavaClass::getName));
        return Stream.concat(members, above);
    }

    private static Stream<String> signature(JavaCodeUnit member) {
        return Stream.of(
                        Stream.of(member.getRawReturnType()),
                        member.getRawParameterTypes().stream(),
                        member.getExceptionTypes().stream())
                .flatMap(types -> types)
                .map(JavaClass::getName);
    }

    private static boolean isPublic(Set<JavaModifier> modifiers) {
        return modifiers.contains(JavaModifier.PUBLIC) || modifiers.contains(JavaModifier.PROTECTED);
    }

    /** A server may have other versions of these. Whoever asks it for one would get that. */
    @Test
    void verifies_tokens_without_asking_the_server_for_a_library(@TempDir Path files) throws Exception {
        TestPool pool = TestPool.create();
        Path keys = Files.writeString(files.resolve("keys.json"), pool.keySet());
        try (URLClassLoader application =
                new URLClassLoader(new URL[] {FILE.toUri().toURL()}, new Server())) {
            Object settings = application
                    .loadClass("org.cognito4j.VerifierSettingsBuilder")
                    .getConstructor()
                    .newInstance();
            settings = call(settings, "userPoolId", "eu-west-1_AbCdEfGhI");
            settings = call(settings, "clientIds", List.of(TestPool.CLIENT));
            settings = call(settings, "pinnedKeys", keys.toString());
            settings = call(settings, "keySetAddresses", List.of(URI.create("http://127.0.0.1:1/nobody-is-here")));
            settings = call(settings, "allowLoopbackHttp", true);
            settings = call(settings, "verdictCacheSize", 2); // so that some are remembered and others make room
            settings = call(settings, "build");
            InstantSource clock = InstantSource.fixed(TestPool.NOW);
            try (AutoCloseable verifier = (AutoCloseable)
                    callStatic(application.loadClass("org.cognito4j.TokenVerifier"), "of", List.of(settings), clock)) {
                for (int time = 0; time < 10; time++) {
                    String token = pool.token()
                            .claim("jti", "\"token-" + time % 5 + "\"")
                            .mint();
                    assertThat(call(verifier, "verify", token).getClass().getSimpleName())
                            .isEqualTo("Accepted");
                }
                assertThat(call(
                                        verifier,
                                        "verify",
                                        pool.token()
                                                .signedWith(TestKeys.rsa("another"))
                                                .mint())
                                .toString())
                        .contains("SIGNATURE");
            }
        }
    }

    private static Object call(Object target, String name, Object... arguments) throws ReflectiveOperationException {
        return invoke(target.getClass(), target, name, arguments);
    }

    private static Object callStatic(Class<?> type, String name, Object... arguments)
            throws ReflectiveOperationException {
        return invoke(type, null, name, arguments);
    }

    private static Object invoke(Class<?> type, @Nullable Object target, String name, Object... arguments)
            throws ReflectiveOperationException {
        for (Method method : type.getMethods()) {
            if (method.getName().equals(name)
                    && method.getParameterCount() == arguments.length
                    && !method.isVarArgs()) {
                return method.invoke(target, arguments);
            }
        }
        throw new NoSuchMethodException(type + "." + name);
    }

    /** Has the JDK alone, and gives whoever asks for a library away. */
    private static final class Server extends ClassLoader {

        /** What may be the server's: the jar has no copy, and looks for them before it links them. */
        private static final Set<String> SPECIFICATIONS =
                Set.of("io.opentelemetry.api.trace.Span", "jakarta.enterprise.inject.spi.CDI");

        Server() {
            super(ClassLoader.getPlatformClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (SPECIFICATIONS.contains(name)) {
                throw new ClassNotFoundException(name);
            }
            if (!name.startsWith("java.") && !name.startsWith("javax.") && !name.startsWith("org.cognito4j.")) {
                throw new AssertionError("the server was asked for " + name);
            }
            return super.loadClass(name, resolve);
        }
    }

    private static List<String> names() throws IOException {
        try (JarFile jar = new JarFile(FILE.toFile())) {
            return jar.stream().map(ZipEntry::getName).toList();
        }
    }

    private static String text(String name) throws IOException {
        try (JarFile jar = new JarFile(FILE.toFile())) {
            return new String(jar.getInputStream(jar.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
