package org.cognito4j.it;

/** A part of Jakarta EE that a hostile application uses and that not every server has. */
enum Need {
    /** CDI with Jakarta Security. */
    BEANS,
    /** Jakarta RESTful Web Services, with CDI. */
    REST,
    /** Jersey as their implementation. */
    JERSEY,
    /** JAX-RS resources that CDI injects into, as Jersey does only with a further library. */
    JAX_RS_IN_CDI,
    EJB,
    WEBSOCKET,
    JSP,
    /** A server that has no Jakarta Security unless the WAR brings it. */
    NO_JAKARTA_SECURITY
}
