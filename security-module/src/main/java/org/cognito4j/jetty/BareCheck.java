package org.cognito4j.jetty;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.cognito4j.jakarta.ContainerLogin;

/** Asks the module itself: for an application that has nothing but its jar. */
final class BareCheck implements CallerCheck {

    @Override
    public Outcome check(HttpServletRequest request, HttpServletResponse response, boolean isProtected) {
        ContainerLogin login = ContainerLogin.of(request, response, isProtected);
        return switch (login.outcome()) {
            case ANONYMOUS -> new Anonymous();
            case CALLER -> new Caller(login.principal().orElseThrow(), login.roles());
            case ANSWERED -> new Answered();
        };
    }
}
