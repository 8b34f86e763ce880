package org.cognito4j.it.hostile.websocket;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import jakarta.websocket.DeploymentException;
import jakarta.websocket.server.ServerContainer;
import jakarta.websocket.server.ServerEndpointConfig;

/** Adds an endpoint to the server when the application starts. */
@WebListener
public class EndpointsByListener implements ServletContextListener {

    @Override
    public void contextInitialized(ServletContextEvent start) {
        ServerContainer container =
                (ServerContainer) start.getServletContext().getAttribute(ServerContainer.class.getName());
        try {
            container.addEndpoint(ServerEndpointConfig.Builder.create(PlainEndpoint.class, "/orders/ws")
                    .build());
        } catch (DeploymentException e) {
            throw new IllegalStateException(e);
        }
    }
}
