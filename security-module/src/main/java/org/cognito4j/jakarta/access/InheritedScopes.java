package org.cognito4j.jakarta.access;

import jakarta.enterprise.inject.spi.AnnotatedMethod;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.enterprise.inject.spi.configurator.AnnotatedTypeConfigurator;
import jakarta.interceptor.Interceptors;
import java.lang.reflect.Member;
import java.lang.reflect.Modifier;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.cognito4j.jakarta.application.AnnotationLookup;
import org.cognito4j.jakarta.application.ClassRole;

/**
 * Adds {@link RequiresScope} to the methods of beans that inherit it from interfaces, from methods that they implement or
 * override, or by annotations of other annotations; {@link ClaimsChecked} to those that {@link RequiresClaim} is on, and {@link RolesChecked} to those that {@code @RolesAllowed} or {@code
 * @DenyAll} is on. CDI binds interceptors only by what is on the bean itself: without this the method would be open.
 */
public final class InheritedScopes {

    /** Whether a type requires a scope anywhere. Many beans inherit from the same few. */
    private final Map<Class<?>, Boolean> requiring = new ConcurrentHashMap<>();

    /** Types, and whether a type or one of its methods requires a claim. */
    private final Map<Class<?>, Boolean> claiming = new ConcurrentHashMap<>();

    /** Whether a type requires a role anywhere. */
    private final Map<Class<?>, Boolean> naming = new ConcurrentHashMap<>();

    /** Adds the annotations that the methods of a type inherit, so that CDI binds the interceptors. */
    public void addTo(ProcessAnnotatedType<?> type) {
        Class<?> bean = type.getAnnotatedType().getJavaClass();
        boolean scopes = bean != ScopeInterceptor.class && isWithin(bean, requiring, ScopeRequirement::isWithin);
        boolean claims = isWithin(bean, claiming, ClaimRequirement::isWithin);
        boolean roles = isWithin(bean, naming, RoleRequirement::isWithin);
        if (!scopes && !claims && !roles) {
            return;
        }
        ClassRole role = ClassRole.of(bean);
        if (role == ClassRole.INTERCEPTOR || role == ClassRole.DECORATOR) {
            return; // no interceptor is in front of those
        }
        if (role != ClassRole.ENTERPRISE_BEAN) {
            putCheckFirst(type.configureAnnotatedType());
        }
        if (scopes) {
            type.configureAnnotatedType()
                    .filterMethods(method -> isIntercepted(method) && !method.isAnnotationPresent(RequiresScope.class))
                    .forEach(method -> ScopeRequirement.of(method.getAnnotated().getJavaMember(), bean)
                            .ifPresent(requirement -> method.add(requirement.annotation())));
        }
        if (claims) {
            type.configureAnnotatedType()
                    .filterMethods(InheritedScopes::isIntercepted)
                    .forEach(method -> ClaimRequirement.of(method.getAnnotated().getJavaMember(), bean)
                            .ifPresent(requirement -> method.add(ClaimsChecked.Literal.INSTANCE)));
        }
        if (roles && role != ClassRole.ENTERPRISE_BEAN && role != ClassRole.RESOURCE) {
            type.configureAnnotatedType()
                    .filterMethods(InheritedScopes::isIntercepted)
                    .forEach(method -> RoleRequirement.of(method.getAnnotated().getJavaMember(), bean)
                            .ifPresent(requirement -> method.add(RolesChecked.Literal.INSTANCE)));
        }
    }

    /** Interceptors of {@code @Interceptors} come before all that are bound. */
    private static void putCheckFirst(AnnotatedTypeConfigurator<?> type) {
        Interceptors ofClass = type.getAnnotated().getAnnotation(Interceptors.class);
        if (ofClass != null) {
            type.remove(Interceptors.class::isInstance).add(new EarlyCheck.First(ofClass));
        }
        type.filterMethods(method -> isIntercepted(method) && method.isAnnotationPresent(Interceptors.class))
                .forEach(method -> {
                    Interceptors listed = method.getAnnotated().getAnnotation(Interceptors.class);
                    method.remove(Interceptors.class::isInstance).add(new EarlyCheck.First(listed));
                });
    }

    private static boolean isWithin(Class<?> bean, Map<Class<?>, Boolean> known, Predicate<Class<?>> search) {
        return AnnotationLookup.lineage(bean).stream().anyMatch(each -> known.computeIfAbsent(each, search::test));
    }

    /** Once all beans are known. */
    public void forget() {
        requiring.clear();
        claiming.clear();
        naming.clear();
    }

    private static boolean isIntercepted(AnnotatedMethod<?> method) {
        Member member = method.getJavaMember();
        return !Modifier.isStatic(member.getModifiers()) && !Modifier.isPrivate(member.getModifiers());
    }
}
