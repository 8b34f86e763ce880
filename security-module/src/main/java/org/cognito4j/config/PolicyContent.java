package org.cognito4j.config;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.cognito4j.DeclaredPoolSettings;
import org.cognito4j.InvalidSettings;
import org.cognito4j.SettingFault;
import org.cognito4j.setting.Setting;

/** Reads the bytes of a policy: a properties file in UTF-8, in which only settings may stand that say who may call. */
final class PolicyContent {

    private PolicyContent() {}

    /**
     * Turns a content into a place of settings.
     *
     * @param name what to call the place
     * @throws InvalidSettings if it is no properties file, or holds what is no policy
     */
    static ConfigurationSource source(PolicyOrigin origin, String name, byte[] content) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(new String(content, UTF_8)));
        } catch (IOException | IllegalArgumentException e) {
            throw new InvalidSettings(List.of(origin.fault("is no properties file")));
        }
        Map<String, String> texts = new HashMap<>();
        properties.stringPropertyNames().forEach(key -> texts.put(key, properties.getProperty(key)));
        ConfigurationSource source =
                origin.isShared() ? ConfigurationSource.ofServer(name, texts) : ConfigurationSource.of(name, texts);
        List<SettingFault> faults = new ArrayList<>();
        source.keys().stream().sorted().filter(key -> !isPolicy(key)).forEach(key -> faults.add(fault(key, source)));
        if (!faults.isEmpty()) {
            throw new InvalidSettings(faults);
        }
        return source;
    }

    private static SettingFault fault(String key, ConfigurationSource source) {
        if (!key.startsWith(SettingKeys.PREFIX)) {
            return new SettingFault(
                    key,
                    "is not a setting" + SettingKeys.foundIn(source.value(key)),
                    "All keys of a policy file begin with " + SettingKeys.PREFIX);
        }
        String own = key.substring(SettingKeys.PREFIX.length());
        return SettingKeys.isKnown(own) || !ClientSettingKeys.name(own).isEmpty()
                ? new SettingFault(
                        key,
                        "is not policy" + SettingKeys.foundIn(source.value(key)),
                        "It needs a restart: set it where the other settings of the application stand")
                : SettingKeys.unknown(own, source.value(key));
    }

    /** Returns whether a policy may have a key. */
    static boolean isPolicy(String key) {
        if (!key.startsWith(SettingKeys.PREFIX)) {
            return false;
        }
        String own = key.substring(SettingKeys.PREFIX.length());
        String ofPool = SettingKeys.poolName(own)
                .map(pool -> own.substring(SettingKeys.POOL.length() + pool.length() + 1))
                .orElse(own);
        return DeclaredPoolSettings.ALL
                .find(ofPool)
                .map(Setting::isPolicy)
                .orElseGet(() -> SettingKeys.holdsName(ofPool));
    }
}
