package org.cognito4j.jakarta.misplaced;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Set;

/** Methods of beans that containers call by themselves, without the interceptors of the bean. */
final class LifeCycleMethods {

    private static final Set<String> ANNOTATIONS = Set.of(
            "jakarta.annotation.PostConstruct",
            "jakarta.annotation.PreDestroy",
            "jakarta.ejb.Schedule",
            "jakarta.ejb.Schedules",
            "jakarta.ejb.Timeout",
            "jakarta.inject.Inject");

    private LifeCycleMethods() {}

    /** Returns whether a method has an annotation by which a container calls it. */
    static boolean includes(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(annotation -> annotation.annotationType().getName())
                .anyMatch(ANNOTATIONS::contains);
    }
}
