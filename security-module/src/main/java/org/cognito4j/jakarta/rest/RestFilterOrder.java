package org.cognito4j.jakarta.rest;

import jakarta.servlet.ServletContext;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cognito4j.SettingFault;
import org.cognito4j.jakarta.application.AnnotationLookup;
import org.cognito4j.jakarta.application.ClassFile;
import org.cognito4j.jakarta.application.DeployedFiles;
import org.cognito4j.jakarta.application.MethodCalls;
import org.cognito4j.jakarta.application.ScannedClasses;
import org.cognito4j.jakarta.platform.ApplicationLoader;

/**
 * Finds JAX-RS filters of an application that run before the checks of its resources and may answer by themselves: what such a
 * filter answers, it answers to every caller. Names no type of JAX-RS, which may be absent.
 */
final class RestFilterOrder {

    private static final String REST = "jakarta.ws.rs.";
    private static final String FILTER = REST + "container.ContainerRequestFilter";
    private static final String PRE_MATCHING = REST + "container.PreMatching";
    private static final String PRIORITY = "jakarta.annotation.Priority";

    /** A filter that names none of them has nothing to answer with. */
    private static final Set<String> ANSWERS = Set.of(REST + "core.Response", REST + "WebApplicationException");

    private RestFilterOrder() {}

    /** Returns a warning for each filter. */
    static List<SettingFault> warnings(ServletContext application) {
        List<SettingFault> warnings = new ArrayList<>();
        ScannedClasses classes = ScannedClasses.in(DeployedFiles.of(application));
        for (ClassFile type : classes.byName().values()) {
            boolean isFilter = classes.lineage(type).stream()
                    .anyMatch(each -> each.interfaces().contains(FILTER));
            if (isFilter) {
                load(type.name(), application).flatMap(RestFilterOrder::warning).ifPresent(warnings::add);
            }
        }
        return warnings;
    }

    private static Optional<Class<?>> load(String name, ServletContext application) {
        try {
            return Optional.of(Class.forName(name, false, ApplicationLoader.of(application)));
        } catch (ClassNotFoundException | LinkageError e) {
            return Optional.empty(); // JAX-RS cannot load it either
        }
    }

    /** Returns the warning about a filter, if it runs first and may answer. */
    static Optional<SettingFault> warning(Class<?> filter) {
        Optional<String> reason = reason(filter);
        if (reason.isEmpty() || Modifier.isAbstract(filter.getModifiers()) || !mayAnswer(filter)) {
            return Optional.empty();
        }
        return Optional.of(new SettingFault(
                "JAX-RS filter " + filter.getName(),
                "runs before the checks of resources by " + reason.get()
                        + ", so what it answers by itself is not protected",
                "If it answers instead of resources, give it a @Priority above 2000 and no @PreMatching, or protect"
                        + " its paths by a constraint or cognito.require-token"));
    }

    private static Optional<String> reason(Class<?> filter) {
        for (Annotation annotation : filter.getAnnotations()) {
            String name = annotation.annotationType().getName();
            if (name.equals(PRE_MATCHING)) {
                return Optional.of("@PreMatching");
            }
            if (name.equals(PRIORITY) && priority(annotation) <= RolesAllowedFeature.PRIORITY) {
                return Optional.of("@Priority(" + priority(annotation) + ")");
            }
        }
        return Optional.empty();
    }

    private static int priority(Annotation annotation) {
        try {
            return (Integer) annotation.annotationType().getMethod("value").invoke(annotation);
        } catch (ReflectiveOperationException e) {
            return Integer.MIN_VALUE; // the strictest
        }
    }

    private static boolean mayAnswer(Class<?> filter) {
        return AnnotationLookup.lineage(filter).stream()
                .filter(type -> type.getClassLoader() != null && !type.getName().startsWith(REST))
                .anyMatch(RestFilterOrder::namesAnswer);
    }

    private static boolean namesAnswer(Class<?> type) {
        try (InputStream in = type.getResourceAsStream("/" + type.getName().replace('.', '/') + ".class")) {
            return in == null
                    || MethodCalls.in(new BufferedInputStream(in)).classes().stream()
                            .anyMatch(ANSWERS::contains);
        } catch (IOException e) {
            return true;
        }
    }
}
