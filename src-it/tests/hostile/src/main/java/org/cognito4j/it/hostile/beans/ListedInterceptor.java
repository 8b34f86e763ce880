package org.cognito4j.it.hostile.beans;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptors;
import jakarta.interceptor.InvocationContext;
import org.cognito4j.it.hostile.Secret;
import org.cognito4j.jakarta.access.RequiresScope;

/** Answers from a cache, as in the days before bindings. */
@ApplicationScoped
public class ListedInterceptor implements Orders {

    @Override
    @RequiresScope("read")
    @Interceptors(Cache.class)
    public String find(String caller) {
        return "never called";
    }

    /** Knows all answers. */
    public static class Cache {

        /** Answers. */
        @AroundInvoke
        public Object answer(InvocationContext call) {
            return Secret.of(String.valueOf(call.getParameters()[0]));
        }
    }
}
