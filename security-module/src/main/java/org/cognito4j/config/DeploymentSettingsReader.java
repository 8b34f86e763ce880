package org.cognito4j.config;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.cognito4j.SettingFault;
import org.cognito4j.config.ConfigurationSource.Value;
import org.cognito4j.setting.Setting;
import org.cognito4j.setting.SettingValues;
import org.cognito4j.setting.UnreadableSetting;

/** Reads the settings that an application has once: how the module stands in it, and what callers see of it. */
final class DeploymentSettingsReader {

    private final Configuration configuration;
    private final Consumer<SettingFault> faults;
    private SettingValues values = SettingValues.NONE;

    DeploymentSettingsReader(Configuration configuration, Consumer<SettingFault> faults) {
        this.configuration = configuration;
        this.faults = faults;
    }

    SettingValues read() {
        DeclaredApplicationSettings.ALL.all().forEach(this::read);
        DeclaredApplicationSettings.ALL.all().forEach(this::checkRange);
        requireTokenWherePathsAre();
        return values;
    }

    private void read(Setting<?> setting) {
        Optional<Value> found = value(setting);
        if (found.isEmpty()) {
            return;
        }
        try {
            values = values.withText(setting, found.get().text());
        } catch (UnreadableSetting e) {
            fault(
                    setting,
                    e.problem().orElseGet(() -> "\"" + found.get().text() + "\" cannot be read"),
                    e.getMessage());
        }
    }

    private void checkRange(Setting<?> setting) {
        values.check(setting, (key, problem, remedy) -> fault(setting, problem, remedy));
    }

    /** The module could judge no token elsewhere. */
    private void requireTokenWherePathsAre() {
        List<String> paths = values.get(DeclaredApplicationSettings.PATHS);
        List<String> outside = values.get(DeclaredApplicationSettings.REQUIRE_TOKEN).stream()
                .filter(inner -> paths.stream().noneMatch(outer -> covers(outer, inner)))
                .toList();
        if (!outside.isEmpty()) {
            fault(
                    DeclaredApplicationSettings.REQUIRE_TOKEN,
                    String.join(", ", outside) + " is outside of " + SettingKeys.PREFIX
                            + DeclaredApplicationSettings.PATHS + ", where tokens are not judged",
                    "Add it to " + SettingKeys.PREFIX + DeclaredApplicationSettings.PATHS + ", or remove it");
        }
    }

    /** Returns whether all paths of one pattern are paths of another one. */
    private static boolean covers(String outer, String inner) {
        if (!outer.endsWith("/*")) {
            return inner.equals(outer);
        }
        String prefix = outer.substring(0, outer.length() - 1);
        return inner.startsWith(prefix) || (inner + "/").equals(prefix);
    }

    private Optional<Value> value(Setting<?> setting) {
        return configuration.value(SettingKeys.PREFIX + setting.key());
    }

    private void fault(Setting<?> setting, String problem, String remedy) {
        faults.accept(new SettingFault(
                SettingKeys.PREFIX + setting.key(), problem + SettingKeys.foundIn(value(setting)), remedy));
    }
}
