package org.cognito4j.it.beside;

import jakarta.enterprise.context.ApplicationScoped;
import org.cognito4j.jakarta.security.CognitoAuthenticationMechanismDefinition;

/** Asks for the module's mechanism where the application has another. */
@CognitoAuthenticationMechanismDefinition
@ApplicationScoped
public class Machines {}
