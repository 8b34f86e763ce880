package org.cognito4j.jakarta.rest;

import jakarta.servlet.ServletContext;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.cognito4j.jakarta.application.AnnotationLookup;
import org.cognito4j.jakarta.platform.ClassPresence;
import org.jspecify.annotations.Nullable;

/**
 * Knows by which sub-resource locators a request came to a method, and what they ask for. JAX-RS binds no filter to locators,
 * the methods by which a resource hands a request on to another one, so the method that answers asks for them.
 *
 * <p>Jersey names the locators. Elsewhere the path tells: the one whose own path is the part that was matched, or all that fit
 * it, or all of the resource where the part is not known. What a locator returns is never asked for: it may be anything.
 */
final class ResourceLocators {

    private static final boolean HAS_JERSEY = ClassPresence.of("org.glassfish.jersey.server.ExtendedUriInfo");

    private final @Nullable ServletContext application;
    private final Map<MatchedMethod, ResourceChecks> checks = new ConcurrentHashMap<>();
    private final Map<Class<?>, List<Locator>> byResource = new ConcurrentHashMap<>();

    ResourceLocators(@Nullable ServletContext application) {
        this.application = application;
    }

    /**
     * What is asked for on the way to a method, in the order of the way.
     *
     * @param methodHasPath whether the method has a path of its own
     */
    List<ResourceChecks> on(UriInfo way, boolean methodHasPath) {
        Optional<List<MatchedMethod>> named = HAS_JERSEY ? JerseyLocators.of(way) : Optional.empty();
        return named.map(locators -> locators.stream().map(this::checks).toList())
                .orElseGet(() -> byPath(way.getMatchedResources(), way.getMatchedURIs(false), methodHasPath ? 1 : 0));
    }

    /** What is asked for before a method is called. */
    ResourceChecks checks(MatchedMethod method) {
        return checks.computeIfAbsent(
                method, each -> ResourceChecks.of(each.method(), each.resource(), Set.of(), application));
    }

    /**
     * Finds them by their paths.
     *
     * @param passed the resources on the way, the last one first
     * @param matched the paths that led to them, the last one first
     * @param last the place of the one that led to the last resource
     */
    private List<ResourceChecks> byPath(List<Object> passed, List<String> matched, int last) {
        List<ResourceChecks> all = new ArrayList<>();
        for (int i = passed.size() - 1; i > 0; i--) {
            int end = last + i - 1;
            Optional<String> own =
                    end + 1 < matched.size() ? rest(matched.get(end), matched.get(end + 1)) : Optional.empty();
            List<Locator> locators = byResource.computeIfAbsent(typeOf(passed.get(i)), this::locators);
            fitting(locators, own).forEach(locator -> all.add(locator.checks()));
        }
        return all;
    }

    private static Class<?> typeOf(Object resource) {
        return resource instanceof Class<?> type ? type : resource.getClass();
    }

    /** The part of a path behind another one. Empty if it has encoded characters, which only the implementation can compare. */
    private static Optional<String> rest(String path, String start) {
        boolean isBehind = start.isEmpty() || path.equals(start) || path.startsWith(start + "/");
        return isBehind && path.indexOf('%') < 0
                ? Optional.of(LocatorPath.trimmed(path.substring(start.length())))
                : Optional.empty();
    }

    /** A path without variables comes before all others (section 3.7.2). */
    private static List<Locator> fitting(List<Locator> locators, Optional<String> own) {
        List<Locator> matching = locators.stream()
                .filter(locator -> own.isEmpty() || locator.path().matches(own.get()))
                .toList();
        List<Locator> exact = matching.stream()
                .filter(locator -> own.isPresent() && !locator.path().hasVariables())
                .toList();
        List<Locator> found = exact.isEmpty() ? matching : exact;
        return found.isEmpty() ? locators : found;
    }

    private List<Locator> locators(Class<?> resource) {
        return Arrays.stream(resource.getMethods())
                .flatMap(method -> new AnnotationLookup(method, resource)
                        .mostSpecific(ResourceLocators::declaredPath).stream()
                                .filter(path -> !path.isEmpty())
                                .map(path ->
                                        new Locator(LocatorPath.of(path), checks(new MatchedMethod(method, resource)))))
                .toList();
    }

    /**
     * The path of a locator, or an empty text for a method that answers. A method with annotations of JAX-RS takes none from
     * those that it overrides or implements (section 3.6).
     */
    private static Set<String> declaredPath(AnnotatedElement element) {
        Path path = element instanceof Method ? element.getAnnotation(Path.class) : null;
        boolean answers = Arrays.stream(element.getAnnotations())
                .anyMatch(annotation -> annotation.annotationType().isAnnotationPresent(HttpMethod.class));
        if (answers) {
            return Set.of("");
        }
        return path == null ? Set.of() : Set.of(path.value().isEmpty() ? "/" : path.value());
    }

    /** Whether a method that answers has a path besides the one of its resource. */
    static boolean hasPath(Method method, Class<?> resource) {
        return new AnnotationLookup(method, resource)
                .mostSpecific(ResourceLocators::usesPath)
                .contains(Boolean.TRUE);
    }

    private static Set<Boolean> usesPath(AnnotatedElement element) {
        boolean hasPath = element instanceof Method && element.isAnnotationPresent(Path.class);
        return hasPath ? Set.of(true) : declaredPath(element).isEmpty() ? Set.of() : Set.of(false);
    }

    /** A locator of a resource. */
    private record Locator(LocatorPath path, ResourceChecks checks) {}
}
