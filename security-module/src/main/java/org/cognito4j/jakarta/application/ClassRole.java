package org.cognito4j.jakarta.application;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a class is to the container that makes it, which decides whether anything asks for what its annotations require. */
public enum ClassRole {

    /** An annotation, an interface or an abstract class: others are made in its place. */
    ABSTRACT("an abstract type"),
    SERVLET("a servlet"),
    FILTER("a servlet filter"),
    LISTENER("a listener"),
    ENDPOINT("a WebSocket endpoint"),
    APPLICATION("a JAX-RS application class"),
    PROVIDER("a JAX-RS provider"),
    INTERCEPTOR("an interceptor"),
    DECORATOR("a decorator"),
    ENTERPRISE_BEAN("an enterprise bean"),
    RESOURCE("a JAX-RS resource"),
    OTHER("neither a CDI bean nor a JAX-RS resource");

    private static final Map<String, ClassRole> BY_SUPERTYPE = new TreeMap<>(Map.of(
            "jakarta.servlet.Servlet", SERVLET,
            "jakarta.servlet.Filter", FILTER,
            "jakarta.servlet.ServletContainerInitializer", LISTENER,
            "jakarta.websocket.Endpoint", ENDPOINT,
            "jakarta.ws.rs.core.Application", APPLICATION,
            "jakarta.ws.rs.container.ContainerRequestFilter", PROVIDER,
            "jakarta.ws.rs.container.ContainerResponseFilter", PROVIDER,
            "jakarta.ws.rs.core.Feature", PROVIDER,
            "jakarta.ws.rs.container.DynamicFeature", PROVIDER));

    private static final Map<String, ClassRole> BY_ANNOTATION = new TreeMap<>(Map.of(
            "jakarta.websocket.server.ServerEndpoint", ENDPOINT,
            "jakarta.ws.rs.ext.Provider", PROVIDER,
            "jakarta.interceptor.Interceptor", INTERCEPTOR,
            "jakarta.decorator.Decorator", DECORATOR,
            "jakarta.ejb.Stateless", ENTERPRISE_BEAN,
            "jakarta.ejb.Stateful", ENTERPRISE_BEAN,
            "jakarta.ejb.Singleton", ENTERPRISE_BEAN,
            "jakarta.ejb.MessageDriven", ENTERPRISE_BEAN,
            "jakarta.ws.rs.Path", RESOURCE));

    private static final String HTTP_METHOD = "jakarta.ws.rs.HttpMethod";

    private final String text;

    ClassRole(String text) {
        this.text = text;
    }

    /** Returns what a class is, by names: any of the types in question may be absent. */
    public static ClassRole of(Class<?> type) {
        Set<Class<?>> types = AnnotationLookup.lineage(type);
        Set<ClassRole> roles = Stream.concat(
                        types.stream().map(each -> bySupertype(each.getName())),
                        types.stream()
                                .flatMap(each -> Arrays.stream(each.getDeclaredAnnotations()))
                                .map(annotation -> BY_ANNOTATION.get(
                                        annotation.annotationType().getName())))
                .filter(role -> role != null)
                .collect(Collectors.toSet());
        return Arrays.stream(values()).filter(roles::contains).findFirst().orElseGet(() -> {
            if (types.stream().anyMatch(ClassRole::hasResourceMethod)) {
                return RESOURCE;
            }
            return Modifier.isAbstract(type.getModifiers()) ? ABSTRACT : OTHER;
        });
    }

    private static @Nullable ClassRole bySupertype(String name) {
        boolean isListener = name.startsWith("jakarta.servlet.") && name.endsWith("Listener");
        return isListener ? LISTENER : BY_SUPERTYPE.get(name);
    }

    private static boolean hasResourceMethod(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .flatMap(method -> Arrays.stream(method.getAnnotations()))
                .anyMatch(ClassRole::isOfResource);
    }

    /** Returns whether a class has methods that JAX-RS calls, whatever else it is. */
    public static boolean isOfResource(Class<?> type) {
        return AnnotationLookup.lineage(type).stream()
                .anyMatch(each -> hasResourceMethod(each)
                        || Arrays.stream(each.getDeclaredAnnotations()).anyMatch(ClassRole::isOfResource));
    }

    /** Whether an annotation makes a method one that JAX-RS calls, behind a filter of this module. */
    public static boolean isOfResource(Annotation annotation) {
        return BY_ANNOTATION.get(annotation.annotationType().getName()) == RESOURCE
                || Arrays.stream(annotation.annotationType().getAnnotations())
                        .anyMatch(meta -> meta.annotationType().getName().equals(HTTP_METHOD));
    }

    /** Returns whether a method hands requests on to another resource: it has a path and no HTTP method. */
    public static boolean isLocator(AnnotationLookup elements) {
        Set<Annotation> ofResource = elements.mostSpecific(element -> element instanceof Method
                ? Arrays.stream(element.getAnnotations())
                        .filter(ClassRole::isOfResource)
                        .toList()
                : List.<Annotation>of());
        return !ofResource.isEmpty()
                && ofResource.stream()
                        .allMatch(annotation -> BY_ANNOTATION.containsKey(
                                annotation.annotationType().getName()));
    }

    /** Whether the container makes the class and calls it without an interceptor, whatever its annotations say. */
    public boolean isCalledDirectly() {
        return compareTo(SERVLET) >= 0 && compareTo(DECORATOR) <= 0;
    }

    /** How messages name it. */
    public String text() {
        return text;
    }
}
