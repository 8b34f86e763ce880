package org.cognito4j.server.jetty;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.cognito4j.jakarta.container.ContainerAuthentication;
import org.cognito4j.jakarta.container.ContainerOutcome;

/** Asks the module itself: for an application that has nothing but its jar. */
final class ModuleCheck implements CallerCheck {

    @Override
    public ContainerOutcome check(HttpServletRequest request, HttpServletResponse response, boolean isProtected) {
        return ContainerAuthentication.of(request, response, isProtected);
    }
}
