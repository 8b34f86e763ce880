package org.cognito4j.jakarta.fake;

import jakarta.enterprise.inject.spi.AnnotatedField;
import jakarta.enterprise.inject.spi.AnnotatedMethod;
import jakarta.enterprise.inject.spi.AnnotatedType;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Member;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Classes as CDI shows them to an extension. */
public final class TypesOfTests {

    private TypesOfTests() {}

    public static AnnotatedType<?> annotated(Class<?> type) {
        return (AnnotatedType<?>) proxy(AnnotatedType.class, type, type, null);
    }

    @SuppressWarnings("unchecked") // the interface has type parameters, a class object has none
    private static Object proxy(
            Class<?> view, AnnotatedElement element, @Nullable Class<?> type, @Nullable Member member) {
        return Proxy.newProxyInstance(
                view.getClassLoader(), new Class<?>[] {view}, (proxy, called, arguments) -> switch (called.getName()) {
                    case "getJavaClass" -> type;
                    case "getJavaMember" -> member;
                    case "getAnnotations" -> Set.of(element.getAnnotations());
                    case "getAnnotation" -> element.getAnnotation((Class<? extends Annotation>) arguments[0]);
                    case "isAnnotationPresent" ->
                        element.isAnnotationPresent((Class<? extends Annotation>) arguments[0]);
                    case "getMethods" ->
                        Arrays.stream(type.getDeclaredMethods())
                                .map(method -> proxy(AnnotatedMethod.class, method, null, method))
                                .collect(Collectors.toSet());
                    case "getFields" ->
                        Arrays.stream(type.getDeclaredFields())
                                .map(field -> proxy(AnnotatedField.class, field, null, field))
                                .collect(Collectors.toSet());
                    case "hashCode" -> System.identityHashCode(proxy);
                    case "equals" -> proxy == arguments[0];
                    default -> throw new AssertionError("the type was asked for " + called.getName());
                });
    }
}
