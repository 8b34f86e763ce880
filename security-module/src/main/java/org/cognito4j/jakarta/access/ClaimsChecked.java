package org.cognito4j.jakarta.access;

import jakarta.enterprise.util.AnnotationLiteral;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Puts {@link ClaimInterceptor} in front of a bean's method. Added by this module, never by an application: {@link RequiresClaim} can be
 * repeated, which CDI permits no binding without members.
 */
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@interface ClaimsChecked {

    /** The annotation. */
    final class Literal extends AnnotationLiteral<ClaimsChecked> implements ClaimsChecked {

        static final Literal INSTANCE = new Literal();
        private static final long serialVersionUID = 1;
    }
}
