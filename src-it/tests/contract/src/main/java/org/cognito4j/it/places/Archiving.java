package org.cognito4j.it.places;

import jakarta.enterprise.inject.Stereotype;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Stands for a scope by another annotation that does. */
@Stereotype
@Writing
@Retention(RetentionPolicy.RUNTIME)
public @interface Archiving {}
