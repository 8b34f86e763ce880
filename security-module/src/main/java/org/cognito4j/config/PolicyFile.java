package org.cognito4j.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Function;
import org.cognito4j.DeclaredPoolSettings;
import org.cognito4j.InvalidSettings;
import org.cognito4j.SettingFault;
import org.cognito4j.VerifierSettings;
import org.cognito4j.setting.Setting;

/**
 * A properties file with settings that say who may call, which may change while the application runs. It decides before all other
 * places. Immutable and thread-safe.
 */
public final class PolicyFile {

    /** 100,000 denied tokens take 6 MB. */
    static final int MOST_BYTES = 32 * 1_024 * 1_024;

    private final Path path;
    private final boolean isShared;
    private final byte[] start;
    private final Function<ConfigurationSource, List<VerifierSettings>> reader;

    /**
     * A file that has been read once.
     *
     * @param path where it is; links are followed each time
     * @param isShared whether other applications may have the same file: what it sets for their app clients has no effect here
     * @param start what it said then
     * @param reader makes the settings of each pool, with the file before all other places
     */
    PolicyFile(
            Path path, boolean isShared, byte[] start, Function<ConfigurationSource, List<VerifierSettings>> reader) {
        this.path = path;
        this.isShared = isShared;
        this.start = start;
        this.reader = reader;
    }

    /**
     * Returns where the file is.
     *
     * @return the path as it was configured
     */
    public Path path() {
        return path;
    }

    /** What the file said when it was first read. */
    byte[] start() {
        return start;
    }

    /**
     * Reads the file as it is now.
     *
     * @return all of its bytes
     * @throws IOException if it cannot be read, or is too long
     */
    byte[] load() throws IOException {
        return load(path);
    }

    /** Reads a file as it is now. */
    static byte[] load(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            byte[] content = in.readNBytes(MOST_BYTES + 1);
            if (content.length > MOST_BYTES) {
                throw new IOException("longer than " + MOST_BYTES + " bytes");
            }
            return content;
        }
    }

    /**
     * Makes the settings that a content stands for.
     *
     * @return those of each pool, of which the policy is this content's
     * @throws InvalidSettings with every fault
     */
    List<VerifierSettings> settings(byte[] content) {
        return reader.apply(source(content));
    }

    /**
     * Turns a content into a place of settings.
     *
     * @throws InvalidSettings if it is no properties file, or holds what is no policy
     */
    ConfigurationSource source(byte[] content) {
        String name = path.toString();
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(new String(content, StandardCharsets.UTF_8)));
        } catch (IOException | IllegalArgumentException e) {
            throw unusable(name, "is no properties file");
        }
        Map<String, String> texts = new HashMap<>();
        properties.stringPropertyNames().forEach(key -> texts.put(key, properties.getProperty(key)));
        ConfigurationSource source =
                isShared ? ConfigurationSource.ofServer(name, texts) : ConfigurationSource.of(name, texts);
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

    /** Whether a key may stand in a policy file. */
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

    /** What is wrong with a file as a whole. */
    static InvalidSettings unusable(String name, String problem) {
        return new InvalidSettings(List.of(new SettingFault(
                SettingKeys.PREFIX + DeclaredApplicationSettings.POLICY_FILE.key(),
                "names " + name + ", which " + problem,
                "Put a policy file there that this process can read, or remove the setting")));
    }
}
