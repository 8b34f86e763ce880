package org.cognito4j.jakarta;

import jakarta.servlet.ServletContext;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import org.cognito4j.config.Configuration;
import org.cognito4j.config.ConfigurationSource;

/** The configuration of a web application: its environment's, then the context parameters in its {@code web.xml}. */
final class WebConfiguration {

    private WebConfiguration() {}

    static Configuration of(ServletContext application) {
        Map<String, String> parameters = new HashMap<>();
        for (String name : Collections.list(application.getInitParameterNames())) {
            parameters.put(name, application.getInitParameter(name));
        }
        return Configuration.ofEnvironment(application.getClassLoader())
                .withDefaults(ConfigurationSource.of("context-param in web.xml", parameters));
    }
}
