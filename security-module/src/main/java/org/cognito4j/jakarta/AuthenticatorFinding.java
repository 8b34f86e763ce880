package org.cognito4j.jakarta;

import jakarta.servlet.ServletContext;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.cognito4j.InvalidSettings;
import org.cognito4j.SettingFault;
import org.jspecify.annotations.Nullable;

/**
 * Who authenticates the callers of an application when its container asks, as found out at the start.
 *
 * @param isModule whether every bearer token goes through this module
 * @param hasCallers whether there are callers of this module: it authenticates them itself, or another mechanism does with the
 *     module's identity store
 * @param description for the log
 */
public record AuthenticatorFinding(boolean isModule, boolean hasCallers, String description) {

    private static final String ATTRIBUTE = AuthenticatorFinding.class.getName();
    private static final String KEY = "cognito.authentication";

    /** What is known when the module starts. */
    public record Situation(
            String application,
            boolean isRequired,
            @Nullable String module,
            Set<String> others,
            boolean othersUseModule,
            Optional<String> login) {}

    /**
     * Decides who authenticates.
     *
     * @throws InvalidSettings if that is not the module, or cannot be said, although the settings require the module
     */
    public static AuthenticatorFinding in(Situation found) {
        if (!found.isRequired()) {
            return new AuthenticatorFinding(false, found.othersUseModule(), withoutModule(found));
        }
        if (found.login().isPresent()) {
            throw fault(
                    "is required, but " + found.login().get() + " keeps the container from asking the module about the"
                            + " callers of " + found.application(),
                    "Remove it, or");
        }
        if (found.module() == null && found.othersUseModule()) {
            return new AuthenticatorFinding(false, true, withoutModule(found));
        }
        if (!found.others().isEmpty()) {
            throw fault(
                    "is required, but the application " + found.application() + " has "
                            + String.join(" and ", found.others()) + " to authenticate its callers"
                            + (found.module() == null
                                    ? ", so the module would not be asked"
                                    : " beside " + found.module() + ", and the container asks only one"),
                    "Remove that mechanism, add @CognitoAuthenticationMechanismDefinition to use both, or");
        }
        if (found.module() == null) {
            throw fault(
                    "is required, but the container has no mechanism that it could ask about the callers of "
                            + found.application(),
                    "Remove what announces another mechanism; if web.xml alone says whom to trust, move its settings to"
                            + " META-INF/microprofile-config.properties; or");
        }
        return new AuthenticatorFinding(true, true, found.module());
    }

    private static String withoutModule(Situation found) {
        String other = found.others().isEmpty()
                ? found.login().orElse("no mechanism that the module knows of")
                : String.join(" and ", found.others());
        return other + "; cognito4j judges only in CognitoFilter, and a CognitoCredential in CognitoIdentityStore";
    }

    private static InvalidSettings fault(String problem, String remedy) {
        return new InvalidSettings(List.of(new SettingFault(
                KEY,
                problem,
                remedy + " set " + KEY + "=off where it is meant: the module then works only in CognitoFilter and"
                        + " CognitoIdentityStore")));
    }

    /** Returns the application by its path and, if it has one, its display name. */
    public static String nameOf(ServletContext application) {
        String path = application.getContextPath();
        String name = application.getServletContextName();
        return "\"" + (path == null || path.isEmpty() ? "/" : path) + "\""
                + (name == null || name.isBlank() ? "" : " (" + name.strip().replaceAll("\\p{Cntrl}", " ") + ")");
    }

    /** Returns the first line of what is logged at the start. */
    public String headline(ServletContext application) {
        return "cognito4j " + (isModule ? "protects" : "does not authenticate the callers of") + " this application: "
                + nameOf(application);
    }

    /** Keeps this finding in an application, for {@link #of}. */
    public void publishIn(ServletContext application) {
        application.setAttribute(ATTRIBUTE, this);
    }

    /** Returns what was found for an application that has been started. */
    public static AuthenticatorFinding of(ServletContext application) {
        return (AuthenticatorFinding) Objects.requireNonNull(application.getAttribute(ATTRIBUTE));
    }

    /** Returns whether callers of an application are authenticated with the help of the module. */
    public static boolean hasCallersIn(ServletContext application) {
        return application.getAttribute(ATTRIBUTE) instanceof AuthenticatorFinding known && known.hasCallers();
    }

    /** Returns whether the container has to ask the module about every bearer token of an application. */
    public static boolean isModuleIn(ServletContext application) {
        return application.getAttribute(ATTRIBUTE) instanceof AuthenticatorFinding known && known.isModule();
    }
}
