package org.cognito4j.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
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
    private static final String WEB_XML = "WEB-INF/web.xml";

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
                return List.of(name.endsWith(".xml") ? webXml(in) : properties(in));
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
            ZipEntry properties = archive.getEntry("WEB-INF/classes/" + PROPERTIES);
            if (properties != null) {
                try (InputStream in = archive.getInputStream(properties)) {
                    sources.add(properties(in));
                }
            }
            ZipEntry descriptor = archive.getEntry(WEB_XML);
            if (descriptor != null) {
                try (InputStream in = archive.getInputStream(descriptor)) {
                    sources.add(webXml(in));
                }
            }
        }
        if (sources.isEmpty()) {
            throw new Unreadable("the WAR has neither WEB-INF/classes/" + PROPERTIES + " nor " + WEB_XML);
        }
        return sources;
    }

    private static ConfigurationSource properties(InputStream in) throws IOException {
        Properties properties = new Properties();
        properties.load(in);
        Map<String, String> texts = new HashMap<>();
        properties.stringPropertyNames().forEach(key -> texts.put(key, properties.getProperty(key)));
        return ConfigurationSource.of("the properties file", texts);
    }

    private static ConfigurationSource webXml(InputStream in) throws XMLStreamException {
        return ConfigurationSource.of("web.xml", ContextParameters.read(in));
    }
}
