package org.cognito4j.jakarta.platform;

import jakarta.servlet.ServletContext;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cognito4j.config.Configuration;
import org.cognito4j.config.ConfigurationPlaces;
import org.cognito4j.config.ConfigurationSource;

/** The configuration of a web application: its environment's, then the context parameters in its {@code web.xml}. */
public final class WebConfiguration {

    private WebConfiguration() {}

    /** Returns the settings of an application: those of its environment first, then its context parameters. */
    public static Configuration of(ServletContext application) {
        return of(application, List.of());
    }

    /**
     * The same for a part of the application.
     *
     * @param own the part's own settings, which come before those that the application has for all
     */
    public static Configuration of(ServletContext application, List<ConfigurationSource> own) {
        Map<String, String> parameters = new HashMap<>();
        for (String name : Collections.list(application.getInitParameterNames())) {
            parameters.put(name, application.getInitParameter(name));
        }
        return ConfigurationPlaces.in(ApplicationLoader.of(application), own)
                .withDefaults(ConfigurationSource.of("context-param in web.xml", parameters));
    }
}
