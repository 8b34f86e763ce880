package org.cognito4j.jakarta.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.cognito4j.jakarta.application.ClassFile;
import org.cognito4j.jakarta.application.ClassFile.Marker;
import org.cognito4j.jakarta.application.ClassFile.Method;
import org.cognito4j.jakarta.application.ScannedClasses;

/**
 * Lists the methods of JAX-RS resources that have no security annotation, on a path that nothing else protects. Locators
 * are not followed: what one returns is listed by its own path if it has one.
 */
public final class OpenRestMethods {

    private static final String REST = "jakarta.ws.rs.";
    private static final String PATH = REST + "Path";

    private static final Set<String> SECURED = Set.of(
            "jakarta.annotation.security.RolesAllowed",
            "jakarta.annotation.security.DenyAll",
            "jakarta.annotation.security.PermitAll",
            "org.cognito4j.jakarta.access.RequiresClaim",
            "org.cognito4j.jakarta.access.RequiresClaim$Repeated",
            "org.cognito4j.jakarta.access.RequiresScope");

    private final ScannedClasses classes;
    private final OpenPaths open;
    private final Map<String, Set<String>> servlets;

    OpenRestMethods(ScannedClasses classes, OpenPaths open, Map<String, Set<String>> servlets) {
        this.classes = classes;
        this.open = open;
        this.servlets = servlets;
    }

    /** Returns whether a servlet is the one that calls resources. */
    static boolean isRest(String servlet, ScannedClasses classes) {
        return servlet.equals(REST + "core.Application")
                || servlet.endsWith(".ServletContainer")
                || servlet.endsWith(".HttpServletDispatcher")
                || servlet.endsWith(".HttpServlet30Dispatcher")
                || classes.extendsClass(servlet, REST + "core.Application");
    }

    List<String> list() {
        List<String> lines = new ArrayList<>();
        Set<String> roots = roots();
        for (ClassFile type : classes.byName().values()) {
            Optional<Marker> path = inherited(type, PATH);
            if (path.isEmpty() || type.isAbstract() || isSecured(type)) {
                continue;
            }
            methods(type).forEach((signature, annotations) -> {
                if (isOpen(annotations, path.get(), roots)) {
                    lines.add("resource method " + type.name() + "." + signature.substring(0, signature.indexOf('(')));
                }
            });
        }
        return lines;
    }

    /** The annotations of each method, of those that it overrides or implements too. */
    private Map<String, Map<String, Marker>> methods(ClassFile type) {
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

    private Optional<Marker> inherited(ClassFile type, String annotation) {
        return classes.lineage(type).stream()
                .flatMap(one -> one.annotation(annotation).stream())
                .findFirst();
    }

    private boolean isSecured(ClassFile type) {
        return classes.lineage(type).stream()
                .anyMatch(one -> one.annotations().keySet().stream().anyMatch(SECURED::contains));
    }

    private boolean isOpen(Map<String, Marker> annotations, Marker classPath, Set<String> roots) {
        Optional<String> verb = annotations.keySet().stream()
                .flatMap(name -> classes.httpMethod(name).stream())
                .findFirst();
        boolean isSecured = annotations.keySet().stream().anyMatch(SECURED::contains);
        if (verb.isEmpty() || isSecured) {
            return false;
        }
        String below = join(
                text(classPath),
                Optional.ofNullable(annotations.get(PATH))
                        .map(OpenRestMethods::text)
                        .orElse(""));
        return roots.stream().anyMatch(root -> open.isOpen(verb.get(), sample(join(root, below))));
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
