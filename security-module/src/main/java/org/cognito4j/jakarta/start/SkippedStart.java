package org.cognito4j.jakarta.start;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.BeforeShutdown;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import org.cognito4j.InvalidSettings;
import org.cognito4j.SettingFault;
import org.cognito4j.jakarta.audit.FilterScopes;
import org.cognito4j.jakarta.constraint.ConstraintReader;
import org.cognito4j.jakarta.rules.ApplicationRules;
import org.cognito4j.jakarta.rules.LeftOutJar;
import org.cognito4j.net.QuietLog;

/**
 * Starts the module in an application whose {@code <absolute-ordering>} leaves this jar out: its initializer is not run then,
 * while CDI still finds its beans. Filters of the application work all the same; without one the deployment ends, since what
 * the initializer adds would be missing. Used by the CDI container alone.
 */
public class SkippedStart implements Extension {

    private static final Logger LOG = QuietLog.of("org.cognito4j");
    private static final String ORDERING = "<absolute-ordering> in web.xml";
    private static final String REMEDY = "Add <others/> to it";

    private Runnable end = () -> {};

    /** Called by the container. */
    public SkippedStart() {}

    void start(@Observes @Initialized(ApplicationScoped.class) Object application) {
        startIn(application).ifPresent(started -> end = started);
    }

    void end(@Observes BeforeShutdown shutdown) {
        end.run();
    }

    /**
     * Checks and starts an application if the initializer of this module was not run in it.
     *
     * @param application the event by which CDI announces an application, a {@code ServletContext} for one of the web
     * @return what ends it; empty if nothing was started here
     * @throws InvalidSettings with every filter that protects nothing, or if the application relies on more than filters
     */
    static Optional<Runnable> startIn(Object application) {
        if (!(application instanceof ServletContext context) || !LeftOutJar.isIn(context)) {
            return Optional.empty();
        }
        ApplicationRules rules = new ApplicationRules(context, List.of());
        rules.note();
        rules.requireFilters();
        boolean isNeeded = StartListener.isNeededByBeans(context);
        if (isNeeded && !rules.haveFilters()) {
            throw new InvalidSettings(List.of(new SettingFault(
                    ORDERING,
                    "leaves the jar of cognito4j out, so that most of the module does not start and cannot protect the"
                            + " application",
                    REMEDY)));
        }
        LOG.log(
                Level.WARNING,
                "{0}: {1} leaves the jar of cognito4j out, so that its filters protect their own paths alone. {2}",
                context.getContextPath(),
                ORDERING,
                REMEDY);
        if (!isNeeded) {
            return Optional.empty();
        }
        StartListener start = new StartListener(new ConstraintReader(context), new FilterScopes(), rules);
        start.contextInitialized(new ServletContextEvent(context));
        return Optional.of(start::end);
    }
}
