package org.cognito4j.jakarta.access;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.io.Serializable;

/**
 * Asks for the scopes that {@link RequiresScope} requires of a bean's method. Comes before all other interceptors: one that
 * answers from a cache would answer everybody, and one with a transaction would begin it for a caller who is refused.
 */
@RequiresScope({})
@Interceptor
@Priority(Integer.MIN_VALUE)
public class ScopeInterceptor implements Serializable {

    private static final long serialVersionUID = 1;

    @SuppressWarnings("serial") // what is injected is the proxy of an application scoped bean, which is serializable
    private final CurrentCaller caller;

    @Inject
    ScopeInterceptor(CurrentCaller caller) {
        this.caller = caller;
    }

    @AroundInvoke
    Object check(InvocationContext call) throws Exception {
        caller.requireScope(call.getMethod(), call.getTarget().getClass());
        return call.proceed();
    }
}
