package org.cognito4j.it.hostile.rest;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** The application, whose resources the server finds. */
@ApplicationPath("/api")
public class Api extends Application {}
