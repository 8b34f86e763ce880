package org.cognito4j.it.readme.mixed;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.security.enterprise.authentication.mechanism.http.CustomFormAuthenticationMechanismDefinition;
import jakarta.security.enterprise.authentication.mechanism.http.LoginToContinue;
import org.cognito4j.jakarta.security.CognitoAuthenticationMechanismDefinition;

/** One entrance for people and one for machines. */
@CustomFormAuthenticationMechanismDefinition(
        loginToContinue = @LoginToContinue(loginPage = "/login", useForwardToLogin = false))
@CognitoAuthenticationMechanismDefinition(paths = "/api/*")
@ApplicationScoped
public class Entrances {}
