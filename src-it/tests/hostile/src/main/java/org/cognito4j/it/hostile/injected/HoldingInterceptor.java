package org.cognito4j.it.hostile.injected;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InterceptorBinding;
import jakarta.interceptor.InvocationContext;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.cognito4j.AccessToken;
import org.cognito4j.it.hostile.Secret;
import org.cognito4j.it.hostile.beans.Orders;

/** Injects a token into an interceptor, which lives as long as the bean that it is around. */
public final class HoldingInterceptor {

    private HoldingInterceptor() {}

    /** Binds the interceptor. */
    @InterceptorBinding
    @Retention(RetentionPolicy.RUNTIME)
    @Target({ElementType.TYPE, ElementType.METHOD})
    public @interface Named {}

    /** Puts the client of its token into the answer. */
    @Named
    @Interceptor
    @Priority(Interceptor.Priority.APPLICATION)
    public static class Naming {

        @Inject
        private AccessToken token;

        @AroundInvoke
        public Object around(InvocationContext call) throws Exception {
            return call.proceed() + token.clientId();
        }
    }

    /** Leaves the client to the interceptor. */
    @ApplicationScoped
    public static class Shared implements Orders {

        @Override
        @Named
        public String find(String caller) {
            return Secret.of("");
        }
    }
}
