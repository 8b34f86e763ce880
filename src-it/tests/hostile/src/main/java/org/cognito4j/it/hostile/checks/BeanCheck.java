package org.cognito4j.it.hostile.checks;

import jakarta.enterprise.context.ApplicationScoped;

/** Is a bean. */
@ApplicationScoped
public class BeanCheck extends ReaderCheck {}
