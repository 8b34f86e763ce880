package org.cognito4j.jakarta.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import jakarta.inject.Named;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import org.cognito4j.AccessToken;
import org.cognito4j.Denial;
import org.cognito4j.GenuineTokens;
import org.cognito4j.RequestFacts;
import org.cognito4j.TokenCheck;
import org.cognito4j.TokenChecks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApplicationChecksTest {

    private static final AccessToken TOKEN = GenuineTokens.with(Map.of());
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    @TempDir
    private Path folder;

    /** A service. */
    public static class Service implements TokenCheck {

        @Override
        public Optional<Denial> check(AccessToken token, RequestFacts request) {
            return request.path().equals("/service") ? Optional.of(Denial.of("service")) : Optional.empty();
        }
    }

    /** A service that cannot be made. */
    public static class Broken implements TokenCheck {

        public Broken() {
            throw new IllegalStateException();
        }

        @Override
        public Optional<Denial> check(AccessToken token, RequestFacts request) {
            return Optional.empty();
        }
    }

    @ApplicationScoped
    static class Bean implements TokenCheck {

        @Override
        public Optional<Denial> check(AccessToken token, RequestFacts request) {
            return request.path().equals("/bean") ? Optional.of(Denial.of("bean")) : Optional.empty();
        }
    }

    /** Has a qualifier, which is no reason to leave it out. */
    @Named("other")
    @Dependent
    static class QualifiedBean implements TokenCheck {

        @Override
        public Optional<Denial> check(AccessToken token, RequestFacts request) {
            return request.path().equals("/qualified") ? Optional.of(Denial.of("qualified")) : Optional.empty();
        }
    }

    @Test
    void are_none_where_the_application_has_none() {
        assertThat(ApplicationChecks.find(getClass().getClassLoader(), TIMEOUT)).isSameAs(TokenChecks.NONE);
    }

    @Test
    void are_services_and_beans() throws Exception {
        try (SeContainer beans = SeContainerInitializer.newInstance()
                        .disableDiscovery()
                        .addBeanClasses(Bean.class, QualifiedBean.class)
                        .initialize();
                URLClassLoader loader = withService(Service.class);
                TokenChecks checks = ApplicationChecks.find(loader, TIMEOUT)) {
            assertThat(beans.isRunning()).isTrue();

            assertThat(ask(checks, "/bean")).contains("bean");
            assertThat(ask(checks, "/qualified")).contains("qualified");
            assertThat(ask(checks, "/service")).contains("service");
            assertThat(ask(checks, "/other")).isEmpty();
        }
    }

    @Test
    void end_the_start_where_a_service_cannot_be_made() throws Exception {
        try (URLClassLoader loader = withService(Broken.class)) {
            assertThatThrownBy(() -> ApplicationChecks.find(loader, TIMEOUT))
                    .isInstanceOf(ServiceConfigurationError.class);
        }
    }

    private static Optional<String> ask(TokenChecks checks, String path) {
        return checks.ask(TOKEN, new RequestFacts("GET", path, "", Map.of())).map(Denial::code);
    }

    private URLClassLoader withService(Class<?> service) throws Exception {
        Path services = Files.createDirectories(folder.resolve("META-INF/services"));
        Files.writeString(services.resolve(TokenCheck.class.getName()), service.getName());
        return new URLClassLoader(new URL[] {folder.toUri().toURL()}, getClass().getClassLoader());
    }
}
