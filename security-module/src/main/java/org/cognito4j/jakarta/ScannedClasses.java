package org.cognito4j.jakarta;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarInputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The classes of a web application, of its libraries as well, read without loading any. Libraries of servers, frameworks
 * and this module are left out by the names of their packages, since they have no resources of the application.
 */
record ScannedClasses(Map<String, ClassFile> byName) {

    private static final String CLASSES = "/WEB-INF/classes/";
    private static final String LIBRARIES = "/WEB-INF/lib/";

    private static final List<String> FRAMEWORKS = List.of(
            "META-INF/",
            "module-info",
            "jakarta/",
            "javax/",
            "org/glassfish/",
            "org/jboss/",
            "org/eclipse/",
            "org/apache/",
            "io/smallrye/",
            "io/netty/",
            "com/fasterxml/",
            "tools/jackson/",
            "org/hibernate/",
            "org/springframework/",
            "org/cognito4j/",
            "org/slf4j/",
            "ch/qos/",
            "com/github/benmanes/",
            "kotlin/",
            "scala/",
            "com/google/",
            "com/sun/",
            "software/amazon/",
            "com/nimbusds/",
            "org/jvnet/",
            "net/bytebuddy/",
            "org/junit/");

    static ScannedClasses in(DeployedFiles files, Set<String> paths) {
        Map<String, ClassFile> classes = new TreeMap<>();
        for (String path : paths) {
            try {
                if (path.startsWith(CLASSES) && path.endsWith(".class")) {
                    try (InputStream in = files.open(path)) {
                        add(in, classes);
                    }
                } else if (path.startsWith(LIBRARIES) && path.endsWith(".jar")) {
                    addLibrary(path, files, classes);
                }
            } catch (IOException e) {
                // A file that is no class is nothing that a server could run.
            }
        }
        return new ScannedClasses(classes);
    }

    private static void addLibrary(String path, DeployedFiles files, Map<String, ClassFile> classes)
            throws IOException {
        Optional<Path> place = files.place(path);
        if (place.isPresent()) {
            try (ZipFile library = new ZipFile(place.get().toFile())) {
                for (ZipEntry entry : Collections.list(library.entries())) {
                    if (isOfApplication(entry.getName())) {
                        add(library.getInputStream(entry), classes);
                    }
                }
            }
            return;
        }
        try (JarInputStream library = new JarInputStream(files.open(path))) {
            for (JarEntry entry = library.getNextJarEntry(); entry != null; entry = library.getNextJarEntry()) {
                if (isOfApplication(entry.getName())) {
                    add(library, classes);
                }
            }
        }
    }

    private static boolean isOfApplication(String name) {
        return name.endsWith(".class") && FRAMEWORKS.stream().noneMatch(name::startsWith);
    }

    private static void add(InputStream in, Map<String, ClassFile> classes) {
        try {
            ClassFile read = ClassFile.read(new ByteArrayInputStream(in.readAllBytes()));
            classes.putIfAbsent(read.name(), read);
        } catch (IOException e) {
            // as above
        }
    }

    /** Returns those classes that have an annotation of their own. */
    List<ClassFile> with(String annotation) {
        return byName.values().stream()
                .filter(type -> type.annotations().containsKey(annotation))
                .toList();
    }

    /** Returns a class and the classes and interfaces above it, as far as they are the application's. */
    List<ClassFile> lineage(ClassFile type) {
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
    boolean extendsClass(String name, String ancestor) {
        ClassFile type = byName.get(name);
        return name.equals(ancestor)
                || (type != null
                        && lineage(type).stream()
                                .anyMatch(one -> one.superclass().equals(ancestor)));
    }
}
