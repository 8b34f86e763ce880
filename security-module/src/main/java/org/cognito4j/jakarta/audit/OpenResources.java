package org.cognito4j.jakarta.audit;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipFile;
import org.cognito4j.jakarta.ProtectedPaths;
import org.cognito4j.jakarta.application.ClassFile;
import org.cognito4j.jakarta.application.DeployedFiles;
import org.cognito4j.jakarta.application.ScannedClasses;

/**
 * Lists the resources of an application that ask for nothing: those that a request without a token reaches. Nothing is wrong
 * with an open resource; an operator has to see which there are. For the start and the command line, not for applications.
 */
public final class OpenResources {

    private final Set<String> paths;
    private final ScannedClasses classes;
    private final OpenPaths open;
    private final Map<String, Set<String>> servlets;
    private final Set<String> found = new LinkedHashSet<>();

    private OpenResources(
            Set<String> paths, ScannedClasses classes, OpenPaths open, Map<String, Set<String>> servlets) {
        this.paths = paths;
        this.classes = classes;
        this.open = open;
        this.servlets = servlets;
    }

    /**
     * Lists the open resources of a web application's archive.
     *
     * @param archive the archive
     * @param requireToken the patterns of {@code cognito.require-token}
     * @return one line for each
     * @throws IOException if the archive cannot be read
     */
    public static List<String> in(ZipFile archive, List<String> requireToken) throws IOException {
        DeployedFiles files = DeployedFiles.in(archive);
        Set<String> paths = files.paths();
        ScannedClasses classes = ScannedClasses.in(files);
        ArchiveDescriptor descriptor = ArchiveDescriptor.read(files, paths, classes);
        OpenPaths open =
                new OpenPaths(descriptor.constraints(), descriptor.filters(), new ProtectedPaths(requireToken));
        return new OpenResources(paths, classes, open, descriptor.servlets()).list();
    }

    /** Lists the open resources of a deployed application. */
    static List<String> of(
            DeployedFiles files, ScannedClasses classes, OpenPaths open, Map<String, Set<String>> servlets) {
        Set<String> paths = files.paths();
        return new OpenResources(paths, classes, open, servlets).list();
    }

    private List<String> list() {
        servlets.forEach(this::addServlet);
        new OpenRestMethods(classes, open, servlets).list().forEach(found::add);
        addEndpoints();
        addFiles();
        open.uncovered().forEach(found::add);
        return List.copyOf(found);
    }

    private void addServlet(String name, Set<String> patterns) {
        if (RestPaths.isRest(name, classes)) {
            return; // its methods are listed one by one
        }
        String openPatterns = patterns.stream()
                .filter(pattern -> !pattern.equals("/") || classes.byName().containsKey(name))
                .filter(open::isOpen)
                .sorted()
                .collect(Collectors.joining(", "));
        if (!openPatterns.isEmpty() && !name.startsWith("org.apache.jasper.") && !name.contains(".jsp.JspServlet")) {
            found.add("servlet " + name + " at " + openPatterns);
        }
    }

    private void addEndpoints() {
        for (ClassFile type : classes.with("jakarta.websocket.server.ServerEndpoint")) {
            for (String path : type.annotations()
                    .get("jakarta.websocket.server.ServerEndpoint")
                    .texts("value")) {
                String sample = RestPaths.sample(path);
                if (open.isOpenPath(sample)) {
                    found.add("WebSocket endpoint " + type.name() + " at " + path);
                }
            }
        }
    }

    /** Pages are code, and open files beside something protected may have been thought of as protected with it. */
    private void addFiles() {
        Set<String> beside = open.protectedRoots();
        for (String path : paths) {
            boolean isInner = path.startsWith("/WEB-INF/") || path.startsWith("/META-INF/");
            if (!isInner && open.isOpenPath(path)) {
                int end = path.indexOf('/', 1);
                if (path.endsWith(".jsp") || path.endsWith(".jspx")) {
                    found.add("page " + path);
                } else if (end > 0 && beside.contains(path.substring(0, end))) {
                    found.add("file " + path);
                }
            }
        }
    }
}
