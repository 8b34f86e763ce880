package org.cognito4j.it.hostile.beans;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Stereotype;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.cognito4j.it.hostile.Secret;
import org.cognito4j.jakarta.access.RequiresScope;

/** The scope is on a stereotype of a stereotype. */
public final class NestedStereotype {

    private NestedStereotype() {}

    /** Marks what is for readers. */
    @Stereotype
    @RequiresScope("read")
    @Retention(RetentionPolicy.RUNTIME)
    @Target({ElementType.TYPE, ElementType.ANNOTATION_TYPE})
    public @interface ForReaders {}

    /** Marks a service. */
    @Stereotype
    @ForReaders
    @ApplicationScoped
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.TYPE)
    public @interface Service {}

    /** Has its scope through two stereotypes. */
    @Service
    public static class Guarded implements Orders {

        @Override
        public String find(String caller) {
            return Secret.of(caller);
        }
    }
}
