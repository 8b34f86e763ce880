package org.cognito4j.server.liberty;

import jakarta.enterprise.util.AnnotationLiteral;
import jakarta.inject.Qualifier;
import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/**
 * Qualifies mechanisms of which a request is left to one, where nobody else may find them.
 *
 * <p>Open Liberty knows the classes of all mechanisms of an application, in no order, and asks the first of them that is a
 * bean without qualifiers; alternatives mean nothing to it.
 */
@Qualifier @Documented
@Retention(RetentionPolicy.RUNTIME)
@interface HiddenMechanism {

    /** The annotation. */
    final class Literal extends AnnotationLiteral<HiddenMechanism> implements HiddenMechanism {

        static final Literal INSTANCE = new Literal();
        private static final long serialVersionUID = 1;
    }
}
