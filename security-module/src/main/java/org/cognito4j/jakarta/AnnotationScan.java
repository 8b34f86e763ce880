package org.cognito4j.jakarta;

import jakarta.servlet.ServletContext;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarInputStream;
import org.cognito4j.jakarta.ClassFileAnnotations.Place;

/**
 * Finds annotations in the class files of an application, those of its libraries included, whether or not anything else ever
 * looks at them. Nothing is loaded.
 */
final class AnnotationScan {

    private static final Logger LOG = System.getLogger("org.cognito4j");

    private static final String CLASSES = "/WEB-INF/classes/";
    private static final String LIBRARIES = "/WEB-INF/lib/";

    /** Frameworks, whose many classes are not the application's. */
    private static final List<String> FRAMEWORKS = List.of(
            "META-INF/",
            "com/fasterxml/",
            "com/github/benmanes/",
            "com/google/",
            "com/nimbusds/",
            "com/sun/",
            "io/micrometer/",
            "io/netty/",
            "io/smallrye/",
            "jakarta/",
            "javassist/",
            "javax/",
            "kotlin/",
            "org/apache/",
            "org/bouncycastle/",
            "org/cognito4j/client/",
            "org/cognito4j/config/",
            "org/cognito4j/jakarta/",
            "org/cognito4j/jetty/",
            "org/cognito4j/net/",
            "org/cognito4j/shaded/",
            "org/eclipse/",
            "org/glassfish/",
            "org/hibernate/",
            "org/jboss/",
            "org/jvnet/",
            "org/slf4j/",
            "org/springframework/");

    private final ServletContext application;
    private final Set<String> wanted;
    private final List<Place> ofClasses = new ArrayList<>();
    private final List<Place> ofLibraries = new ArrayList<>();

    private AnnotationScan(ServletContext application, Set<String> wanted) {
        this.application = application;
        this.wanted = wanted;
    }

    /**
     * The places that were found.
     *
     * @param ofClasses in the classes of the application itself
     * @param ofLibraries in its libraries
     */
    record Result(List<Place> ofClasses, List<Place> ofLibraries) {}

    /**
     * Finds annotations.
     *
     * @param wanted the names of annotations. Annotations of the application that have one of {@code inherited} are wanted, too
     * @param inherited those that stereotypes hand on, some of the wanted ones
     */
    static Result of(ServletContext application, Set<String> wanted, Set<String> inherited) {
        Set<String> names = new HashSet<>(wanted);
        Set<String> handedOn = new HashSet<>(inherited);
        while (true) {
            AnnotationScan scan = new AnnotationScan(application, names);
            scan.run();
            Set<String> stereotypes = scan.stereotypes(handedOn);
            if (!names.addAll(stereotypes)) {
                return new Result(scan.ofClasses, scan.ofLibraries);
            }
            handedOn.addAll(stereotypes);
        }
    }

    private Set<String> stereotypes(Set<String> inherited) {
        Set<String> names = new HashSet<>();
        List.of(ofClasses, ofLibraries)
                .forEach(places -> places.stream()
                        .filter(place -> place.isAnnotation() && inherited.contains(place.annotation()))
                        .forEach(place -> names.add(place.type())));
        return names;
    }

    private void run() {
        readClasses(CLASSES);
        paths(LIBRARIES).stream().filter(path -> path.endsWith(".jar")).sorted().forEach(this::readLibrary);
    }

    private void readClasses(String directory) {
        for (String path : paths(directory)) {
            if (path.endsWith("/")) {
                readClasses(path);
            } else if (path.endsWith(".class")) {
                try (InputStream in = application.getResourceAsStream(path)) {
                    if (in != null) {
                        ofClasses.addAll(ClassFileAnnotations.in(new BufferedInputStream(in), wanted));
                    }
                } catch (IOException | RuntimeException e) {
                    unreadable(path, e);
                }
            }
        }
    }

    private void readLibrary(String path) {
        try {
            String file = application.getRealPath(path);
            if (file != null && Files.isRegularFile(Path.of(file))) {
                readFile(Path.of(file));
            } else {
                readStream(path);
            }
        } catch (IOException | RuntimeException e) {
            unreadable(path, e);
        }
    }

    /** Unpacks the application's own classes alone, which are few. */
    private void readFile(Path file) throws IOException {
        try (JarFile jar = new JarFile(file.toFile(), false)) {
            for (JarEntry entry : Collections.list(jar.entries())) {
                if (isOfApplication(entry)) {
                    try (InputStream in = jar.getInputStream(entry)) {
                        ofLibraries.addAll(ClassFileAnnotations.in(new BufferedInputStream(in), wanted));
                    }
                }
            }
        }
    }

    /** For servers that keep the archive packed. */
    private void readStream(String path) throws IOException {
        try (InputStream in = application.getResourceAsStream(path)) {
            if (in == null) {
                return;
            }
            JarInputStream jar = new JarInputStream(new BufferedInputStream(in), false);
            for (JarEntry entry = jar.getNextJarEntry(); entry != null; entry = jar.getNextJarEntry()) {
                if (isOfApplication(entry)) {
                    ofLibraries.addAll(ClassFileAnnotations.in(new ByteArrayInputStream(jar.readAllBytes()), wanted));
                }
            }
        }
    }

    private static boolean isOfApplication(JarEntry entry) {
        return entry.getName().endsWith(".class") && FRAMEWORKS.stream().noneMatch(entry.getName()::startsWith);
    }

    private Set<String> paths(String directory) {
        Set<String> paths = application.getResourcePaths(directory);
        return paths == null ? Set.of() : paths;
    }

    private static void unreadable(String path, Exception failure) {
        LOG.log(Level.WARNING, "{0} cannot be searched for security annotations: {1}", path, failure);
    }
}
