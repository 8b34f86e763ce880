package org.cognito4j.jakarta.monitor;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.management.ManagementFactory;
import java.util.Optional;
import javax.management.InstanceAlreadyExistsException;
import javax.management.InstanceNotFoundException;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.cognito4j.net.QuietLog;

/** An application's bean with the platform's JMX server, from its start to its end. */
final class MBeanRegistration implements AutoCloseable {

    private static final Logger LOG = QuietLog.of("org.cognito4j");
    private static final int MOST_INSTANCES = 100;

    private final MBeanServer server;
    private final ObjectName name;

    private MBeanRegistration(MBeanServer server, ObjectName name) {
        this.server = server;
        this.name = name;
    }

    /** Figures are not worth a deployment: where they cannot be registered, that is told and nothing else. */
    static Optional<MBeanRegistration> of(String contextPath, String filter, SecurityMXBean figures) {
        try {
            return Optional.of(register(contextPath, filter, figures));
        } catch (JMException | RuntimeException e) {
            LOG.log(Level.WARNING, "No figures over JMX", e);
            return Optional.empty();
        }
    }

    private static MBeanRegistration register(String contextPath, String filter, SecurityMXBean figures)
            throws JMException {
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        String first = "org.cognito4j:type=Security,application="
                + ObjectName.quote(contextPath.isEmpty() ? "/" : contextPath)
                + (filter.isEmpty() ? "" : ",filter=" + ObjectName.quote(filter));
        for (int instance = 1; ; instance++) {
            ObjectName name = new ObjectName(instance == 1 ? first : first + ",instance=" + instance);
            try {
                server.registerMBean(new FiguresBean(figures), name);
                return new MBeanRegistration(server, name);
            } catch (InstanceAlreadyExistsException e) {
                // Another virtual host or server in this JVM has an application of the same path.
                if (instance == MOST_INSTANCES) {
                    throw e;
                }
            }
        }
    }

    ObjectName name() {
        return name;
    }

    /** Returns the number by which this bean differs from others of the same application; 1 for the first. */
    int instance() {
        String instance = name.getKeyProperty("instance");
        return instance == null ? 1 : Integer.parseInt(instance);
    }

    @Override
    public void close() {
        try {
            server.unregisterMBean(name);
        } catch (InstanceNotFoundException e) {
            LOG.log(Level.DEBUG, "{0} was unregistered by somebody else", name);
        } catch (JMException | RuntimeException e) {
            LOG.log(Level.WARNING, "The figures over JMX could not be unregistered", e);
        }
    }
}
