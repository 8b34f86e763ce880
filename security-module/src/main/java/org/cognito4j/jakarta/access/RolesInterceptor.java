package org.cognito4j.jakarta.access;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.io.Serializable;

/**
 * Asks for the roles that {@code @RolesAllowed} and {@code @DenyAll} require of a method of a plain CDI bean, which no server
 * does. Comes before all other interceptors, as {@link ScopeInterceptor} does. Enterprise beans and JAX-RS resources have their own checks.
 */
@RolesChecked
@Interceptor
@Priority(Integer.MIN_VALUE)
public class RolesInterceptor implements Serializable {

    private static final long serialVersionUID = 1;

    @SuppressWarnings("serial") // what is injected is the proxy of an application scoped bean, which is serializable
    private final CurrentCaller caller;

    @Inject
    RolesInterceptor(CurrentCaller caller) {
        this.caller = caller;
    }

    @AroundInvoke
    Object check(InvocationContext call) throws Exception {
        caller.requireRoles(call.getMethod(), call.getTarget().getClass());
        return call.proceed();
    }
}
