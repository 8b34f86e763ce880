package org.cognito4j.it.app;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What a servlet sees of its caller, as lines of {@code key=value}. */
final class CallerReport {

    private static final List<String> ROLES = List.of("read", "write", "admin", "*", "**");

    private CallerReport() {}

    static void write(HttpServletRequest request, HttpServletResponse response) throws IOException {
        line(response, "caller", name(request.getUserPrincipal()));
        line(response, "remote-user", request.getRemoteUser());
        line(response, "principal-class", type(request.getUserPrincipal()));
        line(response, "auth-type", request.getAuthType());
        line(response, "roles", roles(request::isUserInRole));
        line(response, "session", request.getSession(false) != null);
        line(response, "dispatcher", request.getDispatcherType());
    }

    static void line(HttpServletResponse response, String key, Object value) throws IOException {
        response.setContentType("text/plain;charset=UTF-8");
        response.getWriter().println(key + "=" + value);
    }

    static String roles(Predicate<String> isInRole) {
        return ROLES.stream().filter(isInRole).collect(Collectors.joining(","));
    }

    static String name(Principal principal) {
        return principal == null ? "nobody" : principal.getName();
    }

    static String type(Principal principal) {
        return principal == null ? "none" : principal.getClass().getSimpleName();
    }
}
