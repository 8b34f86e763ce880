package org.cognito4j.it.others;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.security.enterprise.authentication.mechanism.http.BasicAuthenticationMechanismDefinition;

/** Asks for the server's own mechanism. */
@BasicAuthenticationMechanismDefinition(realmName = "people")
@ApplicationScoped
public class Passwords {}
