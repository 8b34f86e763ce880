package org.cognito4j.jakarta.rules;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import java.net.MalformedURLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.cognito4j.jakarta.application.ClassFile;
import org.cognito4j.jakarta.application.DeployedFiles;
import org.cognito4j.jakarta.application.ScannedClasses;
import org.cognito4j.jakarta.constraint.PatternReach;
import org.cognito4j.jakarta.constraint.WelcomeFiles;
import org.cognito4j.jakarta.platform.ApplicationLoader;
import org.cognito4j.jakarta.rules.RegisteredParts.Part;
import org.jspecify.annotations.Nullable;

/** The paths at which an application has something: a servlet, a file, a WebSocket endpoint or a filter that may answer. */
final class OccupiedPaths {

    private static final String ENDPOINT = "jakarta.websocket.server.ServerEndpoint";
    private static final Set<String> ENDPOINT_TYPES =
            Set.of("jakarta.websocket.Endpoint", "jakarta.websocket.server.ServerApplicationConfig");

    /** Servers' own filters and servlets answer where something else is; any other may answer everywhere. */
    private static final List<String> SERVERS = List.of(
            "com.ibm.",
            "com.sun.",
            "fish.payara.",
            "io.openliberty.",
            "io.undertow.",
            "org.apache.catalina.",
            "org.apache.jasper.",
            "org.apache.tomcat.",
            "org.eclipse.jetty.",
            "org.glassfish.",
            "org.jboss.",
            "org.wildfly.");

    /** Implementations of JAX-RS that servers bring along answer for resources, by a servlet or a filter. */
    private static final List<String> JAX_RS = List.of("org.glassfish.jersey.", "org.jboss.resteasy.");

    /** By these, Jetty's default servlet has files elsewhere. */
    private static final List<String> BASES = List.of("baseResource", "resourceBase");

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
                .filter(servlet -> !isDefault(servlet))
                .forEach(servlet -> servlet.patterns().stream()
                        .filter(found -> !found.startsWith("*.") || mayAnswerAnywhere(servlet))
                        .forEach(servlets::add));
        return servlets.contains("/") || servlets.stream().anyMatch(reach::meets) || isFile(pattern);
    }

    /** Returns whether a filter of the application itself runs for a path of a pattern: it may answer there. */
    boolean areFiltered(String pattern) {
        PatternReach reach = new PatternReach(pattern);
        return parts.filters().stream()
                .filter(filter -> !parts.isOwn(filter.className()) && mayAnswerAnywhere(filter))
                .anyMatch(filter -> filter.patterns().stream().anyMatch(reach::meets));
    }

    /** Returns whether one of some locations is that of the page at the application's root. */
    boolean haveFirstPage(Stream<String> locations) {
        Set<String> files = WelcomeFiles.in(application);
        return locations
                .map(location -> location.replaceFirst("[?#].*", ""))
                .anyMatch(location -> location.equals("/") || files.contains(location.replaceFirst("^/", "")));
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

    /** Returns whether a servlet is the server's own for files. An application may have one of its own by that name. */
    private boolean isDefault(Part servlet) {
        return servlet.name().equals("default")
                && (servlet.className().isEmpty() || isOfServer(servlet))
                && BASES.stream().noneMatch(base -> parameter(servlet, base) != null);
    }

    private @Nullable String parameter(Part servlet, String name) {
        ServletRegistration registration = application.getServletRegistration(servlet.name());
        return registration == null ? null : registration.getInitParameter(name);
    }

    /**
     * Returns whether a filter or servlet may answer where the application has neither a servlet nor a file. A server's own servlet
     * for an extension, as that for pages, answers where a file is. Classes may come from a library of an EAR or from the program
     * that embeds the application, and those of lambdas from nowhere.
     */
    private boolean mayAnswerAnywhere(Part part) {
        // Open Liberty does not tell the classes of instances; the module's own filters are named by theirs.
        Optional<Class<?>> loaded = parts.load(part.className().isEmpty() ? part.name() : part.className());
        if (loaded.filter(OccupiedPaths::isOfModule).isPresent()) {
            return false;
        }
        return !isOfServer(part)
                || loaded.filter(type -> ApplicationLoader.defines(type, application))
                        .isPresent();
    }

    /** The jar may have been merged with that of the application. */
    private static boolean isOfModule(Class<?> type) {
        return type.getName().startsWith("org.cognito4j.")
                && type.getProtectionDomain().equals(OccupiedPaths.class.getProtectionDomain());
    }

    private static boolean isOfServer(Part part) {
        return SERVERS.stream().anyMatch(part.className()::startsWith)
                && JAX_RS.stream().noneMatch(part.className()::startsWith);
    }

    private boolean isFile(String pattern) {
        if (pattern.startsWith("*.")) {
            return true; // a search of all files would take long
        }
        String path = pattern.endsWith("/*") ? pattern.substring(0, pattern.length() - 2) : pattern;
        String directory = path.endsWith("/") ? path : path + "/";
        try {
            Set<String> below = application.getResourcePaths(directory);
            return below != null && !below.isEmpty()
                    || application.getResource(path) != null
                    || application.getResource(directory) != null;
        } catch (MalformedURLException | RuntimeException e) {
            return true; // a path that only the container can read
        }
    }
}
