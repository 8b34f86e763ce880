package org.cognito4j.jakarta.rules;

import jakarta.servlet.ServletContext;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.cognito4j.jakarta.constraint.WebDescriptor;
import org.cognito4j.net.QuietLog;
import org.jspecify.annotations.Nullable;

/** Tells of an application whose {@code <absolute-ordering>} leaves this jar out: its initializer is not run there. */
public final class LeftOutJar {

    private static final Logger LOG = QuietLog.of("org.cognito4j");
    private static final String ATTRIBUTE = LeftOutJar.class.getName();

    private LeftOutJar() {}

    /** Returns whether an application leaves the jar out and nothing has started it, as a filter would do. */
    public static boolean isIn(ServletContext application) {
        return !ApplicationRules.areIn(application)
                && DeploymentDescriptors.of(application)
                        .webXml()
                        .filter(WebDescriptor::leavesOthersOut)
                        .isPresent();
    }

    /**
     * Warns, once, where JAX-RS uses this jar in such an application, and no CDI has started it: nobody is known to the application
     * then, and all are refused.
     *
     * @param application as the JAX-RS implementation injects it
     */
    public static void warnIn(@Nullable ServletContext application) {
        try {
            if (application != null && application.getAttribute(ATTRIBUTE) == null && isIn(application)) {
                application.setAttribute(ATTRIBUTE, Boolean.TRUE);
                LOG.log(
                        Level.WARNING,
                        "{0}: <absolute-ordering> in web.xml leaves the jar of cognito4j out, so that it does not"
                                + " start, and constraints and annotations refuse every caller. Add <others/> to it",
                        application.getContextPath());
            }
        } catch (RuntimeException e) {
            LOG.log(Level.DEBUG, "The application is not known yet: {0}", e); // a proxy outside of any request
        }
    }
}
