package org.cognito4j.jakarta.rules;

import jakarta.servlet.ServletContext;
import jakarta.servlet.annotation.WebFilter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.cognito4j.jakarta.application.DeployedFiles;

/**
 * Finds classes with {@link WebFilter} in the files of an application, where its container hands over none: those of a library
 * that it leaves out, or of an application in which it runs no initializer.
 */
final class AnnotatedFilters {

    /** A class file with the annotation holds its name in this form. */
    private static final String ANNOTATION = "Ljakarta/servlet/annotation/WebFilter;";

    private static final String CLASSES = "/WEB-INF/classes/";
    private static final String SUFFIX = ".class";

    private final ServletContext application;
    private final RegisteredParts parts;

    AnnotatedFilters(ServletContext application, RegisteredParts parts) {
        this.application = application;
        this.parts = parts;
    }

    /** Returns the annotated classes in {@code WEB-INF/classes}. */
    List<Class<?>> inClasses() {
        List<Class<?>> found = new ArrayList<>();
        DeployedFiles files = DeployedFiles.of(application);
        for (String path : files.below(CLASSES)) {
            if (path.endsWith(SUFFIX)) {
                try (InputStream file = files.open(path)) {
                    addIfAnnotated(path.substring(CLASSES.length()), file.readAllBytes(), found);
                } catch (IOException e) {
                    // Not readable, so nothing that a container could run.
                }
            }
        }
        return found;
    }

    /** Returns the annotated classes in a file of {@code WEB-INF/lib}. */
    List<Class<?>> inLibrary(String library) {
        List<Class<?>> found = new ArrayList<>();
        try (InputStream file = application.getResourceAsStream("/WEB-INF/lib/" + library)) {
            if (file != null) {
                addAnnotatedIn(new ZipInputStream(file), found);
            }
        } catch (IOException | IllegalArgumentException e) {
            // Not a jar: the class loader finds nothing in it either.
        }
        return found;
    }

    private void addAnnotatedIn(ZipInputStream jar, List<Class<?>> found) throws IOException {
        for (ZipEntry entry = jar.getNextEntry(); entry != null; entry = jar.getNextEntry()) {
            if (entry.getName().endsWith(SUFFIX)) {
                addIfAnnotated(entry.getName(), jar.readAllBytes(), found);
            }
        }
    }

    private void addIfAnnotated(String file, byte[] content, List<Class<?>> found) {
        if (new String(content, StandardCharsets.ISO_8859_1).contains(ANNOTATION)) {
            String className =
                    file.substring(0, file.length() - SUFFIX.length()).replace('/', '.');
            parts.load(className)
                    .filter(type -> type.isAnnotationPresent(WebFilter.class))
                    .ifPresent(found::add);
        }
    }
}
