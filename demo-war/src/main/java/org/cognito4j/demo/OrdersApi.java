package org.cognito4j.demo;

import jakarta.annotation.security.DeclareRoles;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** The JAX-RS part of the demo, under {@code /api}. */
@ApplicationPath("/api")
@DeclareRoles({Roles.READ, Roles.WRITE})
public class OrdersApi extends Application {}
