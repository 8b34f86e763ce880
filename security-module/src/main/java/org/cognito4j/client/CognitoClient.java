package org.cognito4j.client;

import jakarta.enterprise.util.Nonbinding;
import jakarta.inject.Qualifier;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks where the {@link TokenSource} of a configured app client is injected: {@code @Inject @CognitoClient("billing")
 * TokenSource tokens}.
 */
@Qualifier @Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.METHOD, ElementType.TYPE})
public @interface CognitoClient {

    /**
     * The client's name in the configuration.
     *
     * @return {@code billing} for the client under {@code cognito.client.billing}; empty for the one under {@code
     *     cognito.client}
     */
    @Nonbinding
    String value() default "";
}
