package org.cognito4j.jakarta.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import org.cognito4j.InvalidSettings;
import org.cognito4j.config.Configuration;
import org.cognito4j.config.ConfigurationSource;
import org.cognito4j.jakarta.constraint.ConstraintReader;
import org.cognito4j.jakarta.fake.FakeServlets;
import org.cognito4j.jakarta.fake.LoggedLines;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MissingSettingsTest {

    private final FakeServlets servlets = new FakeServlets();

    private void refuse(String... settings) {
        MissingSettings.refuseMisplaced(
                Configuration.of(List.of(ConfigurationSource.of(
                        "test", settings.length == 0 ? Map.of() : Map.of(settings[0], settings[1])))),
                servlets.context());
    }

    private void put(String file, String content) {
        servlets.resources.put(file, content.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/META-INF/microprofile-config.properties",
                "/WEB-INF/META-INF/microprofile-config.properties",
                "/WEB-INF/microprofile-config.properties",
                "/microprofile-config.properties",
                "/WEB-INF/application.properties"
            })
    void settings_in_a_file_that_nothing_reads_end_the_deployment(String file) {
        put(file, "cognito.user-pool-id=eu-west-1_AbCdEfGhI\n");

        assertThatThrownBy(this::refuse)
                .isInstanceOf(InvalidSettings.class)
                .hasMessageContainingAll(file, "WEB-INF/classes", "META-INF/microprofile-config.properties");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cognito.pool.partner.user-pool-id = x",
                "  cognito.user-pool-id: x",
                "other=1\\ncognito.user-pool-id x",
                "cognito:\\n  client-ids: a\\n  user-pool-id: x"
            })
    void each_spelling_is_known(String content) {
        put("/WEB-INF/application.properties", content.replace("\\n", "\n"));

        assertThatThrownBy(this::refuse).isInstanceOf(InvalidSettings.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"# cognito.user-pool-id=x", "other.cognito.user-pool-id=x", "cognito.realm=x", ""})
    void other_content_is_none(String content) {
        put("/WEB-INF/application.properties", content);

        assertThatCode(this::refuse).doesNotThrowAnyException();
    }

    @Test
    void a_misplaced_copy_does_not_matter_where_there_are_settings() {
        put("/META-INF/microprofile-config.properties", "cognito.user-pool-id=x");

        assertThatCode(() -> refuse("cognito.user-pool-id", "eu-west-1_AbCdEfGhI"))
                .doesNotThrowAnyException();
    }

    @Test
    void an_application_that_only_calls_has_its_misplaced_settings_reported() {
        put("/META-INF/microprofile-config.properties", "cognito.user-pool-id=x");

        assertThatThrownBy(() -> refuse("cognito.client.billing.client-id", "abc"))
                .isInstanceOf(InvalidSettings.class);
    }

    @Test
    void an_application_without_settings_is_reported_with_the_roles_it_asks_for() {
        servlets.webXml = """
                <web-app><security-constraint><web-resource-collection><url-pattern>/*</url-pattern>
                </web-resource-collection><auth-constraint><role-name>reader</role-name></auth-constraint>
                </security-constraint></web-app>
                """;
        new ConstraintReader(servlets.context()).read().publishIn(servlets.context());
        try (LoggedLines log = LoggedLines.of("org.cognito4j")) {
            MissingSettings.warn(servlets.context());

            assertThat(log.lines(Level.WARNING))
                    .singleElement()
                    .asString()
                    .contains("protects nothing", "\"/fake\"", "cognito.user-pool-id", "reader");
        }
    }
}
