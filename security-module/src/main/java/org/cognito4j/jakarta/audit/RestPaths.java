package org.cognito4j.jakarta.audit;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cognito4j.jakarta.application.ClassFile;
import org.cognito4j.jakarta.application.ClassFile.Marker;
import org.cognito4j.jakarta.application.ClassFile.Method;
import org.cognito4j.jakarta.application.ScannedClasses;

/**
 * The paths of JAX-RS resources, as far as annotations and mappings tell. Locators are not followed: what one returns has a path of
 * its own, or none that is known.
 *
 * @param classes of the application
 * @param servlets URL patterns by the class or the name of the servlet
 */
record RestPaths(ScannedClasses classes, Map<String, Set<String>> servlets) {

    static final String REST = "jakarta.ws.rs.";
    static final String PATH = REST + "Path";

    /** Returns whether a servlet is the one that calls resources. */
    static boolean isRest(String servlet, ScannedClasses classes) {
        return servlet.equals(REST + "core.Application")
                || servlet.endsWith(".ServletContainer")
                || servlet.endsWith(".HttpServletDispatcher")
                || servlet.endsWith(".HttpServlet30Dispatcher")
                || classes.extendsClass(servlet, REST + "core.Application");
    }

    /** Returns the annotations of each method of a class, of those that it overrides or implements too. */
    Map<String, Map<String, Marker>> methods(ClassFile type) {
        Map<String, Map<String, Marker>> methods = new TreeMap<>();
        for (ClassFile one : classes.lineage(type)) {
            for (Method method : one.methods()) {
                Map<String, Marker> annotations =
                        methods.computeIfAbsent(method.name() + method.descriptor(), key -> new HashMap<>());
                method.annotations().forEach(annotations::putIfAbsent);
            }
        }
        return methods;
    }

    /** Returns an annotation of a class, or of one above it. */
    Optional<Marker> inherited(ClassFile type, String annotation) {
        return classes.lineage(type).stream()
                .flatMap(one -> one.annotation(annotation).stream())
                .findFirst();
    }

    /** Returns the HTTP method that a method of a resource answers; empty if it answers none. */
    Optional<String> verb(Map<String, Marker> annotations) {
        return annotations.keySet().stream()
                .flatMap(name -> classes.httpMethod(name).stream())
                .findFirst();
    }

    /**
     * Returns the templates of the paths of a method, each below the application and without a leading slash.
     *
     * @param ofClass the path of its class
     */
    Set<String> templates(Marker ofClass, Map<String, Marker> annotations) {
        String below = join(
                text(ofClass),
                Optional.ofNullable(annotations.get(PATH)).map(RestPaths::text).orElse(""));
        return roots().stream().map(root -> join(root, below)).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String text(Marker path) {
        return path.texts("value").stream().findFirst().orElse("");
    }

    /** The paths of the applications' classes and of the servlets that call resources; the context's if there are none. */
    private Set<String> roots() {
        Set<String> roots = new TreeSet<>();
        for (ClassFile type : classes.with(REST + "ApplicationPath")) {
            roots.add(text(type.annotations().get(REST + "ApplicationPath")));
        }
        servlets.forEach((name, patterns) -> {
            if (isRest(name, classes)) {
                patterns.stream()
                        .filter(pattern -> pattern.endsWith("/*"))
                        .forEach(pattern -> roots.add(pattern.substring(0, pattern.length() - 2)));
            }
        });
        return roots.isEmpty() ? Set.of("") : roots;
    }

    private static String join(String first, String second) {
        return String.join(
                "/",
                Stream.of(first, second)
                        .flatMap(part -> Stream.of(part.split("/")))
                        .filter(segment -> !segment.isEmpty())
                        .toList());
    }

    /** Returns a path that a template matches, as far as that can be told. */
    static String sample(String template) {
        return "/" + template.replaceAll("^/+", "").replaceAll("\\{[^/]*}", "any-other-resource");
    }
}
