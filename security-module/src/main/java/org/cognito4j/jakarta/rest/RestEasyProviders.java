package org.cognito4j.jakarta.rest;

import jakarta.servlet.Registration;
import jakarta.servlet.ServletContext;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.cognito4j.InvalidSettings;
import org.cognito4j.SettingFault;
import org.cognito4j.jakarta.platform.ClassPresence;

/**
 * Keeps the settings of RESTEasy from disabling the checks of resources. RESTEasy reads each from the parameters of the
 * application, of its servlets and filters, from system properties and from the environment.
 */
public final class RestEasyProviders {

    private static final String PROVIDERS = "resteasy.providers";
    private static final String BUILT_IN = "resteasy.use.builtin.providers";
    private static final String DISABLED = "resteasy.disable.providers";
    private static final String FEATURE = "org.cognito4j.jakarta.rest.RolesAllowedFeature";
    private static final String MAPPER = "org.cognito4j.jakarta.rest.AccessRefusedMapper";

    private final ServletContext application;

    /** Prepares the check of an application. */
    public RestEasyProviders(ServletContext application) {
        this.application = application;
    }

    /**
     * Names the checks among the providers where RESTEasy is to use none of those that it finds by itself. To be called by an
     * initializer, which sees the parameters of all servlets.
     */
    public void add() {
        application.setAttribute(
                DISABLED,
                values(DISABLED)
                        .anyMatch(names -> Arrays.stream(names.split(","))
                                .map(String::trim)
                                .anyMatch(FEATURE::equals)));
        boolean findsNone = values(BUILT_IN).anyMatch(value -> value.equalsIgnoreCase("false") || value.equals("0"));
        if (findsNone && ClassPresence.of("org.jboss.resteasy.plugins.server.servlet.HttpServletDispatcher")) {
            application.setInitParameter(PROVIDERS, FEATURE + "," + MAPPER);
        }
    }

    /**
     * Ends the deployment if the checks are disabled by name.
     *
     * @throws InvalidSettings naming the setting
     */
    public void requireEnabled() {
        if (Boolean.TRUE.equals(application.getAttribute(DISABLED))) {
            throw new InvalidSettings(List.of(new SettingFault(
                    DISABLED,
                    "names " + FEATURE + ": RESTEasy would ignore the security annotations of resources",
                    "Remove the class from the list")));
        }
    }

    private Stream<String> values(String name) {
        Stream<Registration> parts = Stream.concat(
                application.getServletRegistrations().values().stream(),
                application.getFilterRegistrations().values().stream());
        return Stream.concat(
                        Stream.of(
                                Optional.ofNullable(application.getInitParameter(name)),
                                Optional.ofNullable(System.getProperty(name)),
                                Optional.ofNullable(System.getenv(name)),
                                Optional.ofNullable(System.getenv(name.replace('.', '_'))),
                                Optional.ofNullable(
                                        System.getenv(name.replace('.', '_').toUpperCase(Locale.ROOT)))),
                        parts.map(part -> Optional.ofNullable(part.getInitParameter(name))))
                .flatMap(Optional::stream)
                .map(String::trim);
    }
}
