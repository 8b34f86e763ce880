package org.cognito4j.jakarta.application;

import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The classes of a web application, as its {@link ClassFiles} have them. */
public record ScannedClasses(Map<String, ClassFile> byName) {

    private static final String REST = "jakarta.ws.rs.";

    /** The annotations of JAX-RS itself, which are no classes of the application. */
    private static final Set<String> REST_METHODS = Set.of("GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS");

    /** Reads the classes among the files of an application. */
    public static ScannedClasses in(DeployedFiles files) {
        Map<String, ClassFile> classes = new TreeMap<>();
        ClassFiles.visit(
                files,
                (content, isOfLibrary) -> {
                    ClassFile read = ClassFile.read(new ByteArrayInputStream(content.readAllBytes()));
                    classes.putIfAbsent(read.name(), read);
                },
                (path, failure) -> {}); // a file that is no class is nothing that a server could run
        return new ScannedClasses(classes);
    }

    /** Returns those classes that have an annotation of their own. */
    public List<ClassFile> with(String annotation) {
        return byName.values().stream()
                .filter(type -> type.annotations().containsKey(annotation))
                .toList();
    }

    /** Returns for which HTTP method an annotation makes a method one of a JAX-RS resource: JAX-RS's own or the application's. */
    public Optional<String> httpMethod(String annotation) {
        if (annotation.startsWith(REST)) {
            return Optional.of(annotation.substring(REST.length())).filter(REST_METHODS::contains);
        }
        return Optional.ofNullable(byName.get(annotation))
                .flatMap(type -> type.annotation(REST + "HttpMethod"))
                .flatMap(designator -> designator.texts("value").stream().findFirst());
    }

    /** Returns a class and the classes and interfaces above it, as far as they are the application's. */
    public List<ClassFile> lineage(ClassFile type) {
        Set<ClassFile> lineage = new LinkedHashSet<>();
        Deque<ClassFile> next = new ArrayDeque<>(List.of(type));
        while (!next.isEmpty()) {
            ClassFile one = next.poll();
            if (lineage.add(one)) {
                Stream.concat(Stream.of(one.superclass()), one.interfaces().stream())
                        .map(byName::get)
                        .filter(Objects::nonNull)
                        .forEach(next::add);
            }
        }
        return List.copyOf(lineage);
    }

    /** Returns whether a class is, or extends, another one that may not be the application's. */
    public boolean extendsClass(String name, String ancestor) {
        ClassFile type = byName.get(name);
        return name.equals(ancestor)
                || (type != null
                        && lineage(type).stream()
                                .anyMatch(one -> one.superclass().equals(ancestor)));
    }
}
