package org.cognito4j.it.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.security.enterprise.authentication.mechanism.http.CustomFormAuthenticationMechanismDefinition;
import jakarta.security.enterprise.authentication.mechanism.http.LoginToContinue;
import org.cognito4j.jakarta.security.CognitoAuthenticationMechanismDefinition;

/** All that it takes to have both: people log in by a form, machines send tokens. */
@CustomFormAuthenticationMechanismDefinition(
        loginToContinue =
                @LoginToContinue(loginPage = "/login", errorPage = "/login?failed", useForwardToLogin = false))
@CognitoAuthenticationMechanismDefinition
@ApplicationScoped
public class Entrances {}
