package org.cognito4j.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.cognito4j.config.Configuration;
import org.cognito4j.config.ConfigurationPlaces;
import org.cognito4j.config.ConfigurationSource;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** Where the settings stand: the same places as for the module, and files besides. */
final class SettingsOption {

    private static final String START_CHECK = "jwks.check-at-start";

    @Spec(Target.MIXEE)
    private CommandSpec command;

    @Option(
            names = "--config",
            paramLabel = "<file>",
            description = {
                "An application's settings: a properties file, a web.xml (its context parameters), or a WAR (both)."
                        + " May be given several times; the first that names a key decides.",
                "System properties (java -Dcognito.... -jar) and environment variables come before these files, as they"
                        + " do for the module; META-INF/microprofile-config.properties on the class path, too."
            })
    private List<Path> files = List.of();

    SettingsOption() {}

    /** The settings as the module would find them. */
    Configuration configuration() {
        Configuration configuration = ConfigurationPlaces.in(SettingsOption.class.getClassLoader());
        for (Path file : files) {
            for (ConfigurationSource source : read(file)) {
                configuration = configuration.withDefaults(source);
            }
        }
        return configuration;
    }

    /** Returns the settings in these files that belong to profiles of MicroProfile Config, which this program does not read. */
    Set<String> profileKeys() {
        Set<String> keys = new TreeSet<>();
        files.forEach(file -> keys.addAll(ConfigFile.profileKeys(file)));
        return keys;
    }

    /** Returns the files among these that are applications. */
    List<Path> archives() {
        return files.stream()
                .filter(file -> file.toString().toLowerCase(Locale.ROOT).endsWith(".war"))
                .toList();
    }

    /**
     * The same for somebody who can do without keys. A service that must not start without them is still to be
     * explained.
     */
    static Configuration withoutKeyCheckAtStart(Configuration configuration) {
        return configuration.withPrecedence(new ConfigurationSource() {
            @Override
            public Optional<Value> value(String key) {
                return key.endsWith(START_CHECK) ? Optional.of(new Value("off", "this program")) : Optional.empty();
            }

            @Override
            public Set<String> keys() {
                return Set.of();
            }
        });
    }

    private List<ConfigurationSource> read(Path file) {
        try {
            return ConfigFile.read(file);
        } catch (ConfigFile.Unreadable e) {
            throw new UsageMistake.Refused(
                    command.commandLine(), "A file that --config names cannot be used: " + e.getMessage() + ".");
        }
    }
}
