package org.cognito4j.it.forwarded;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.security.enterprise.authentication.mechanism.http.CustomFormAuthenticationMechanismDefinition;
import jakarta.security.enterprise.authentication.mechanism.http.LoginToContinue;
import org.cognito4j.jakarta.security.CognitoAuthenticationMechanismDefinition;

/** People see the login form at the address they came to. */
@CustomFormAuthenticationMechanismDefinition(loginToContinue = @LoginToContinue(loginPage = "/login"))
@CognitoAuthenticationMechanismDefinition(paths = "/read/*")
@ApplicationScoped
public class ForwardingEntrances {}
