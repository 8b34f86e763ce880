package org.cognito4j.it.ejb.injected;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Path;

/** A bean for one request. */
@Path("request")
@RequestScoped
public class RequestResource extends TokenHolder {}
