package org.cognito4j.it.used;

import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import javax.management.JMException;
import javax.management.ObjectName;
import javax.management.openmbean.CompositeData;
import javax.management.openmbean.TabularData;

/** Answers what JMX says of the scopes of one client. */
@WebServlet("/usage")
public class UsageServlet extends HttpServlet {

    private static final long serialVersionUID = 1;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        try {
            ObjectName name =
                    new ObjectName("org.cognito4j:type=Security,application=\"" + request.getContextPath() + "\"");
            TabularData usage =
                    (TabularData) ManagementFactory.getPlatformMBeanServer().getAttribute(name, "Usage");
            CompositeData row = usage.get(new Object[] {request.getParameter("client")});
            CompositeData figures = (CompositeData) row.get("value");
            response.setContentType("text/plain;charset=UTF-8");
            response.getWriter()
                    .print("calls=" + figures.get("calls")
                            + "\nunknown=" + figures.get("callsOfUnknownNeeds")
                            + "\nunused=" + Arrays.toString((String[]) figures.get("unusedScopes"))
                            + "\nperhaps=" + Arrays.toString((String[]) figures.get("perhapsUnusedScopes")) + "\n");
        } catch (JMException e) {
            throw new ServletException(e);
        }
    }
}
