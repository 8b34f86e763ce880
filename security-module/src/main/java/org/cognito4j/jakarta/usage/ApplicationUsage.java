package org.cognito4j.jakarta.usage;

import jakarta.servlet.ServletContext;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.InstantSource;
import org.cognito4j.jakarta.application.BlindSpots;
import org.cognito4j.net.DaemonRefreshThread;
import org.cognito4j.net.QuietLog;
import org.cognito4j.net.VisibleText;

/** The table of an application and its file, from the first service that uses it to the last. Thread-safe. */
public final class ApplicationUsage implements AutoCloseable {

    private static final System.Logger LOG = QuietLog.of("org.cognito4j");
    private static final String ATTRIBUTE = ApplicationUsage.class.getName();

    private final ServletContext application;
    private final Path named;
    private final UsageTable table;
    private final UsageFile file;
    private int users; // guarded by the class

    private ApplicationUsage(ServletContext application, Path named) {
        this.application = application;
        this.named = named;
        String path = application.getContextPath();
        this.table = new UsageTable(path.isEmpty() ? "/" : path, BlindSpots.of(application), InstantSource.system());
        this.file = UsageFile.open(named, table, new DaemonRefreshThread("cognito4j-usage"));
    }

    /**
     * Returns the usage of an application, begun if need be. Each call needs one of {@link #close}.
     *
     * @param named the file of the setting
     */
    public static ApplicationUsage join(ServletContext application, Path named) {
        synchronized (ApplicationUsage.class) {
            ApplicationUsage usage = application.getAttribute(ATTRIBUTE) instanceof ApplicationUsage present
                    ? present
                    : new ApplicationUsage(application, named);
            if (!usage.named.equals(named)) {
                LOG.log(
                        Level.WARNING,
                        "cognito.usage-file: " + VisibleText.quoted(named.toString())
                                + " has no effect, as the figures of the application are in "
                                + VisibleText.quoted(usage.named.toString()) + ". Set it once for the application");
            }
            application.setAttribute(ATTRIBUTE, usage);
            usage.users++;
            return usage;
        }
    }

    /** Returns the table. */
    public UsageTable table() {
        return table;
    }

    @Override
    public void close() {
        synchronized (ApplicationUsage.class) {
            if (--users == 0) {
                application.removeAttribute(ATTRIBUTE);
                file.close();
            }
        }
    }
}
