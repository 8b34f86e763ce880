package org.cognito4j.it.others;

import jakarta.enterprise.context.ApplicationScoped;

/** Is a bean by its scope. */
@ApplicationScoped
public class PlainMechanism extends HeaderMechanism {}
