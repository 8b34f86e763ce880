package org.cognito4j.it.hostile.constraint;

import jakarta.servlet.HttpConstraintElement;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.ServletRegistration;
import jakarta.servlet.ServletSecurityElement;
import jakarta.servlet.annotation.ServletSecurity.TransportGuarantee;
import jakarta.servlet.annotation.WebListener;
import org.cognito4j.it.hostile.OrdersServlet;

/** Adds a servlet and its constraint by the Servlet API. */
@WebListener
public class SecuredByListener implements ServletContextListener {

    @Override
    public void contextInitialized(ServletContextEvent start) {
        ServletRegistration.Dynamic orders = start.getServletContext().addServlet("orders", new OrdersServlet());
        orders.addMapping("/orders/*");
        orders.setServletSecurity(
                new ServletSecurityElement(new HttpConstraintElement(TransportGuarantee.NONE, "read")));
    }
}
