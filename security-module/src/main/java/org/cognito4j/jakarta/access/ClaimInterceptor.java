package org.cognito4j.jakarta.access;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.io.Serializable;

/** Asks for the claims that {@link RequiresClaim} requires of a bean's method. Comes before all other interceptors, as {@link ScopeInterceptor} does. */
@ClaimsChecked
@Interceptor
@Priority(Integer.MIN_VALUE)
public class ClaimInterceptor implements Serializable {

    private static final long serialVersionUID = 1;

    @SuppressWarnings("serial") // what is injected is the proxy of an application scoped bean, which is serializable
    private final CurrentCaller caller;

    @Inject
    ClaimInterceptor(CurrentCaller caller) {
        this.caller = caller;
    }

    @AroundInvoke
    Object check(InvocationContext call) throws Exception {
        caller.requireClaims(call.getMethod(), call.getTarget().getClass());
        return call.proceed();
    }
}
