package org.cognito4j.it.hostile.mechanism;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;

/** Is a bean of the interface alone. */
@ApplicationScoped
@Typed(HttpAuthenticationMechanism.class)
public class TypedMechanism extends HeaderLogin {}
