package org.cognito4j.jakarta;

import jakarta.enterprise.inject.spi.AnnotatedMethod;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import java.lang.reflect.Member;
import java.lang.reflect.Modifier;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Adds {@link RequiresScope} to the methods of beans that inherit it from interfaces, from methods that they implement or
 * override, or by annotations of other annotations. CDI binds interceptors only by what is on the bean itself: without this
 * the method would be open.
 */
final class InheritedScopes {

    /** Whether a type requires a scope anywhere. Many beans inherit from the same few. */
    private final Map<Class<?>, Boolean> requiring = new ConcurrentHashMap<>();

    void addTo(ProcessAnnotatedType<?> type) {
        Class<?> bean = type.getAnnotatedType().getJavaClass();
        boolean requires = bean != ScopeInterceptor.class
                && ResourceElements.lineage(bean).stream()
                        .anyMatch(each -> requiring.computeIfAbsent(each, ScopeRequirement::isWithin));
        if (requires) {
            type.configureAnnotatedType()
                    .filterMethods(method -> isIntercepted(method) && !method.isAnnotationPresent(RequiresScope.class))
                    .forEach(method -> ScopeRequirement.of(method.getAnnotated().getJavaMember(), bean)
                            .ifPresent(requirement -> method.add(requirement.annotation())));
        }
    }

    /** Once all beans are known. */
    void forget() {
        requiring.clear();
    }

    private static boolean isIntercepted(AnnotatedMethod<?> method) {
        Member member = method.getJavaMember();
        return !Modifier.isStatic(member.getModifiers()) && !Modifier.isPrivate(member.getModifiers());
    }
}
