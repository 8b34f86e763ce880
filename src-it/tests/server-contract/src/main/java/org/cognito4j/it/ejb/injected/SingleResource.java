package org.cognito4j.it.ejb.injected;

import jakarta.ejb.Singleton;
import jakarta.ws.rs.Path;

/** An enterprise bean of which there is one. */
@Path("single")
@Singleton
public class SingleResource extends TokenHolder {}
