package org.cognito4j.jakarta;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.io.Serializable;

/** Stands in front of what {@link RequiresScope} is on. Comes before interceptors that have an effect, transactions too. */
@RequiresScope({})
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE)
class ScopeInterceptor implements Serializable {

    private static final long serialVersionUID = 1;

    @SuppressWarnings("serial") // what is injected is the proxy of an application scoped bean, which is serializable
    private final CurrentCaller caller;

    @Inject
    ScopeInterceptor(CurrentCaller caller) {
        this.caller = caller;
    }

    @AroundInvoke
    Object check(InvocationContext call) throws Exception {
        caller.requireScope(requirement(call));
        return call.proceed();
    }

    private static RequiresScope requirement(InvocationContext call) {
        Class<?> bean = call.getTarget().getClass();
        return ScopeRequirement.on(call.getMethod())
                .or(() -> ScopeRequirement.on(bean))
                .or(() -> ScopeRequirement.on(call.getMethod().getDeclaringClass()))
                .or(() -> new ResourceElements(call.getMethod(), bean).first(ScopeRequirement::on))
                .orElseThrow(() -> new IllegalStateException(
                        "@RequiresScope of " + call.getMethod() + " cannot be found. Put it on the method"));
    }
}
