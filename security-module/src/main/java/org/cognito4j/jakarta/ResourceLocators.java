package org.cognito4j.jakarta;

import jakarta.annotation.Priority;
import jakarta.servlet.ServletContext;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Enforces what stands on sub-resource locators, the methods by which a resource hands a request on to another one. JAX-RS
 * binds no filter to them, so the check is in front of the methods of the other. It sees which resources were passed, not by
 * which locator: where several can have made the same one, all that ask for something are heeded.
 */
@Priority(RolesAllowedFeature.PRIORITY)
final class ResourceLocators implements ContainerRequestFilter {

    private static final String JERSEY_MODEL = "org.glassfish.jersey.server.model.Resource";

    private final @Nullable ServletContext application;
    private final Map<Class<?>, List<Locator>> byResource = new ConcurrentHashMap<>();

    ResourceLocators(@Nullable ServletContext application) {
        this.application = application;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        List<Object> passed = request.getUriInfo().getMatchedResources(); // the last one first
        for (int i = 1; i < passed.size(); i++) {
            Object made = passed.get(i - 1);
            byResource.computeIfAbsent(passed.get(i).getClass(), this::locators).stream()
                    .filter(locator -> locator.makes().isInstance(made))
                    .flatMap(locator -> locator.checks().stream())
                    .forEach(check -> check.accept(request));
        }
    }

    private List<Locator> locators(Class<?> resource) {
        List<Method> methods = List.of(resource.getMethods());
        return methods.stream()
                .filter(method -> methods.stream().noneMatch(other -> isTwin(method, other)))
                .map(method -> locator(method, new ResourceElements(method, resource)))
                .flatMap(Optional::stream)
                .toList();
    }

    /**
     * Whether the compiler made the method only to lead to the other one, which tells more exactly what it makes. What stands on
     * that one stands on it too, and would be asked of all that the resource leads to.
     */
    private static boolean isTwin(Method method, Method other) {
        return method.isBridge()
                && !other.isBridge()
                && method.getDeclaringClass() == other.getDeclaringClass()
                && method.getName().equals(other.getName())
                && Arrays.equals(method.getParameterTypes(), other.getParameterTypes());
    }

    private Optional<Locator> locator(Method method, ResourceElements elements) {
        boolean isLocator = elements.first(ResourceLocators::locates).orElse(false);
        List<Check> checks = isLocator ? checks(elements) : List.of();
        return checks.isEmpty() ? Optional.empty() : Optional.of(new Locator(madeBy(method, elements), checks));
    }

    /**
     * A locator may also name a class, which the container then makes one of; or make a model of resources, which on Jersey may
     * be of anything.
     */
    private static Class<?> madeBy(Method locator, ResourceElements elements) {
        Class<?> type = locator.getReturnType();
        if (type == Class.class) {
            return elements.<Class<?>>first(ResourceLocators::named).orElse(Object.class);
        }
        return type.getName().equals(JERSEY_MODEL) ? Object.class : type;
    }

    /** Empty for the methods of what CDI puts in a resource's place, which have no type arguments any more. */
    private static Optional<Class<?>> named(AnnotatedElement element) {
        if (element instanceof Method method && method.getGenericReturnType() instanceof ParameterizedType type) {
            return Optional.of(type.getActualTypeArguments()[0] instanceof Class<?> named ? named : Object.class);
        }
        return Optional.empty();
    }

    private List<Check> checks(ResourceElements elements) {
        Optional<Check> roles = ResourceAccess.to(elements)
                .filter(access -> !access.toAll())
                .map(access -> new RolesAllowedFilter(access.roles(), application)::filter);
        Optional<Check> scope = RequiresScopeFilter.of(elements, application).map(filter -> filter::filter);
        return Stream.of(roles, scope).flatMap(Optional::stream).toList();
    }

    /** A method with annotations of JAX-RS takes none from those that it stands for (section 3.6 there). */
    private static Optional<Boolean> locates(AnnotatedElement element) {
        boolean hasPath = element instanceof Method && element.isAnnotationPresent(Path.class);
        boolean answers = Arrays.stream(element.getAnnotations())
                .anyMatch(annotation -> annotation.annotationType().isAnnotationPresent(HttpMethod.class));
        return hasPath || answers ? Optional.of(!answers) : Optional.empty();
    }

    /** What refuses a request or lets it be. */
    private interface Check {

        void accept(ContainerRequestContext request);
    }

    /**
     * A locator that asks for something.
     *
     * @param makes the type of what it hands requests on to
     */
    private record Locator(Class<?> makes, List<Check> checks) {}
}
