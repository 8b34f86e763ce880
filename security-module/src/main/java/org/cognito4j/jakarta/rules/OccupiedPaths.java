package org.cognito4j.jakarta.rules;

import jakarta.servlet.ServletContext;
import java.net.MalformedURLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.cognito4j.jakarta.application.ClassFile;
import org.cognito4j.jakarta.application.DeployedFiles;
import org.cognito4j.jakarta.application.ScannedClasses;
import org.cognito4j.jakarta.constraint.PatternReach;
import org.cognito4j.jakarta.platform.ApplicationLoader;
import org.cognito4j.jakarta.rules.RegisteredParts.Part;

/** The paths at which an application has something: a servlet, a file, a WebSocket endpoint or a filter that may answer. */
final class OccupiedPaths {

    private static final String ENDPOINT = "jakarta.websocket.server.ServerEndpoint";
    private static final Set<String> ENDPOINT_TYPES =
            Set.of("jakarta.websocket.Endpoint", "jakarta.websocket.server.ServerApplicationConfig");

    /** Jetty has annotations and types of its own. */
    private static final String OF_JETTY = "org.eclipse.jetty.websocket.";

    private final ServletContext application;
    private final RegisteredParts parts;

    OccupiedPaths(ServletContext application, RegisteredParts parts) {
        this.application = application;
        this.parts = parts;
    }

    /** Returns whether a servlet or a file has a path of a pattern; the default servlet has those of files alone. */
    boolean include(String pattern) {
        PatternReach reach = new PatternReach(pattern);
        if (pattern.isEmpty() || pattern.equals("/") || pattern.equals("/*")) {
            return true;
        }
        List<String> servlets = new ArrayList<>();
        parts.servlets().stream()
                .filter(servlet -> !servlet.name().equals("default"))
                .forEach(servlet -> servlet.patterns().stream()
                        .filter(found -> !found.startsWith("*.") || mayAnswerAnywhere(servlet))
                        .forEach(servlets::add));
        return servlets.contains("/") || servlets.stream().anyMatch(reach::meets) || isFile(pattern);
    }

    /** Returns whether a filter of the application itself runs for a path of a pattern: it may answer there. */
    boolean areFiltered(String pattern) {
        PatternReach reach = new PatternReach(pattern);
        return parts.filters().stream()
                .filter(filter -> !parts.isOwn(filter.className()) && isOfApplication(filter))
                .anyMatch(filter -> filter.patterns().stream().anyMatch(reach::meets));
    }

    /**
     * Returns whether the application may have WebSocket endpoints: programs may register them at any path. Where it is embedded
     * and is no WAR, its classes are not known.
     */
    boolean mayHaveEndpoints() {
        try {
            Set<String> inner = application.getResourcePaths("/WEB-INF/");
            return inner == null
                    || inner.isEmpty()
                    || ScannedClasses.in(DeployedFiles.of(application)).byName().values().stream()
                            .anyMatch(OccupiedPaths::isEndpoint);
        } catch (RuntimeException e) {
            return true; // files that only the container can read
        }
    }

    private static boolean isEndpoint(ClassFile type) {
        return type.annotation(ENDPOINT).isPresent()
                || type.annotations().keySet().stream().anyMatch(name -> name.startsWith(OF_JETTY))
                || Stream.concat(Stream.of(type.superclass()), type.interfaces().stream())
                        .anyMatch(name -> ENDPOINT_TYPES.contains(name) || name.startsWith(OF_JETTY));
    }

    /** A server's own servlet for an extension, as that for pages, answers where a file is. One of a page has no class. */
    private boolean mayAnswerAnywhere(Part servlet) {
        return servlet.className().isEmpty() || isOfApplication(servlet);
    }

    /** Returns whether a filter or servlet is of the application, and neither of its server nor of this jar. */
    private boolean isOfApplication(Part part) {
        return parts.load(part.className())
                .filter(type -> type.getClassLoader() == ApplicationLoader.of(application)
                        && !type.getProtectionDomain().equals(OccupiedPaths.class.getProtectionDomain()))
                .isPresent();
    }

    private boolean isFile(String pattern) {
        if (pattern.startsWith("*.")) {
            return true; // a search of all files would take long
        }
        String path = pattern.endsWith("/*") ? pattern.substring(0, pattern.length() - 1) : pattern;
        try {
            Set<String> below = application.getResourcePaths(path.endsWith("/") ? path : path + "/");
            return below != null && !below.isEmpty() || application.getResource(path) != null;
        } catch (MalformedURLException | RuntimeException e) {
            return true; // a path that only the container can read
        }
    }
}
