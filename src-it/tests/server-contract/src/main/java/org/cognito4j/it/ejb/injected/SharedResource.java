package org.cognito4j.it.ejb.injected;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.Path;

/** A bean for all requests. */
@Path("shared")
@ApplicationScoped
public class SharedResource extends TokenHolder {}
