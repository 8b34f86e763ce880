package org.cognito4j.jakarta;

import jakarta.enterprise.inject.spi.AnnotatedMethod;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import java.lang.reflect.Member;
import java.lang.reflect.Modifier;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Hands {@link RequiresScope} down to beans from their interfaces, and from methods that they implement or override. CDI knows
 * interceptors only by what stands on beans themselves: there it would protect nothing, and nobody would notice.
 */
final class InheritedScopes {

    /** Whether a type requires a scope anywhere. Many beans inherit from the same few. */
    private final Map<Class<?>, Boolean> requiring = new ConcurrentHashMap<>();

    /** What stands on the bean itself decides, as CDI has it; only where nothing does, what it inherits. */
    void addTo(ProcessAnnotatedType<?> type) {
        Class<?> bean = type.getAnnotatedType().getJavaClass();
        boolean inherits = ResourceElements.lineage(bean).stream()
                .anyMatch(each -> each != bean && requiring.computeIfAbsent(each, ScopeRequirement::isWithin));
        if (inherits && !type.getAnnotatedType().isAnnotationPresent(RequiresScope.class)) {
            type.configureAnnotatedType()
                    .filterMethods(method -> isIntercepted(method) && !method.isAnnotationPresent(RequiresScope.class))
                    .forEach(
                            method -> new ResourceElements(method.getAnnotated().getJavaMember(), bean)
                                    .first(ScopeRequirement::on)
                                    .ifPresent(method::add));
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
