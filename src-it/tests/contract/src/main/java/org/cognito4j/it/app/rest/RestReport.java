package org.cognito4j.it.app.rest;

import jakarta.ws.rs.core.SecurityContext;
import org.cognito4j.it.app.CallerReport;

/** What JAX-RS sees of its caller, in the lines of {@link CallerReport}. */
final class RestReport {

    private RestReport() {}

    static String of(SecurityContext security) {
        return "caller=" + CallerReport.name(security.getUserPrincipal()) + "\n" + "roles="
                + CallerReport.roles(security::isUserInRole) + "\n";
    }
}
