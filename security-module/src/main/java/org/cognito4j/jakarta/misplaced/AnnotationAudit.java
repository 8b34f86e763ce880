package org.cognito4j.jakarta.misplaced;

import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.servlet.ServletContext;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.cognito4j.InvalidSettings;
import org.cognito4j.SettingFault;
import org.cognito4j.config.Configuration;
import org.cognito4j.jakarta.platform.ClassPresence;
import org.cognito4j.jakarta.platform.WebConfiguration;
import org.cognito4j.net.QuietLog;

/**
 * Ends the deployment of an application with security annotations that protect nothing, in one message that names all of them.
 * With {@code cognito.misplaced-annotations=warn} they are warnings.
 */
public final class AnnotationAudit {

    /** The setting that says what becomes of the findings. */
    static final String KEY = "cognito.misplaced-annotations";

    private static final Logger LOG = QuietLog.of("org.cognito4j");
    private static final String ATTRIBUTE = AnnotationAudit.class.getName();

    private AnnotationAudit() {}

    /**
     * Audits an application, once: with its beans if CDI has those of this module, without beans otherwise.
     *
     * @throws InvalidSettings with every annotation that protects nothing
     */
    public static void runIn(ServletContext application) {
        if (!ClassPresence.of("jakarta.enterprise.inject.spi.CDI") || !Beans.audit(application)) {
            run(application, WebConfiguration.of(application), new ApplicationBeans());
        }
    }

    /** Apart, so that nothing of CDI is linked where it is not on the class path. */
    private static final class Beans {

        private Beans() {}

        /** Returns whether there is a CDI container that knows the beans of this module, and audits by them. */
        static boolean audit(ServletContext application) {
            Optional<AuditedBeans> beans = find();
            beans.ifPresent(found -> found.auditAnnotations(application));
            return beans.isPresent();
        }

        private static Optional<AuditedBeans> find() {
            try {
                Instance<AuditedBeans> beans = CDI.current().select(AuditedBeans.class);
                return beans.isResolvable() ? Optional.of(beans.get()) : Optional.empty();
            } catch (NoClassDefFoundError | IllegalStateException e) {
                return Optional.empty();
            }
        }
    }

    /**
     * Audits an application, once.
     *
     * @param beans what CDI makes; nothing where there is no CDI
     * @throws InvalidSettings with every annotation that protects nothing
     */
    public static void run(ServletContext application, Configuration configuration, ApplicationBeans beans) {
        if (application.getAttribute(ATTRIBUTE) != null) {
            return;
        }
        application.setAttribute(ATTRIBUTE, Boolean.TRUE);
        boolean ends = endsDeployment(configuration);
        MisplacedAnnotations.Findings findings = MisplacedAnnotations.in(application, beans);
        warn(findings.doubts());
        if (ends && !findings.faults().isEmpty()) {
            throw new InvalidSettings(findings.faults());
        }
        warn(findings.faults());
    }

    private static boolean endsDeployment(Configuration configuration) {
        String mode = configuration.text(KEY).orElse("fail").toLowerCase(Locale.ROOT);
        if (!mode.equals("fail") && !mode.equals("warn")) {
            throw new InvalidSettings(
                    List.of(new SettingFault(KEY, "\"" + mode + "\" cannot be read", "Set it to fail or warn")));
        }
        return mode.equals("fail");
    }

    private static void warn(List<SettingFault> findings) {
        findings.forEach(finding -> LOG.log(Level.WARNING, finding.toString()));
    }
}
