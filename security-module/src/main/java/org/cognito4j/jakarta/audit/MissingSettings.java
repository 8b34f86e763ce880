package org.cognito4j.jakarta.audit;

import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.cognito4j.InvalidSettings;
import org.cognito4j.SettingFault;
import org.cognito4j.config.Configuration;
import org.cognito4j.jakarta.AuthenticatorFinding;
import org.cognito4j.jakarta.constraint.WebConstraints;
import org.cognito4j.jakarta.platform.ApplicationLoader;
import org.cognito4j.net.QuietLog;
import org.jspecify.annotations.Nullable;

/** Reports an application that has the module but no settings for it, and settings in files that nothing reads. */
public final class MissingSettings {

    private static final Logger LOG = QuietLog.of("org.cognito4j");

    private static final String FILE = "META-INF/microprofile-config.properties";

    private static final String PLACES = "system properties, environment variables, " + FILE
            + " on the class path (in WEB-INF/classes or in a jar of WEB-INF/lib), and <context-param> of web.xml";

    /** Files of the WAR that are not on the class path. */
    private static final List<String> IN_WAR = List.of(
            "/" + FILE,
            "/WEB-INF/" + FILE,
            "/WEB-INF/microprofile-config.properties",
            "/microprofile-config.properties",
            "/META-INF/application.properties",
            "/WEB-INF/application.properties");

    /** Files of the class path with names that other frameworks read, or that are almost right. */
    private static final List<String> ON_CLASS_PATH = List.of(
            "microprofile-config.properties",
            "META-INF/microprofile-config.yaml",
            "META-INF/microprofile-config.yml",
            "META-INF/microprofile.properties",
            "META-INF/microprofile-config.property",
            "META-INF/application.properties",
            "META-INF/cognito.properties",
            "cognito.properties",
            "application.properties",
            "application.yaml",
            "application.yml");

    private static final Pattern TRUST =
            Pattern.compile("(?m)^\\s*cognito\\.(?:pool\\.[^.=:\\s]+\\.)?user-pool-id\\s*[=:\\s]"
                    + "|^\\s*cognito\\s*:\\s*$(?s:.*?)^\\s+user-pool-id\\s*:");

    private MissingSettings() {}

    /**
     * Ends the deployment of an application whose settings are in a file that nothing reads.
     *
     * @throws InvalidSettings if nothing says whom to trust, except such a file
     */
    public static void refuseMisplaced(Configuration configuration, ServletContext application) {
        if (!configuration.isEmpty() && !configuration.isForCallingOnly()) {
            return;
        }
        misplacedIn(application).ifPresent(file -> {
            throw new InvalidSettings(List.of(new SettingFault(
                    "cognito.user-pool-id",
                    "is set only in " + file + ", which the module does not read",
                    "Move the settings to src/main/resources/" + FILE
                            + ", which the build puts into WEB-INF/classes")));
        });
    }

    /** Returns a file that says whom to trust and that nothing reads. */
    public static Optional<String> misplacedIn(ServletContext application) {
        return Stream.concat(
                        IN_WAR.stream().filter(file -> saysWhomToTrust(application.getResourceAsStream(file))),
                        ON_CLASS_PATH.stream()
                                .filter(file -> saysWhomToTrust(resource(ApplicationLoader.of(application), file)))
                                .map(file -> file + " on the class path"))
                .findFirst();
    }

    private static @Nullable InputStream resource(@Nullable ClassLoader loader, String file) {
        return loader == null ? null : loader.getResourceAsStream(file);
    }

    private static boolean saysWhomToTrust(@Nullable InputStream file) {
        if (file == null) {
            return false;
        }
        try (file) {
            return TRUST.matcher(new String(file.readAllBytes(), StandardCharsets.UTF_8))
                    .find();
        } catch (IOException e) {
            return false;
        }
    }

    /** Logs that the module does nothing in an application, and where it looked for settings. */
    public static void warn(ServletContext application) {
        if (FilterScopes.of(application).trustPools()) {
            return;
        }
        NamedRoles named = new NamedRoles();
        named.findIn(WebConstraints.of(application));
        LOG.log(
                Level.WARNING,
                "cognito4j protects nothing in the application " + AuthenticatorFinding.nameOf(application)
                        + ": it found no cognito.* setting in " + PLACES + ". Set cognito.user-pool-id and"
                        + " cognito.client-ids there, unless the application only calls others"
                        + (named.asked().isEmpty()
                                ? ""
                                : ". The constraints of the application ask for roles that no token can give: "
                                        + String.join(", ", named.asked().keySet())));
    }
}
