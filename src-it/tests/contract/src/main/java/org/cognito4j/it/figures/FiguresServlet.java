package org.cognito4j.it.figures;

import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.TreeMap;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.openmbean.CompositeData;
import javax.management.openmbean.TabularData;

/** Answers what JMX says of refused and accepted requests of this application. */
@WebServlet("/figures")
public class FiguresServlet extends HttpServlet {

    private static final long serialVersionUID = 1;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        TreeMap<String, Object> figures = new TreeMap<>();
        try {
            MBeanServer beans = ManagementFactory.getPlatformMBeanServer();
            ObjectName name =
                    new ObjectName("org.cognito4j:type=Security,application=\"" + request.getContextPath() + "\"");
            figures.put("accepted", beans.getAttribute(name, "Accepted"));
            TabularData refused = (TabularData) beans.getAttribute(name, "RefusedByReason");
            for (Object row : refused.values()) {
                figures.put((String) ((CompositeData) row).get("key"), ((CompositeData) row).get("value"));
            }
        } catch (JMException e) {
            throw new ServletException(e);
        }
        response.setContentType("text/plain;charset=UTF-8");
        for (var figure : figures.entrySet()) {
            response.getWriter().print(figure.getKey() + "=" + figure.getValue() + "\n");
        }
    }
}
