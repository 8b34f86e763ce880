package org.cognito4j.jakarta.audit;

import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;
import org.cognito4j.InvalidSettings;
import org.cognito4j.SettingFault;
import org.cognito4j.config.AuditMode;
import org.cognito4j.config.ServiceSettings;
import org.cognito4j.config.SettingWarnings;
import org.cognito4j.jakarta.constraint.WebConstraints;
import org.cognito4j.jakarta.constraint.XmlElement;
import org.cognito4j.jakarta.platform.ClassPresence;
import org.cognito4j.jakarta.platform.WebConfiguration;
import org.cognito4j.net.QuietLog;

/** Audits the roles of an application when it is started, as far as they can be seen from here. */
public final class StartAudit {

    private static final System.Logger LOG = QuietLog.of("org.cognito4j");

    /** With these a server can give roles of other names than we do. */
    private static final List<String> ROLE_MAPPINGS = List.of(
            "glassfish-web.xml", "payara-web.xml", "sun-web.xml", "weblogic.xml", "jboss-web.xml", "ibm-web-bnd.xml");

    private final ServletContext application;
    private final NamedRoles named = new NamedRoles();

    private StartAudit(ServletContext application, NamedRoles annotations) {
        this.application = application;
        named.add(annotations);
        named.findIn(WebConstraints.of(application));
        named.findIn(FilterScopes.of(application));
    }

    /**
     * Audits an application without CDI.
     *
     * @throws InvalidSettings with every finding, if the audit is strict
     */
    public static void run(ServiceSettings settings, ServletContext application) {
        warn(settings, application);
        if (settings.audit() != AuditMode.OFF) {
            new StartAudit(application, new NamedRoles()).run(settings, false, !hasRest());
        }
    }

    /**
     * Audits an application with CDI.
     *
     * @param annotations what its annotations name
     * @param others whether others than this module give roles
     * @throws InvalidSettings with every finding, if the audit is strict
     */
    public static void run(
            ServiceSettings settings, ServletContext application, NamedRoles annotations, boolean others) {
        warn(settings, application);
        if (settings.audit() != AuditMode.OFF) {
            StartAudit audit = new StartAudit(application, annotations);
            audit.run(settings, others, !hasRest() || audit.hasAllTypesDiscovered());
        }
    }

    /** What is odd about the settings themselves. */
    private static void warn(ServiceSettings settings, ServletContext application) {
        SettingWarnings.in(WebConfiguration.of(application), settings)
                .forEach(warning -> LOG.log(Level.WARNING, warning));
    }

    private void run(ServiceSettings settings, boolean others, boolean seesAll) {
        RoleAudit audit = new RoleAudit(settings.pools(), named);
        List<SettingFault> findings = new ArrayList<>();
        if (!others && !isMappedByServer()) {
            findings.addAll(audit.unattainable());
        }
        if (seesAll && WebConstraints.of(application) != WebConstraints.UNKNOWN) {
            Set<String> foreign = WebConfiguration.of(application).rolesOfTheServer();
            findings.addAll(audit.leadingNowhere(foreign));
        }
        if (settings.audit() == AuditMode.STRICT && !findings.isEmpty()) {
            throw new InvalidSettings(findings);
        }
        findings.forEach(finding -> LOG.log(Level.WARNING, finding.toString()));
    }

    private boolean isMappedByServer() {
        return ROLE_MAPPINGS.stream().anyMatch(name -> exists("/WEB-INF/" + name));
    }

    private boolean exists(String path) {
        try (InputStream in = application.getResourceAsStream(path)) {
            return in != null;
        } catch (IOException e) {
            return true; // it could not be closed
        }
    }

    /** Resources may name roles out of our sight: they are no beans unless something makes them so. */
    private static boolean hasRest() {
        return ClassPresence.of("jakarta.ws.rs.Path");
    }

    private boolean hasAllTypesDiscovered() {
        return Stream.of("/WEB-INF/beans.xml", "/WEB-INF/classes/META-INF/beans.xml")
                .anyMatch(this::discoversAll);
    }

    private boolean discoversAll(String path) {
        try (InputStream in = application.getResourceAsStream(path)) {
            return in != null
                    && XmlElement.parse(in)
                            .attribute("bean-discovery-mode")
                            .filter("all"::equals)
                            .isPresent();
        } catch (IOException | XMLStreamException e) {
            return false; // an empty one, too
        }
    }
}
