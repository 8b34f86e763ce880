package org.cognito4j.it.ejb.injected;

import jakarta.ejb.Stateless;
import jakarta.ws.rs.Path;

/** An enterprise bean from a pool. */
@Path("pooled")
@Stateless
public class PooledResource extends TokenHolder {}
