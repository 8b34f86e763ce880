package org.cognito4j.it.hostile.mechanism;

import jakarta.enterprise.context.ApplicationScoped;
import org.cognito4j.jakarta.security.CognitoAuthenticationMechanism;

/** Extends the module's own, as one does with other libraries. */
@ApplicationScoped
public class ExtendedMechanism extends CognitoAuthenticationMechanism {}
