package org.cognito4j.jakarta;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.io.Serializable;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

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
        return on(call.getMethod())
                .or(() -> on(call.getTarget().getClass()))
                .or(() -> on(call.getMethod().getDeclaringClass()))
                .orElseThrow(() -> new IllegalStateException(
                        "@RequiresScope of " + call.getMethod() + " cannot be found. Put it on the method"));
    }

    /** On the element itself, or on a stereotype of it. */
    private static Optional<RequiresScope> on(AnnotatedElement element) {
        return Stream.concat(
                        Stream.of(element),
                        Arrays.stream(element.getAnnotations()).map(Annotation::annotationType))
                .map(place -> place.getAnnotation(RequiresScope.class))
                .filter(found -> found != null)
                .findFirst();
    }
}
