package org.eclipse.microprofile.auth;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Stands for the annotation of MicroProfile JWT where the sources are compiled. No application brings it along. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface LoginConfig {

    /** The name of the mechanism. */
    String authMethod();

    /** The realm. */
    String realmName() default "";
}
