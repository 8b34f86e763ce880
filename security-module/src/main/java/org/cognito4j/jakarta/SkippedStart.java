package org.cognito4j.jakarta;

import jakarta.servlet.ServletContext;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.cognito4j.net.QuietLog;

/**
 * Reports an application whose {@code <absolute-ordering>} leaves this jar out: its initializer is not run then, while CDI
 * still finds its beans.
 */
final class SkippedStart {

    private static final Logger LOG = QuietLog.of("org.cognito4j");

    private SkippedStart() {}

    /**
     * Logs a warning.
     *
     * @param application the event by which CDI announces an application, a {@code ServletContext} for one of the web
     */
    static void warn(Object application) {
        if (application instanceof ServletContext context && isSkippedIn(context)) {
            LOG.log(
                    Level.WARNING,
                    "{0}: <absolute-ordering> in web.xml leaves the jar of cognito4j out, so that most of it does not start and"
                            + " protected paths may answer 403 to every caller. Add <others/> to it",
                    context.getContextPath());
        }
    }

    private static boolean isSkippedIn(ServletContext application) {
        return !ApplicationRules.areIn(application)
                && DeploymentDescriptors.of(application)
                        .webXml()
                        .filter(WebDescriptor::leavesOthersOut)
                        .isPresent();
    }
}
