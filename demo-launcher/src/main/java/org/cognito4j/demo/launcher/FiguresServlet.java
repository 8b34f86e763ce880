package org.cognito4j.demo.launcher;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import javax.management.InstanceNotFoundException;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.openmbean.CompositeData;
import javax.management.openmbean.TabularData;

/** Tells the page what the module counts in the orders application. It asks as any console would: over JMX, by names. */
final class FiguresServlet extends HttpServlet {

    private static final long serialVersionUID = 1;
    private static final String BEAN = "org.cognito4j:type=Security,application=\"/\"";
    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            Answers.send(response, 200, JSON.writeValueAsString(read(new ObjectName(BEAN))));
        } catch (InstanceNotFoundException e) {
            Answers.send(response, 404, "{}");
        } catch (JMException e) {
            throw new IllegalStateException("the figures cannot be read", e);
        }
    }

    private static Map<String, Object> read(ObjectName bean) throws JMException {
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("Accepted", server.getAttribute(bean, "Accepted"));
        figures.put("Refused", server.getAttribute(bean, "Refused"));
        figures.put("Cache hits", server.getAttribute(bean, "CacheHits"));
        figures.put("Cache misses", server.getAttribute(bean, "CacheMisses"));
        // The orders application trusts one pool.
        table(server, bean, "KeyStatus").values().forEach(status -> figures.put("Keys", status));
        table(server, bean, "KeyAgeSeconds").values().forEach(age -> figures.put("Key age", age + " s"));
        return Map.of("figures", figures, "refused", table(server, bean, "RefusedByReason"));
    }

    private static Map<Object, Object> table(MBeanServer server, ObjectName bean, String attribute) throws JMException {
        Map<Object, Object> table = new TreeMap<>();
        for (Object row : ((TabularData) server.getAttribute(bean, attribute)).values()) {
            table.put(((CompositeData) row).get("key"), ((CompositeData) row).get("value"));
        }
        return table;
    }
}
