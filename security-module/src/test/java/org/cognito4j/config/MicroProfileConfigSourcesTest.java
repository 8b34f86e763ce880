package org.cognito4j.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cognito4j.InvalidSettings;
import org.cognito4j.SettingFault;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigValue;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.eclipse.microprofile.config.spi.Converter;
import org.junit.jupiter.api.Test;

/** Sources of MicroProfile Config that hold a blank text, or list no names as those of vaults do. */
class MicroProfileConfigSourcesTest {

    private static final Map<String, String> LEAST =
            Map.of("cognito.user-pool-id", "eu-west-1_AbCdEfGhI", "cognito.client-ids", "abc,def");

    @Test
    void are_asked_for_the_settings_of_each_client_though_they_list_no_names() {
        Configuration configuration = configuration(
                new Source("vault", 250, Map.of("cognito.clients.\"abc\".denied", "true"), false),
                new Source("file", 100, LEAST, true));

        ServiceSettings settings = ServiceSettingsReader.read(configuration);

        assertThat(settings.pools().get(0).deniesClient("abc")).isTrue();
        assertThat(settings.pools().get(0).deniesClient("def")).isFalse();
    }

    @Test
    void are_warned_about_if_they_hold_settings_of_ours_and_list_no_names() {
        Configuration configuration = configuration(
                new Source("vault", 250, Map.of("cognito.audience", "api"), false),
                new Source("file", 100, LEAST, true));

        assertThat(SettingWarnings.in(configuration, ServiceSettingsReader.read(configuration)))
                .hasSize(1)
                .allSatisfy(warning -> assertThat(warning).startsWith("The source of settings vault lists no names"));
    }

    @Test
    void are_faulty_if_they_hold_a_blank_text_that_hides_another() {
        Map<String, String> file = new HashMap<>(LEAST);
        file.put("cognito.audience", "api");
        Configuration configuration = configuration(
                new Source("environment", 300, Map.of("cognito.audience", ""), true),
                new Source("file", 100, file, true));

        assertThat(catchThrowableOfType(InvalidSettings.class, () -> ServiceSettingsReader.read(configuration))
                        .faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault.problem()).isEqualTo("is blank (from environment)"))
                .extracting(SettingFault::setting)
                .isEqualTo("cognito.audience");
    }

    private static Configuration configuration(Source... sources) {
        MicroProfileConfig config = MicroProfileConfig.of(new Sources(List.of(sources)), Map.of());
        return Configuration.of(List.of(config.outside(), config.packed()));
    }

    private record Source(String name, int ordinal, Map<String, String> texts, boolean lists) implements ConfigSource {

        @Override
        public Set<String> getPropertyNames() {
            return lists ? texts.keySet() : Set.of();
        }

        @Override
        public String getValue(String key) {
            return texts.get(key);
        }

        @Override
        public String getName() {
            return name;
        }

        @Override
        public int getOrdinal() {
            return ordinal;
        }
    }

    /** An implementation that takes a blank text for none, as the specification has it for values. */
    private record Sources(List<Source> sources) implements Config {

        @Override
        public ConfigValue getConfigValue(String key) {
            Optional<Source> first = sources.stream()
                    .filter(source -> source.getValue(key) != null)
                    .findFirst();
            return first.filter(source -> !source.getValue(key).isBlank())
                    .map(source -> new Found(key, source.getValue(key), source.name(), source.ordinal()))
                    .orElse(new Found(key, null, null, 0));
        }

        @Override
        public Iterable<String> getPropertyNames() {
            return sources.stream()
                    .flatMap(source -> source.getPropertyNames().stream())
                    .toList();
        }

        @Override
        public Iterable<ConfigSource> getConfigSources() {
            return List.copyOf(sources);
        }

        @Override
        public <T> T getValue(String name, Class<T> type) {
            throw new UnsupportedOperationException(name);
        }

        @Override
        public <T> Optional<T> getOptionalValue(String name, Class<T> type) {
            throw new UnsupportedOperationException(name);
        }

        @Override
        public <T> Optional<Converter<T>> getConverter(Class<T> type) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <T> T unwrap(Class<T> type) {
            throw new UnsupportedOperationException();
        }
    }

    private record Found(String getName, String getValue, String getSourceName, int getSourceOrdinal)
            implements ConfigValue {

        @Override
        public String getRawValue() {
            return getValue;
        }
    }
}
