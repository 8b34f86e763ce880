package org.cognito4j.jakarta.misplaced;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.cognito4j.SettingFault;
import org.cognito4j.jakarta.access.ClaimRequirement;
import org.cognito4j.jakarta.access.RequiresClaim;
import org.cognito4j.jakarta.application.AnnotationLookup;
import org.cognito4j.jakarta.application.ClassRole;
import org.cognito4j.net.VisibleText;

/**
 * Finds {@link RequiresClaim} that cannot mean what its author wrote: path parameters that the template of a resource does not have, or
 * on what is no resource, and contradictory or blank members.
 */
final class ClaimPlaces {

    private static final String PATH = "jakarta.ws.rs.Path";

    /** The name of a variable stands before the colon, if its expression follows. */
    private static final Pattern VARIABLE = Pattern.compile("\\{\\s*([\\w][\\w.-]*)\\s*[:}]");

    private final Map<String, Set<String>> found = new LinkedHashMap<>();

    private ClaimPlaces() {}

    /**
     * Finds the faults.
     *
     * @param types classes that containers make
     * @param faults takes them
     */
    static void find(Collection<Class<?>> types, List<SettingFault> faults) {
        ClaimPlaces places = new ClaimPlaces();
        for (Class<?> type : types) {
            try {
                if (isConcerned(type)) {
                    methods(type).forEach(method -> places.judge(method, type));
                }
            } catch (LinkageError e) {
                // A class that names absent classes is made by no container.
            }
        }
        places.found.forEach((problem, at) -> {
            String[] parts = problem.split("\n", 2);
            faults.add(new SettingFault("@RequiresClaim", parts[0] + ": " + String.join(", ", at), parts[1]));
        });
    }

    private static boolean isConcerned(Class<?> type) {
        return AnnotationLookup.lineage(type).stream().anyMatch(ClaimRequirement::isWithin);
    }

    /** Returns the methods that can be called on the class, inherited ones included. */
    private static Set<Method> methods(Class<?> type) {
        Set<Method> methods = new LinkedHashSet<>();
        Stream.concat(
                        AnnotationLookup.lineage(type).stream()
                                .flatMap(each -> Arrays.stream(each.getDeclaredMethods())),
                        Arrays.stream(type.getMethods()))
                .filter(method -> !method.isSynthetic()
                        && !Modifier.isStatic(method.getModifiers())
                        && method.getDeclaringClass() != Object.class)
                .forEach(methods::add);
        return methods;
    }

    private void judge(Method method, Class<?> type) {
        AnnotationLookup elements = new AnnotationLookup(method, type);
        Set<RequiresClaim> claims = ClaimRequirement.deciding(elements);
        for (RequiresClaim claim : claims) {
            judgeMembers(claim, method, type);
        }
        if (claims.stream().anyMatch(claim -> !claim.path().isEmpty())) {
            judgePath(claims, elements, method, type);
        }
    }

    private void judgeMembers(RequiresClaim claim, Method method, Class<?> type) {
        List<String> values = List.of(claim.value());
        if (claim.name().isBlank()) {
            found("has a blank name", "Name the claim", method, type);
        }
        if (values.stream().anyMatch(String::isBlank)) {
            found("has a blank value", "Name values, or leave them out to accept any", method, type);
        }
        if (values.contains("*") && values.size() > 1) {
            found("names * beside single values", "Keep the values, or leave them out to accept any", method, type);
        }
        if (!claim.path().isEmpty() && !values.isEmpty()) {
            found("has both path and value", "Use one annotation for each", method, type);
        }
    }

    private void judgePath(Set<RequiresClaim> claims, AnnotationLookup elements, Method method, Class<?> type) {
        if (!isCalledByResources(elements)) {
            // Other methods of a resource are no place that JAX-RS calls, and those of other classes have no path.
            ClassRole role = ClassRole.of(type);
            if (role != ClassRole.RESOURCE && role != ClassRole.ABSTRACT || isDeclaredOnMethod(elements)) {
                found(
                        "has a path on what is no method of a JAX-RS resource, where there is no path parameter",
                        "Use value, or put it on a resource method",
                        method,
                        type);
            }
            return;
        }
        Optional<String> root = AnnotationLookup.lineage(type).stream()
                .flatMap(each -> path(each).stream())
                .findFirst();
        if (root.isEmpty()) {
            return; // the parameter may be one of the locator's; a request without it is refused
        }
        String template = root.get() + "/" + ownPath(elements).orElse("");
        claims.stream()
                .map(RequiresClaim::path)
                .filter(parameter ->
                        !parameter.isEmpty() && !variables(template).contains(parameter))
                .forEach(parameter -> found(
                        "has the path " + VisibleText.quoted(parameter) + ", which is no variable of the template "
                                + VisibleText.quoted(template),
                        "Name a variable of the template",
                        method,
                        type));
    }

    private static boolean isCalledByResources(AnnotationLookup elements) {
        return !elements.mostSpecific(element -> element instanceof Method
                        ? Arrays.stream(element.getAnnotations())
                                .filter(ClassRole::isOfResource)
                                .toList()
                        : List.<Annotation>of())
                .isEmpty();
    }

    private static boolean isDeclaredOnMethod(AnnotationLookup elements) {
        return !elements.mostSpecific(element -> element instanceof Method
                        ? ClaimRequirement.on(element).stream()
                                .filter(claim -> !claim.path().isEmpty())
                                .toList()
                        : List.<RequiresClaim>of())
                .isEmpty();
    }

    private static Optional<String> ownPath(AnnotationLookup elements) {
        return elements
                .mostSpecific(element ->
                        element instanceof Method ? path(element).map(List::of).orElse(List.of()) : List.<String>of())
                .stream()
                .findFirst();
    }

    /** By its name, as JAX-RS may be absent. */
    private static Optional<String> path(AnnotatedElement element) {
        for (Annotation annotation : element.getAnnotations()) {
            if (annotation.annotationType().getName().equals(PATH)) {
                try {
                    return Optional.of((String)
                            annotation.annotationType().getMethod("value").invoke(annotation));
                } catch (ReflectiveOperationException e) {
                    return Optional.empty();
                }
            }
        }
        return Optional.empty();
    }

    static Set<String> variables(String template) {
        Set<String> names = new TreeSet<>();
        Matcher matcher = VARIABLE.matcher(template);
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        return names;
    }

    private void found(String problem, String remedy, Method method, Class<?> type) {
        found.computeIfAbsent(problem + "\n" + remedy, key -> new TreeSet<>())
                .add(type.getName() + "." + method.getName());
    }
}
