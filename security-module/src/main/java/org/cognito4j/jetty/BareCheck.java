package org.cognito4j.jetty;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.cognito4j.jakarta.ContainerLogin;
import org.cognito4j.jakarta.ContainerOutcome;

/** Asks the module itself: for an application that has nothing but its jar. */
final class BareCheck implements CallerCheck {

    @Override
    public ContainerOutcome check(HttpServletRequest request, HttpServletResponse response, boolean isProtected) {
        return ContainerLogin.of(request, response, isProtected);
    }
}
