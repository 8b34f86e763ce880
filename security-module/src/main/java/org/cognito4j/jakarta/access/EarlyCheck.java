package org.cognito4j.jakarta.access;

import jakarta.enterprise.util.AnnotationLiteral;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptors;
import jakarta.interceptor.InvocationContext;
import java.io.Serializable;
import java.lang.reflect.Method;
import java.util.LinkedHashSet;
import java.util.Set;
import org.cognito4j.jakarta.application.ClassRole;

/**
 * Asks for the scopes, claims and roles that a bean's method requires before the interceptors that {@code @Interceptors} lists: those come
 * before all that are bound by an annotation (Jakarta Interceptors 2.1 section 5.2.1), and may answer by themselves.
 */
class EarlyCheck implements Serializable {

    private static final long serialVersionUID = 1;

    @SuppressWarnings("serial") // what is injected is the proxy of an application scoped bean, which is serializable
    private final CurrentCaller caller;

    @Inject
    EarlyCheck(CurrentCaller caller) {
        this.caller = caller;
    }

    @AroundInvoke
    Object check(InvocationContext call) throws Exception {
        Method method = call.getMethod();
        Class<?> bean = call.getTarget().getClass();
        if (ScopeRequirement.of(method, bean).isPresent()) {
            caller.requireScope(method, bean);
        }
        if (ClaimRequirement.of(method, bean).isPresent()) {
            caller.requireClaims(method, bean);
        }
        if (ClassRole.of(bean) != ClassRole.RESOURCE) { // resources have a check of their own
            caller.requireRoles(method, bean);
        }
        return call.proceed();
    }

    /** A list of interceptors with the check as its first one. */
    static final class First extends AnnotationLiteral<Interceptors> implements Interceptors {

        private static final long serialVersionUID = 1;
        private final Class<?>[] value;

        First(Interceptors listed) {
            Set<Class<?>> all = new LinkedHashSet<>();
            all.add(EarlyCheck.class);
            for (Class<?> interceptor : listed.value()) {
                all.add(interceptor);
            }
            this.value = all.toArray(Class<?>[]::new);
        }

        @Override
        @SuppressWarnings("rawtypes") // as the annotation has it
        public Class[] value() {
            return value.clone();
        }
    }
}
