package org.cognito4j.it.app;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.cognito4j.AccessToken;
import org.cognito4j.jakarta.CognitoPrincipal;

/** What a servlet sees of its caller, as lines of {@code key=value}. */
public final class CallerReport {

    /** The request attribute that counts how often the request was looked at, where that can be observed. */
    public static final String VALIDATIONS = "validations";

    /** The request attribute that counts how often a bean of the request's scope was asked while it was looked at. */
    public static final String VISITS = "visits";

    private static final List<String> ROLES = List.of("read", "write", "admin", "*", "**");
    private static final AtomicInteger SERVED = new AtomicInteger();

    private CallerReport() {}

    /** Writes all lines about the caller of a request. */
    public static void write(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Principal caller = request.getUserPrincipal();
        line(response, "caller", name(caller));
        line(response, "path", request.getServletPath());
        line(response, "remote-user", request.getRemoteUser());
        line(response, "principal", type(caller));
        line(response, "auth-type", request.getAuthType());
        line(response, "roles", roles(request::isUserInRole));
        line(response, "session", request.getSession(false) != null);
        line(response, "dispatcher", request.getDispatcherType());
        line(response, "validations", request.getAttribute(VALIDATIONS));
        line(response, "visits", request.getAttribute(VISITS));
        line(response, "served", SERVED.incrementAndGet());
        if (caller instanceof CognitoPrincipal principal) {
            write(principal.accessToken(), response);
        }
    }

    private static void write(AccessToken token, HttpServletResponse response) throws IOException {
        line(response, "pool", token.userPool());
        line(response, "client-id", token.clientId());
        line(response, "scopes", token.scopes());
        line(response, "lifetime", Duration.between(token.issuedAt(), token.expiresAt()));
    }

    /** Writes one line. */
    public static void line(HttpServletResponse response, String key, Object value) throws IOException {
        response.setContentType("text/plain;charset=UTF-8");
        response.getWriter().println(key + "=" + value);
    }

    /** Those of the known roles that the caller has. */
    public static String roles(Predicate<String> isInRole) {
        return ROLES.stream().filter(isInRole).collect(Collectors.joining(","));
    }

    /** The name of the caller, or that it is nobody. */
    public static String name(Principal principal) {
        return principal == null ? "nobody" : principal.getName();
    }

    /** The type that an application knows, whatever class the server makes of it. */
    public static String type(Principal principal) {
        return principal instanceof CognitoPrincipal ? "CognitoPrincipal" : String.valueOf(principal);
    }
}
