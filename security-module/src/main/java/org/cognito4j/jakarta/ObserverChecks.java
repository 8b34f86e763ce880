package org.cognito4j.jakarta;

import jakarta.enterprise.inject.spi.AnnotatedMethod;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.ObserverMethod;
import jakarta.enterprise.inject.spi.ProcessObserverMethod;
import java.lang.reflect.Method;
import java.util.function.Supplier;

/**
 * Asks for the scopes and roles that an observer method requires, before it is notified. CDI leaves interceptors out where a bean
 * observes an event that it fires itself.
 */
final class ObserverChecks {

    private final Supplier<BeanManager> beans;

    /**
     * Prepares the checks.
     *
     * @param beans returns the application's beans once they are validated
     */
    ObserverChecks(Supplier<BeanManager> beans) {
        this.beans = beans;
    }

    /** Puts a check in front of an observer method, if it requires anything. */
    <T> void addTo(ProcessObserverMethod<T, ?> event) {
        AnnotatedMethod<?> annotated = event.getAnnotatedMethod();
        if (annotated == null) {
            return; // an extension has made it
        }
        ObserverMethod<T> observer = event.getObserverMethod();
        Method method = annotated.getJavaMember();
        Class<?> bean = observer.getBeanClass();
        boolean scopes = ScopeRequirement.of(method, bean).isPresent();
        boolean roles = RoleRequirement.of(method, bean).isPresent() && !isEnterpriseBean(bean);
        if (scopes || roles) {
            event.configureObserverMethod().notifyWith(context -> {
                CurrentCaller caller =
                        beans.get().createInstance().select(CurrentCaller.class).get();
                if (scopes) {
                    caller.requireScope(method, bean);
                }
                if (roles) {
                    caller.requireRoles(method, bean);
                }
                observer.notify(context);
            });
        }
    }

    /** Its container asks for the roles. */
    private static boolean isEnterpriseBean(Class<?> bean) {
        return ClassRole.of(bean) == ClassRole.ENTERPRISE_BEAN;
    }
}
