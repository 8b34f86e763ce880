package org.cognito4j.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamException;
import org.cognito4j.config.ConfigurationSource;

/** Reads the settings that stand in a file of an application. */
final class ConfigFile {

    private static final String PROPERTIES = "META-INF/microprofile-config.properties";
    private static final String CLASSES = "WEB-INF/classes/";
    private static final Pattern PROFILE =
            Pattern.compile(CLASSES + "META-INF/microprofile-config(?:-([\\w-]+))?\\.properties");
    private static final String WEB_XML = "WEB-INF/web.xml";
    private static final String PINNED_KEYS = "jwks-file";
    private static final String RESOURCE = "classpath:";

    private ConfigFile() {}

    /** There are no settings to be had from a file. The message does not quote its name or content. */
    static final class Unreadable extends Exception {

        private static final long serialVersionUID = 1;

        Unreadable(String message) {
            super(message, null, false, false);
        }
    }

    /** The places in a file, in the order in which they decide. */
    static List<ConfigurationSource> read(Path file) throws Unreadable {
        String name = file.toString().toLowerCase(Locale.ROOT);
        try {
            if (name.endsWith(".war")) {
                return ofArchive(file);
            }
            try (InputStream in = Files.newInputStream(file)) {
                return List.of(name.endsWith(".xml") ? ofWebXml(ContextParameters.read(in)) : ofProperties(texts(in)));
            }
        } catch (NoSuchFileException e) {
            throw new Unreadable("there is no such file");
        } catch (IOException | IllegalArgumentException | XMLStreamException e) {
            throw new Unreadable("it cannot be read (" + e.getClass().getSimpleName() + ")");
        }
    }

    private static List<ConfigurationSource> ofArchive(Path file) throws IOException, XMLStreamException, Unreadable {
        List<ConfigurationSource> sources = new ArrayList<>();
        try (ZipFile archive = new ZipFile(file.toFile())) {
            ZipEntry properties = archive.getEntry(CLASSES + PROPERTIES);
            if (properties != null) {
                try (InputStream in = archive.getInputStream(properties)) {
                    sources.add(ofProperties(unpacked(texts(in), archive)));
                }
            }
            ZipEntry descriptor = archive.getEntry(WEB_XML);
            if (descriptor != null) {
                try (InputStream in = archive.getInputStream(descriptor)) {
                    sources.add(ofWebXml(unpacked(ContextParameters.read(in), archive)));
                }
            }
        }
        if (sources.isEmpty()) {
            throw new Unreadable("the WAR has neither " + CLASSES + PROPERTIES + " nor " + WEB_XML);
        }
        return sources;
    }

    /** Pinned keys that are inside the archive, as files: here it is no class path. They count from now on, as there. */
    private static Map<String, String> unpacked(Map<String, String> texts, ZipFile archive) throws IOException {
        Map<String, String> unpacked = new HashMap<>(texts);
        for (Map.Entry<String, String> setting : texts.entrySet()) {
            String place = setting.getValue().trim();
            if (setting.getKey().endsWith(PINNED_KEYS) && place.startsWith(RESOURCE)) {
                String name = place.substring(RESOURCE.length()).replaceFirst("^/", "");
                ZipEntry resource = archive.getEntry(CLASSES + name);
                if (resource != null) {
                    unpacked.put(setting.getKey(), copy(resource, archive).toString());
                }
            }
        }
        return unpacked;
    }

    private static Path copy(ZipEntry resource, ZipFile archive) throws IOException {
        Path copy = Files.createTempFile("cognito4j", ".json");
        copy.toFile().deleteOnExit();
        try (InputStream in = archive.getInputStream(resource)) {
            Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
        }
        return copy;
    }

    /**
     * Returns the settings in a file that belong to profiles of MicroProfile Config, in either of their spellings: <code>%dev.cognito.audience
     * </code> and a file {@code microprofile-config-dev.properties} in a WAR.
     */
    static Set<String> profileKeys(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        Set<String> keys = new TreeSet<>();
        try {
            if (name.endsWith(".war")) {
                try (ZipFile archive = new ZipFile(file.toFile())) {
                    for (ZipEntry entry : Collections.list(archive.entries())) {
                        Matcher profile = PROFILE.matcher(entry.getName());
                        if (profile.matches()) {
                            String prefix = profile.group(1) == null ? "" : "%" + profile.group(1) + ".";
                            try (InputStream in = archive.getInputStream(entry)) {
                                texts(in).keySet().forEach(key -> keys.add(prefix + key));
                            }
                        }
                    }
                }
            } else if (!name.endsWith(".xml")) {
                try (InputStream in = Files.newInputStream(file)) {
                    keys.addAll(texts(in).keySet());
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            return Set.of(); // reported when its settings are read
        }
        keys.removeIf(key -> !key.matches("%[^.]+\\.cognito\\..+"));
        return keys;
    }

    /** MicroProfile Config leaves the encoding open; its implementations read UTF-8, as the module does. */
    private static Map<String, String> texts(InputStream properties) throws IOException {
        Properties read = new Properties();
        read.load(new InputStreamReader(properties, StandardCharsets.UTF_8));
        Map<String, String> texts = new HashMap<>();
        read.stringPropertyNames().forEach(key -> texts.put(key, read.getProperty(key)));
        return texts;
    }

    private static ConfigurationSource ofProperties(Map<String, String> texts) {
        return ConfigurationSource.of("the properties file", texts);
    }

    private static ConfigurationSource ofWebXml(Map<String, String> parameters) {
        return ConfigurationSource.of("web.xml", parameters);
    }
}
