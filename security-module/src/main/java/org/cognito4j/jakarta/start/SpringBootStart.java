package org.cognito4j.jakarta.start;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.cognito4j.InvalidSettings;
import org.cognito4j.SettingFault;
import org.cognito4j.config.Configuration;
import org.cognito4j.config.ServiceSettingsReader;
import org.cognito4j.jakarta.audit.MissingSettings;
import org.cognito4j.jakarta.filter.CognitoFilter;
import org.cognito4j.jakarta.platform.ApplicationPolicySources;
import org.cognito4j.jakarta.platform.WebConfiguration;
import org.cognito4j.jakarta.rules.ApplicationRules;
import org.cognito4j.jakarta.rules.RegisteredParts;

/**
 * Ends the start of an executable jar of Spring Boot in which this module has settings but would not be asked: its embedded
 * server runs no initializer of the module. Without effect where a server has run the initializer, or where a {@link
 * CognitoFilter} is registered.
 *
 * <p>Used by Spring Boot alone, which registers each filter among its beans with the server. The file {@code
 * org.springframework.boot.autoconfigure.AutoConfiguration.imports} in {@code META-INF/spring} makes it a bean. It is a filter
 * because servers list the filters of an application to no listener that a program has added.
 */
public final class SpringBootStart implements Filter {

    private static final String KEY = "cognito.authentication";
    private static final String CURE = "Register one in a ServletContextInitializer bean:"
            + " CognitoFilter.register(application, \"api\", Map.of(), \"/api/*\");"
            + " or set " + KEY + "=off (as a system property or in META-INF/microprofile-config.properties)"
            + " where other code of the application verifies the tokens";

    /** Called by Spring. */
    public SpringBootStart() {}

    /**
     * Looks for a filter of the module among those that are registered.
     *
     * @param config leads to the application
     * @throws InvalidSettings if there are settings for the module but no filter, or if the settings are wrong
     */
    @Override
    public void init(FilterConfig config) {
        ServletContext application = config.getServletContext();
        if (ApplicationRules.areIn(application) || hasFilter(application)) {
            return;
        }
        Configuration configuration = WebConfiguration.of(application);
        if (configuration.isForCallingOnly()) {
            return;
        }
        if (configuration.isEmpty()) {
            Optional<String> file = MissingSettings.misplacedIn(application);
            if (file.isPresent()) {
                throw fault("is required by settings in " + file.get() + ", which the module does not read");
            }
            MissingSettings.warn(application);
        } else if (ServiceSettingsReader.read(configuration, ApplicationPolicySources.of(application))
                .requiresAuthentication()) {
            throw fault("is required by the settings");
        }
    }

    /** Lets every request pass. */
    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        chain.doFilter(request, response);
    }

    private static boolean hasFilter(ServletContext application) {
        RegisteredParts parts = new RegisteredParts(application);
        parts.note();
        return !parts.ownFilters().isEmpty();
    }

    private static InvalidSettings fault(String reason) {
        return new InvalidSettings(List.of(new SettingFault(
                KEY,
                reason
                        + ", but no CognitoFilter is registered and the embedded server does not run the module's initializer,"
                        + " so that no request would be asked for a token",
                CURE)));
    }
}
