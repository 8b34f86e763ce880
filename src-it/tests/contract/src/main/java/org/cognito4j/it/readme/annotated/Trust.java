package org.cognito4j.it.readme.annotated;

import jakarta.enterprise.context.ApplicationScoped;
import org.cognito4j.jakarta.security.CognitoAuthenticationMechanismDefinition;

/** Says whom to trust. */
@CognitoAuthenticationMechanismDefinition(
        userPoolId = "eu-west-1_AbCdEfGhI",
        clientIds = "1example23456789",
        resourceServer = "https://orders.example.com")
@ApplicationScoped
public class Trust {}
