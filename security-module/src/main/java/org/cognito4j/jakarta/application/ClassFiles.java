package org.cognito4j.jakarta.application;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.jar.JarEntry;
import java.util.jar.JarInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Reads the class files of a web application, those of its libraries as well. No class is loaded. In libraries, the packages
 * of servers, of frameworks and of this module are left out: nothing there is the application's.
 */
final class ClassFiles {

    private static final String CLASSES = "/WEB-INF/classes/";
    private static final String LIBRARIES = "/WEB-INF/lib/";

    private static final List<String> FRAMEWORKS = List.of(
            "META-INF/",
            "ch/qos/",
            "com/fasterxml/",
            "com/github/benmanes/",
            "com/google/",
            "com/nimbusds/",
            "com/sun/",
            "io/micrometer/",
            "io/netty/",
            "io/opentelemetry/",
            "io/smallrye/",
            "jakarta/",
            "javassist/",
            "javax/",
            "kotlin/",
            "net/bytebuddy/",
            "org/apache/",
            "org/bouncycastle/",
            "org/cognito4j/client/",
            "org/cognito4j/config/",
            "org/cognito4j/jakarta/",
            "org/cognito4j/net/",
            "org/cognito4j/server/",
            "org/cognito4j/shaded/",
            "org/eclipse/",
            "org/glassfish/",
            "org/hibernate/",
            "org/jboss/",
            "org/junit/",
            "org/jvnet/",
            "org/slf4j/",
            "org/springframework/",
            "scala/",
            "software/amazon/",
            "tools/jackson/");

    private final DeployedFiles files;
    private final Visitor visitor;
    private final BiConsumer<String, Exception> unreadable;

    /** Reads one class file. */
    interface Visitor {

        /**
         * Reads.
         *
         * @param content the class file, to be closed by the caller
         * @param isOfLibrary whether it is in a library
         * @throws IOException if it cannot be read
         */
        void visit(InputStream content, boolean isOfLibrary) throws IOException;
    }

    private ClassFiles(DeployedFiles files, Visitor visitor, BiConsumer<String, Exception> unreadable) {
        this.files = files;
        this.visitor = visitor;
        this.unreadable = unreadable;
    }

    /**
     * Reads all class files of an application.
     *
     * @param unreadable takes the path of a file that cannot be read, and the cause
     */
    static void visit(DeployedFiles files, Visitor visitor, BiConsumer<String, Exception> unreadable) {
        ClassFiles classes = new ClassFiles(files, visitor, unreadable);
        files.below(CLASSES).stream().filter(path -> path.endsWith(".class")).forEach(classes::readClass);
        files.below(LIBRARIES).stream().filter(path -> path.endsWith(".jar")).forEach(classes::readLibrary);
    }

    private void readClass(String path) {
        try (InputStream in = files.open(path)) {
            visitor.visit(new BufferedInputStream(in), false);
        } catch (IOException | RuntimeException e) {
            unreadable.accept(path, e);
        }
    }

    private void readLibrary(String path) {
        try {
            Optional<Path> place = files.place(path);
            if (place.isPresent()) {
                readFile(place.get());
            } else {
                readStream(path);
            }
        } catch (IOException | RuntimeException e) {
            unreadable.accept(path, e);
        }
    }

    /** Unpacks the application's own classes alone, which are few. */
    private void readFile(Path file) throws IOException {
        try (ZipFile library = new ZipFile(file.toFile())) {
            for (ZipEntry entry : Collections.list(library.entries())) {
                if (isOfApplication(entry)) {
                    try (InputStream in = library.getInputStream(entry)) {
                        visitor.visit(new BufferedInputStream(in), true);
                    }
                }
            }
        }
    }

    /** For servers that keep the archive packed, and for archives. */
    private void readStream(String path) throws IOException {
        try (JarInputStream library = new JarInputStream(new BufferedInputStream(files.open(path)), false)) {
            for (JarEntry entry = library.getNextJarEntry(); entry != null; entry = library.getNextJarEntry()) {
                if (isOfApplication(entry)) {
                    visitor.visit(new ByteArrayInputStream(library.readAllBytes()), true);
                }
            }
        }
    }

    private static boolean isOfApplication(ZipEntry entry) {
        return entry.getName().endsWith(".class") && FRAMEWORKS.stream().noneMatch(entry.getName()::startsWith);
    }
}
