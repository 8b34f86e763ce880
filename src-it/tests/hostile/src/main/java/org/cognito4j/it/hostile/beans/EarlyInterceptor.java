package org.cognito4j.it.hostile.beans;

import jakarta.annotation.Priority;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InterceptorBinding;
import jakarta.interceptor.InvocationContext;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.cognito4j.it.hostile.Secret;

/** Answers from a cache that is before everything else. */
@ApplicationScoped
public class EarlyInterceptor implements Orders {

    @Override
    @RolesAllowed("read")
    @Cached
    public String find(String caller) {
        return "never called";
    }

    /** Puts the cache in front. */
    @InterceptorBinding
    @Retention(RetentionPolicy.RUNTIME)
    public @interface Cached {}

    /** Knows all answers. */
    @Cached
    @Interceptor
    @Priority(-1000)
    public static class Cache {

        /** Answers. */
        @AroundInvoke
        public Object answer(InvocationContext call) {
            return Secret.of(String.valueOf(call.getParameters()[0]));
        }
    }
}
