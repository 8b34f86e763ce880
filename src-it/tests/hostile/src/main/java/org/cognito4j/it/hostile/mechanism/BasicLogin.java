package org.cognito4j.it.hostile.mechanism;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.security.enterprise.authentication.mechanism.http.BasicAuthenticationMechanismDefinition;

/** Asks people for a password. */
@ApplicationScoped
@BasicAuthenticationMechanismDefinition(realmName = "orders")
public class BasicLogin {}
