package org.cognito4j.demo.launcher;

import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.TreeMap;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;
import javax.management.openmbean.CompositeData;
import javax.management.openmbean.TabularData;

/** The MBean of the orders application, read by attribute name as a JMX console reads it. */
final class OrdersBean {

    private final MBeanServer server = ManagementFactory.getPlatformMBeanServer();
    private final ObjectName name;

    OrdersBean() {
        try {
            name = new ObjectName("org.cognito4j:type=Security,application=\"/\"");
        } catch (MalformedObjectNameException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Returns an attribute of the bean.
     *
     * @throws JMException if there is no such bean, or it cannot be read
     */
    Object attribute(String attribute) throws JMException {
        return server.getAttribute(name, attribute);
    }

    /**
     * Returns a table of the bean, by its keys.
     *
     * @throws JMException if there is no such bean, or it cannot be read
     */
    Map<Object, Object> table(String attribute) throws JMException {
        return table((TabularData) attribute(attribute));
    }

    /** Returns the rows of a table by their keys. */
    static Map<Object, Object> table(TabularData rows) {
        Map<Object, Object> table = new TreeMap<>();
        for (Object row : rows.values()) {
            table.put(((CompositeData) row).get("key"), ((CompositeData) row).get("value"));
        }
        return table;
    }
}
