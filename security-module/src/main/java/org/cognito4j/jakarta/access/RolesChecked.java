package org.cognito4j.jakarta.access;

import jakarta.enterprise.util.AnnotationLiteral;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Puts {@link RolesInterceptor} in front of a bean's method. Added by this module, never by an application. */
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@interface RolesChecked {

    /** The annotation. */
    final class Literal extends AnnotationLiteral<RolesChecked> implements RolesChecked {

        static final Literal INSTANCE = new Literal();
        private static final long serialVersionUID = 1;
    }
}
