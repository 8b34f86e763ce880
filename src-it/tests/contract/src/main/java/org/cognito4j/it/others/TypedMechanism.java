package org.cognito4j.it.others;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;

/** Is a bean of the one type that counts. */
@Typed(HttpAuthenticationMechanism.class)
@ApplicationScoped
public class TypedMechanism extends HeaderMechanism {}
