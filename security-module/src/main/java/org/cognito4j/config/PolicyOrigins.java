package org.cognito4j.config;

import static org.cognito4j.config.DeclaredApplicationSettings.POLICY_COPY;
import static org.cognito4j.config.DeclaredApplicationSettings.POLICY_FILE;
import static org.cognito4j.config.DeclaredApplicationSettings.POLICY_INTERVAL;
import static org.cognito4j.config.DeclaredApplicationSettings.POLICY_URL;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.cognito4j.InvalidSettings;
import org.cognito4j.SettingFault;
import org.cognito4j.config.ConfigurationSource.Value;
import org.cognito4j.net.Transport;
import org.cognito4j.setting.Setting;
import org.cognito4j.setting.UnreadableSetting;

/** Finds the one place that an application's policy comes from while it runs. */
final class PolicyOrigins {

    private static final String ALLOW_LOOPBACK_HTTP = SettingKeys.PREFIX + "allow-loopback-http";

    private final Configuration configuration;
    private final PolicySources sources;

    PolicyOrigins(Configuration configuration, PolicySources sources) {
        this.configuration = configuration;
        this.sources = sources;
    }

    /**
     * Finds it.
     *
     * @return empty if the policy does not change while the application runs, or is set to a place that the settings' own faults name
     * @throws InvalidSettings if there are several, or a setting has no effect
     */
    Optional<PolicyOrigin> find() {
        requireOne();
        requireEffect(POLICY_INTERVAL);
        requireEffect(POLICY_COPY);
        Optional<PolicyOrigin> file = value(POLICY_FILE).map(this::file);
        return file.or(this::address).or(this::source);
    }

    /** Finds the file for a copy of the last good policy. */
    Optional<PolicyCopy> copy() {
        return value(POLICY_COPY).map(value -> new PolicyCopy(path(POLICY_COPY, value)));
    }

    private void requireOne() {
        List<String> others = sources.all().stream()
                .map(source -> "the PolicySource " + source.type().getName())
                .toList();
        if (value(POLICY_FILE).isPresent() && value(POLICY_URL).isPresent()) {
            throw fault(
                    POLICY_URL,
                    "is set beside " + SettingKeys.PREFIX + POLICY_FILE.key(),
                    "Remove one of them: a policy comes from one place");
        }
        Setting<?> setting = value(POLICY_FILE).isPresent() ? POLICY_FILE : POLICY_URL;
        if (value(setting).isPresent() && !others.isEmpty()) {
            throw fault(
                    setting,
                    "is set beside " + others.get(0),
                    "Remove the setting or the source: a policy comes from one place");
        }
        if (others.size() > 1) {
            throw new InvalidSettings(List.of(new SettingFault(
                    "PolicySource",
                    "is there more than once: " + String.join(", ", others),
                    "Keep one: a policy comes from one place")));
        }
    }

    private void requireEffect(Setting<?> setting) {
        boolean isOwn = value(setting).isPresent() && !isShared(setting);
        if (isOwn && value(POLICY_FILE).isPresent()) {
            throw fault(
                    setting,
                    "has no effect beside " + SettingKeys.PREFIX + POLICY_FILE.key(),
                    "Remove it: the file is looked at each second, and is a copy itself");
        }
        if (isOwn
                && value(POLICY_URL).isEmpty()
                && sources.areKnown()
                && sources.all().isEmpty()) {
            throw fault(
                    setting,
                    "has no effect without " + SettingKeys.PREFIX + POLICY_URL.key() + " or a PolicySource",
                    "Set that, or remove this");
        }
    }

    private PolicyOrigin file(Value value) {
        return new FileOrigin(path(POLICY_FILE, value), SettingKeys.foundIn(Optional.of(value)), isShared(POLICY_FILE));
    }

    private Path path(Setting<?> setting, Value value) {
        try {
            Path path = Path.of(value.text());
            if (setting == POLICY_COPY
                    && !Files.isDirectory(path.toAbsolutePath().getParent())) {
                throw fault(
                        setting,
                        "names " + value.text() + ", whose folder does not exist",
                        "Create the folder, writable for this process, or name a file in another one");
            }
            return path;
        } catch (InvalidPathException e) {
            throw fault(setting, "names " + value.text() + ", which is no path", "Name a file");
        }
    }

    private Optional<PolicyOrigin> address() {
        Optional<Value> value = value(POLICY_URL);
        Optional<URI> address = value.flatMap(text -> read(POLICY_URL, text));
        if (address.isEmpty()) {
            return Optional.empty();
        }
        if (Transport.of(address.get()) == Transport.LOOPBACK
                && !configuration
                        .text(ALLOW_LOOPBACK_HTTP)
                        .filter("true"::equalsIgnoreCase)
                        .isPresent()) {
            throw fault(
                    POLICY_URL,
                    "is plain http",
                    "For a stand-in on this machine set " + ALLOW_LOOPBACK_HTTP + " to true; elsewhere use https");
        }
        return Optional.of(
                new AddressOrigin(address.get(), SettingKeys.foundIn(value), isShared(POLICY_URL), interval()));
    }

    private Optional<PolicyOrigin> source() {
        return sources.all().stream()
                .findFirst()
                .map(source -> new SourceOrigin(source.make(), source.type().getName(), interval()));
    }

    /** One that is out of range is a fault of its own. */
    private Duration interval() {
        return value(POLICY_INTERVAL)
                .flatMap(text -> read(POLICY_INTERVAL, text))
                .orElseGet(() -> POLICY_INTERVAL.byDefault().orElseThrow());
    }

    /** One that cannot be read is a fault of its own. */
    private static <T> Optional<T> read(Setting<T> setting, Value value) {
        try {
            return Optional.of(setting.type().read(value.text()));
        } catch (UnreadableSetting e) {
            return Optional.empty();
        }
    }

    private boolean isShared(Setting<?> setting) {
        return configuration.isOfTheServer(SettingKeys.PREFIX + setting.key());
    }

    private Optional<Value> value(Setting<?> setting) {
        return configuration.value(SettingKeys.PREFIX + setting.key());
    }

    private InvalidSettings fault(Setting<?> setting, String problem, String remedy) {
        return new InvalidSettings(List.of(new SettingFault(
                SettingKeys.PREFIX + setting.key(), problem + SettingKeys.foundIn(value(setting)), remedy)));
    }
}
