package org.cognito4j.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamException;
import org.cognito4j.config.ConfigurationSource;

/** Reads the settings that stand in a file of an application. */
final class ConfigFile {

    private static final String PROPERTIES = "META-INF/microprofile-config.properties";
    private static final String CLASSES = "WEB-INF/classes/";
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

    private static Map<String, String> texts(InputStream properties) throws IOException {
        Properties read = new Properties();
        read.load(properties);
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
