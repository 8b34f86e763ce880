package org.cognito4j.it;

import static org.cognito4j.it.Need.BEANS;
import static org.cognito4j.it.Need.EJB;
import static org.cognito4j.it.Need.JAX_RS_IN_CDI;
import static org.cognito4j.it.Need.JERSEY;
import static org.cognito4j.it.Need.JSP;
import static org.cognito4j.it.Need.NO_JAKARTA_SECURITY;
import static org.cognito4j.it.Need.REST;
import static org.cognito4j.it.Need.WEBSOCKET;

import java.util.Locale;
import java.util.Set;

/**
 * A server that runs the hostile applications, with what it can offer them, by itself or by libraries in the WAR. The system
 * property {@code cognito4j.it.hostile-server} names the one under test.
 */
enum HostileServer {
    JETTY(218, BEANS, REST, JERSEY, WEBSOCKET, NO_JAKARTA_SECURITY),
    TOMCAT(222, BEANS, REST, JERSEY, WEBSOCKET, JSP, NO_JAKARTA_SECURITY),
    WILDFLY(223, BEANS, REST, JAX_RS_IN_CDI, EJB, WEBSOCKET, JSP),
    OPEN_LIBERTY(223, BEANS, REST, JAX_RS_IN_CDI, EJB, WEBSOCKET, JSP);

    private final int applications;
    private final Set<Need> offers;

    HostileServer(int applications, Need... offers) {
        this.applications = applications;
        this.offers = Set.of(offers);
    }

    static HostileServer current() {
        String name = System.getProperty("cognito4j.it.hostile-server", "jetty");
        return valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** Returns how many applications run on this server. Stated here, so that no application is lost unnoticed. */
    int applications() {
        return applications;
    }

    /**
     * Tells whether methods differ by case, as RFC 9110, section 9.1 has it. Open Liberty makes {@code get} a {@code GET} before
     * any filter or constraint sees it.
     */
    boolean tellsMethodsByCase() {
        return this != OPEN_LIBERTY;
    }

    /**
     * Returns whether an application stays deployed when a filter of it fails to start, and answers every request with 500 or 503.
     * The server logs why.
     */
    boolean keepsFailedApplications() {
        return this == OPEN_LIBERTY;
    }

    /**
     * Returns whether a bean is a JAX-RS resource by the {@code @Path} of an interface. Open Liberty makes none of it; as the
     * application has no other resource, nothing asks for the module's checks, so that its paths are answered 503.
     */
    boolean makesResourcesByInterface() {
        return this != OPEN_LIBERTY;
    }

    boolean runs(HostileApplication application) {
        return offers.containsAll(application.needs());
    }
}
