package org.cognito4j.it.denials;

import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Collections;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/**
 * Does what an operator does with a JMX console: calls an operation of this application's bean. The parameter {@code operation} names it,
 * each {@code argument} is a text for it; the answer is what the operation returns, or without one what is denied by hand.
 */
@WebServlet("/denials")
public class DenialsServlet extends HttpServlet {

    private static final long serialVersionUID = 1;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        response.setContentType("text/plain;charset=UTF-8");
        try {
            MBeanServer beans = ManagementFactory.getPlatformMBeanServer();
            ObjectName name =
                    new ObjectName("org.cognito4j:type=Security,application=\"" + request.getContextPath() + "\"");
            String operation = request.getParameter("operation");
            if (operation == null) {
                response.getWriter().print(Arrays.toString((String[]) beans.getAttribute(name, "DeniedByHand")));
            } else {
                String[] arguments = request.getParameterValues("argument");
                String[] types = Collections.nCopies(arguments.length, String.class.getName())
                        .toArray(String[]::new);
                response.getWriter().print(beans.invoke(name, operation, arguments, types));
            }
        } catch (JMException e) {
            throw new ServletException(e);
        }
    }
}
