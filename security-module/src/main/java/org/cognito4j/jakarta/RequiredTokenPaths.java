package org.cognito4j.jakarta;

import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import org.cognito4j.InvalidSettings;
import org.cognito4j.SettingFault;
import org.cognito4j.jakarta.constraint.WelcomeFiles;

/**
 * The paths under which every request needs an acceptable token ({@code cognito.require-token}), whether anything else is
 * asked there or not. A request is included if any spelling of its path is: too strict a reading costs a strange address
 * its answer, too lax a one would open the resource. Immutable and thread-safe.
 */
public final class RequiredTokenPaths {

    private static final String ENFORCED = RequiredTokenPaths.class.getName();

    private final ProtectedPaths paths;

    RequiredTokenPaths(List<String> patterns) {
        this.paths = new ProtectedPaths(patterns);
    }

    /** Notes that a filter of the module, in front of all others, asks about these paths. */
    public static void noteEnforcementIn(ServletContext application) {
        application.setAttribute(ENFORCED, Boolean.TRUE);
    }

    /**
     * Ends the deployment if the setting cannot be enforced: the filter is registered by the module's initializer.
     *
     * @throws InvalidSettings if there are any paths, and the server ran no initializer of the module
     */
    void requireEnforcementIn(ServletContext application) {
        if (!areNone() && application.getAttribute(ENFORCED) == null) {
            throw new InvalidSettings(List.of(new SettingFault(
                    "cognito.require-token",
                    "cannot be enforced: the server has not run the initializer of this jar",
                    "Let <absolute-ordering> in web.xml include <others/>, put the jar into WEB-INF/lib, or remove the"
                            + " setting and map CognitoFilter to " + String.join(", ", patterns()))));
        }
    }

    /** Returns whether there are none. */
    boolean areNone() {
        return paths.patterns().isEmpty();
    }

    /** Returns the same without regard to spellings. */
    public ProtectedPaths paths() {
        return paths;
    }

    /** Returns the patterns as they are configured. */
    List<String> patterns() {
        return paths.patterns();
    }

    /** Returns whether the dispatch of a request that is at work needs a token. */
    boolean include(HttpServletRequest request) {
        if (areNone()) {
            return false; // the way of most applications
        }
        Set<String> spellings = RequestPaths.of(request);
        if (paths.areAll() || spellings.stream().anyMatch(paths::include)) {
            return true;
        }
        List<String> directories =
                spellings.stream().filter(path -> path.endsWith("/")).toList();
        return !directories.isEmpty()
                && WelcomeFiles.in(request.getServletContext()).stream()
                        .anyMatch(file -> directories.stream().anyMatch(path -> paths.include(path + file)));
    }
}
