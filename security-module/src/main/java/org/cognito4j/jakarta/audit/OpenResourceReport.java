package org.cognito4j.jakarta.audit;

import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cognito4j.jakarta.AuthenticatorFinding;
import org.cognito4j.jakarta.BearerFilter;
import org.cognito4j.jakarta.CognitoService;
import org.cognito4j.jakarta.ProtectedPaths;
import org.cognito4j.jakarta.application.DeployedFiles;
import org.cognito4j.jakarta.application.ScannedClasses;
import org.cognito4j.jakarta.constraint.UrlPattern;
import org.cognito4j.jakarta.constraint.WebConstraints;
import org.cognito4j.jakarta.monitor.OpenResourceLines;
import org.cognito4j.jakarta.monitor.SecurityMXBean;
import org.cognito4j.jakarta.platform.ApplicationLoader;
import org.cognito4j.net.QuietLog;

/**
 * Reports the {@link OpenResources} of an application when it has started: their number and the first few in the log, all
 * of them at DEBUG and by {@link SecurityMXBean}.
 */
public final class OpenResourceReport {

    private static final Logger LOG = QuietLog.of("org.cognito4j");
    private static final int FIRST = 5;

    private OpenResourceReport() {}

    /**
     * Reports on an application that our module protects.
     *
     * @param application as a filter of it sees it: some containers hide its servlets from listeners
     */
    public static void publish(ServletContext application) {
        try {
            List<UrlPattern> filters = filters(application);
            CognitoService service = CognitoService.in(application);
            if (service != null || !filters.isEmpty()) {
                ProtectedPaths required = service == null
                        ? new ProtectedPaths(List.of())
                        : service.requiredTokenPaths().paths();
                OpenPaths open = new OpenPaths(WebConstraints.of(application), filters, required);
                DeployedFiles files = DeployedFiles.of(application);
                ScannedClasses classes = ScannedClasses.in(files);
                Map<String, Set<String>> servlets = ServletPatterns.of(application);
                new AskedScopes(application, classes, servlets).find().publishIn(application);
                List<String> lines = OpenResources.of(files, classes, open, servlets);
                OpenResourceLines.publishIn(application, lines);
                LOG.log(Level.INFO, summary(AuthenticatorFinding.nameOf(application), lines));
                lines.forEach(line -> LOG.log(Level.DEBUG, "Open: {0}", line));
            }
        } catch (RuntimeException | LinkageError e) {
            LOG.log(Level.WARNING, "The resources that ask for nothing cannot be listed: {0}", e);
        }
    }

    static String summary(String name, List<String> lines) {
        if (lines.isEmpty()) {
            return "cognito4j found no open resource in " + name;
        }
        return "cognito4j found " + lines.size() + " open resource" + (lines.size() == 1 ? "" : "s") + " in " + name
                + (lines.size() == 1 ? ", which asks" : ", which ask") + " for no token: "
                + String.join("; ", lines.subList(0, Math.min(FIRST, lines.size())))
                + (lines.size() > FIRST
                        ? "; and " + (lines.size() - FIRST) + " more (all of them at DEBUG and over JMX)"
                        : "");
    }

    private static List<UrlPattern> filters(ServletContext application) {
        List<UrlPattern> patterns = new ArrayList<>();
        for (FilterRegistration filter : application.getFilterRegistrations().values()) {
            if (BearerFilter.isOne(filter.getClassName(), ApplicationLoader.of(application))
                    && ArchiveDescriptor.needsToken(filter.getInitParameters())) {
                FilterPatterns.of(filter, application).forEach(text -> patterns.add(new UrlPattern(text)));
            }
        }
        return patterns;
    }
}
