package org.cognito4j.it.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.cognito4j.localpool.LocalPool;
import org.cognito4j.localpool.PoolDefinition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContextException;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.io.DefaultResourceLoader;

/** The jar and its settings in an executable jar of Spring Boot, whose server runs no initializer of the module. */
@Timeout(120)
class SpringBootTest {

    private static LocalPool pool;

    private final Map<String, String> set = new HashMap<>();

    @BeforeAll
    static void startPool() {
        pool = LocalPool.start(PoolDefinition.builder("eu-west-1_LocalPool")
                .resourceServer("orders", "read")
                .client("reader", client -> client.scopes("orders/read"))
                .build());
    }

    @AfterAll
    static void stopPool() {
        pool.close();
    }

    @AfterEach
    void forgetSettings() {
        set.keySet().forEach(System::clearProperty);
    }

    @Test
    void settings_without_a_filter_end_the_start() {
        trustPool();

        assertThat(failureOf(() -> start(OrdersApplication.class)))
                .contains("cognito.authentication", "no CognitoFilter is registered", "ServletContextInitializer");
    }

    @Test
    void settings_in_a_file_of_spring_end_the_start(@TempDir Path classes) throws IOException {
        Files.writeString(
                classes.resolve("application.properties"), "server.port=0\ncognito.user-pool-id=eu-west-1_LocalPool\n");
        try (URLClassLoader loader = new URLClassLoader(
                new URL[] {classes.toUri().toURL()}, getClass().getClassLoader())) {
            assertThat(failureOf(() -> new SpringApplicationBuilder(
                                    new DefaultResourceLoader(loader), OrdersApplication.class)
                            .run()))
                    .contains("application.properties", "does not read", "no CognitoFilter is registered");
        }
    }

    @Test
    void wrong_settings_end_the_start() {
        set("cognito.user-pool-id", "no pool");

        assertThat(failureOf(() -> start(OrdersApplication.class))).contains("cognito.user-pool-id");
    }

    @Test
    void a_named_setting_permits_that_other_code_verifies_tokens() throws Exception {
        trustPool();
        set("cognito.authentication", "off");

        try (ConfigurableApplicationContext application = start(OrdersApplication.class)) {
            assertThat(get(application, "")).isEqualTo(200);
        }
    }

    @Test
    void an_application_without_settings_starts() throws Exception {
        try (ConfigurableApplicationContext application = start(OrdersApplication.class)) {
            assertThat(get(application, "")).isEqualTo(200);
        }
    }

    @Test
    void an_application_that_only_calls_others_starts() throws Exception {
        set("cognito.client.billing.client-id", "abc");

        try (ConfigurableApplicationContext application = start(OrdersApplication.class)) {
            assertThat(get(application, "")).isEqualTo(200);
        }
    }

    @Test
    void a_registered_filter_protects_its_paths() throws Exception {
        trustPool();

        try (ConfigurableApplicationContext application = start(FilteredApplication.class)) {
            assertThat(get(application, "")).isEqualTo(401);
            assertThat(get(application, pool.tokens("reader").forged())).isEqualTo(401);
            assertThat(get(application, pool.tokens("reader").with("orders/read")))
                    .isEqualTo(200);
        }
    }

    @Test
    void an_application_without_servlets_starts() throws Exception {
        URL[] classPath = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.matches(".*(tomcat-embed|spring-web|spring-boot-webmvc|spring-boot-servlet).*"))
                .map(SpringBootTest::url)
                .toArray(URL[]::new);
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        try (URLClassLoader loader = new URLClassLoader(classPath, ClassLoader.getPlatformClassLoader())) {
            assertThatThrownBy(() -> loader.loadClass("jakarta.servlet.Filter"))
                    .isInstanceOf(ClassNotFoundException.class);
            Thread.currentThread().setContextClassLoader(loader);
            assertThatCode(() -> loader.loadClass(CallingApplication.class.getName())
                            .getMethod("main", String[].class)
                            .invoke(null, (Object) new String[0]))
                    .doesNotThrowAnyException();
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    private static URL url(String path) {
        try {
            return Path.of(path).toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** What is written where an application does not start. The exception itself has no cause on Tomcat. */
    private static String failureOf(Supplier<ConfigurableApplicationContext> start) {
        PrintStream before = System.out;
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        System.setOut(new PrintStream(log, true, StandardCharsets.UTF_8));
        try {
            assertThatThrownBy(() -> start.get().close()).isInstanceOf(ApplicationContextException.class);
        } finally {
            System.setOut(before);
        }
        return log.toString(StandardCharsets.UTF_8);
    }

    private void trustPool() {
        set("cognito.user-pool-id", pool.userPoolId());
        set("cognito.client-ids", pool.client("reader").clientId());
        set("cognito.issuers", pool.issuer());
        set("cognito.jwks-uri", pool.keySetAddress().toString());
        set("cognito.allow-loopback-http", "true");
    }

    private void set(String key, String value) {
        set.put(key, value);
        System.setProperty(key, value);
    }

    private static ConfigurableApplicationContext start(Class<?> application) {
        return SpringApplication.run(application, "--server.port=0");
    }

    private static int get(ConfigurableApplicationContext application, String token) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(
                "http://127.0.0.1:" + application.getEnvironment().getProperty("local.server.port") + "/orders/1"));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return HttpClient.newHttpClient()
                .send(request.build(), BodyHandlers.discarding())
                .statusCode();
    }
}
