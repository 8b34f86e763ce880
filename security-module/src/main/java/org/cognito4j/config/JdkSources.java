package org.cognito4j.config;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

/** The places that MicroProfile Config always looks at, without MicroProfile Config. */
final class JdkSources {

    /** The application's file. */
    static final String PROPERTIES = "META-INF/microprofile-config.properties";

    private JdkSources() {}

    static ConfigurationSource systemProperties() {
        Map<String, String> ours = new HashMap<>();
        Properties properties = System.getProperties();
        for (String name : properties.stringPropertyNames()) {
            if (name.startsWith(SettingKeys.PREFIX)) {
                ours.put(name, properties.getProperty(name));
            }
        }
        return ConfigurationSource.ofServer("system properties", ours);
    }

    static ConfigurationSource environment() {
        return environment(System.getenv());
    }

    static ConfigurationSource environment(Map<String, String> variables) {
        return new ConfigurationSource() {
            @Override
            public Optional<Value> value(String key) {
                return VariableNames.of(key).stream()
                        .filter(variables::containsKey)
                        .findFirst()
                        .map(name -> new Value(variables.get(name), "environment variable " + name));
            }

            /** Only those with a name in them: the others are found by their keys. */
            @Override
            public Set<String> keys() {
                return EnvironmentKeys.in(variables.keySet(), Set.of()).keys();
            }

            @Override
            public Set<String> environmentVariables() {
                return Set.copyOf(variables.keySet());
            }

            @Override
            public boolean isOfTheServer() {
                return true;
            }
        };
    }

    /** The files of that name on the application's class path; the first that names a key decides. */
    static ConfigurationSource properties(ClassLoader application) {
        return ConfigurationSource.of(PROPERTIES, texts(application, PROPERTIES));
    }

    /** Returns the texts in all files of a name on the application's class path. */
    static Map<String, String> texts(ClassLoader application, String name) {
        Map<String, String> values = new LinkedHashMap<>();
        try {
            for (URL url : Collections.list(application.getResources(name))) {
                Properties properties = new Properties();
                // MicroProfile Config leaves the encoding open; its implementations read UTF-8.
                try (Reader in = new InputStreamReader(url.openStream(), StandardCharsets.UTF_8)) {
                    properties.load(in);
                }
                properties.stringPropertyNames().forEach(key -> values.putIfAbsent(key, properties.getProperty(key)));
            }
        } catch (IOException e) {
            throw new IllegalStateException(name + " cannot be read", e);
        }
        return values;
    }
}
