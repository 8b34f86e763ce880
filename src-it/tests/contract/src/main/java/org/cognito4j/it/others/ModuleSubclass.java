package org.cognito4j.it.others;

import jakarta.enterprise.context.ApplicationScoped;
import org.cognito4j.jakarta.security.CognitoAuthenticationMechanism;

/** Changes nothing of the module's mechanism. */
@ApplicationScoped
public class ModuleSubclass extends CognitoAuthenticationMechanism {}
