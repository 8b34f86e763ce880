package org.cognito4j.it.ejb.injected;

import jakarta.enterprise.context.Dependent;
import jakarta.ws.rs.Path;

/** What most resources are, and held by an object that lives longer, too. */
@Path("plain")
@Dependent
public class PlainResource extends TokenHolder {}
