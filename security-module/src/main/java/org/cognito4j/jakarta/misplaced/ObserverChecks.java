package org.cognito4j.jakarta.misplaced;

import jakarta.enterprise.event.Reception;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.enterprise.inject.spi.AnnotatedMethod;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.EventContext;
import jakarta.enterprise.inject.spi.ObserverMethod;
import jakarta.enterprise.inject.spi.ProcessObserverMethod;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.Set;
import java.util.function.Supplier;
import org.cognito4j.jakarta.access.ClaimRequirement;
import org.cognito4j.jakarta.access.CurrentCaller;
import org.cognito4j.jakarta.access.RoleRequirement;
import org.cognito4j.jakarta.access.ScopeRequirement;
import org.cognito4j.jakarta.application.ClassRole;

/**
 * Asks for the scopes, claims and roles that an observer method requires, before it is notified. CDI leaves interceptors out where a bean
 * observes an event that it fires itself.
 */
public final class ObserverChecks {

    private final Supplier<BeanManager> beans;

    /**
     * Prepares the checks.
     *
     * @param beans returns the application's beans once they are validated
     */
    public ObserverChecks(Supplier<BeanManager> beans) {
        this.beans = beans;
    }

    /** Puts a check in front of an observer method, if it requires anything. */
    public <T> void addTo(ProcessObserverMethod<T, ?> event) {
        AnnotatedMethod<?> annotated = event.getAnnotatedMethod();
        if (annotated == null) {
            return; // an extension has made it
        }
        ObserverMethod<T> observer = event.getObserverMethod();
        Method method = annotated.getJavaMember();
        Class<?> bean = observer.getBeanClass();
        boolean scopes = ScopeRequirement.of(method, bean).isPresent();
        boolean claims = ClaimRequirement.of(method, bean).isPresent();
        boolean roles = RoleRequirement.of(method, bean).isPresent() && !isEnterpriseBean(bean);
        if (scopes || claims || roles) {
            event.setObserverMethod(new Checked<>(observer, () -> {
                CurrentCaller caller =
                        beans.get().createInstance().select(CurrentCaller.class).get();
                if (scopes) {
                    caller.requireScope(method, bean);
                }
                if (claims) {
                    caller.requireClaims(method, bean);
                }
                if (roles) {
                    caller.requireRoles(method, bean);
                }
            }));
        }
    }

    /** Its container asks for the roles. */
    private static boolean isEnterpriseBean(Class<?> bean) {
        return ClassRole.of(bean) == ClassRole.ENTERPRISE_BEAN;
    }

    /** An observer method with a check in front of it. */
    private record Checked<T>(ObserverMethod<T> observer, Runnable check) implements ObserverMethod<T> {

        @Override
        public void notify(T event) {
            check.run();
            observer.notify(event);
        }

        @Override
        public void notify(EventContext<T> event) {
            check.run();
            observer.notify(event);
        }

        @Override
        public Class<?> getBeanClass() {
            return observer.getBeanClass();
        }

        @Override
        public Bean<?> getDeclaringBean() {
            return observer.getDeclaringBean();
        }

        @Override
        public Type getObservedType() {
            return observer.getObservedType();
        }

        @Override
        public Set<Annotation> getObservedQualifiers() {
            return observer.getObservedQualifiers();
        }

        @Override
        public Reception getReception() {
            return observer.getReception();
        }

        @Override
        public TransactionPhase getTransactionPhase() {
            return observer.getTransactionPhase();
        }

        @Override
        public int getPriority() {
            return observer.getPriority();
        }

        @Override
        public boolean isAsync() {
            return observer.isAsync();
        }
    }
}
