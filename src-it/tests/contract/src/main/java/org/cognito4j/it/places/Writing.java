package org.cognito4j.it.places;

import jakarta.enterprise.inject.Stereotype;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.cognito4j.jakarta.access.RequiresScope;

/** Stands for a scope. */
@Stereotype
@RequiresScope("write")
@Retention(RetentionPolicy.RUNTIME)
public @interface Writing {}
