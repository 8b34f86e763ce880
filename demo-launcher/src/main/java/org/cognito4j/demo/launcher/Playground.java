package org.cognito4j.demo.launcher;

import org.cognito4j.localpool.LocalPool;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.servlet.ServletHolder;

/**
 * What the demo's page asks behind the application's back, under {@code /playground}: tokens of the local pool, genuine
 * and odd ones, the module's figures, and the policy that cuts app clients off. It is no part of the WAR: an application has no such thing.
 */
final class Playground {

    private Playground() {}

    static ServletContextHandler of(LocalPool pool, OrdersPolicy policy) {
        ServletContextHandler context = new ServletContextHandler("/playground");
        context.addServlet(new ServletHolder(new CallersServlet(pool)), "/callers");
        context.addServlet(new ServletHolder(new TokenServlet(pool)), "/tokens");
        context.addServlet(new ServletHolder(new FiguresServlet(pool)), "/figures");
        context.addServlet(new ServletHolder(new PolicyServlet(pool, policy)), "/policy");
        return context;
    }
}
