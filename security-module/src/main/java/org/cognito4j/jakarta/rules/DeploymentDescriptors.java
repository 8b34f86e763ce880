package org.cognito4j.jakarta.rules;

import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger.Level;
import java.net.URL;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;
import org.cognito4j.jakarta.constraint.WebDescriptor;
import org.cognito4j.jakarta.constraint.XmlElement;
import org.cognito4j.jakarta.platform.ApplicationLoader;
import org.cognito4j.net.QuietLog;

/**
 * The descriptors of an application: the {@code web.xml}, and the fragments of libraries, which the container ignores for
 * some applications.
 */
public final class DeploymentDescriptors {

    private static final System.Logger LOG = QuietLog.of("org.cognito4j");

    private final Optional<WebDescriptor> webXml;
    private final Map<String, WebDescriptor> fragments;
    private final Set<String> excluded;

    private DeploymentDescriptors(
            Optional<WebDescriptor> webXml, Map<String, WebDescriptor> fragments, Set<String> excluded) {
        this.webXml = webXml;
        this.fragments = fragments;
        this.excluded = excluded;
    }

    /** Reads the descriptors; none where one of them can be read by the container alone. */
    public static DeploymentDescriptors of(ServletContext application) {
        try {
            Set<String> libraries = libraries(application);
            Optional<WebDescriptor> webXml = webXml(application);
            Map<String, WebDescriptor> fragments = fragments(application, libraries);
            return new DeploymentDescriptors(webXml, fragments, excluded(application, libraries, webXml, fragments));
        } catch (IOException | XMLStreamException | RuntimeException e) {
            LOG.log(Level.WARNING, "A web.xml or web-fragment.xml cannot be read, so filters are not checked: {0}", e);
            return new DeploymentDescriptors(Optional.empty(), Map.of(), Set.of());
        }
    }

    /** Returns whether the container ignores annotations and fragments. */
    boolean areComplete() {
        return webXml.filter(WebDescriptor::isComplete).isPresent();
    }

    /** Returns the libraries that {@code <absolute-ordering>} leaves out, by the names of their files. */
    Set<String> excludedLibraries() {
        return excluded;
    }

    /** Returns the {@code web.xml}. */
    public Optional<WebDescriptor> webXml() {
        return webXml;
    }

    /** Returns the fragments by the names of their libraries, those that the container ignores among them. */
    Map<String, WebDescriptor> fragments() {
        return fragments;
    }

    /** Returns the descriptors that the container reads, the {@code web.xml} first. */
    List<WebDescriptor> inForce() {
        Stream<WebDescriptor> counted = fragments.entrySet().stream()
                .filter(fragment -> !areComplete() && !excluded.contains(fragment.getKey()))
                .map(Map.Entry::getValue);
        return Stream.concat(webXml.stream(), counted).toList();
    }

    private static Optional<WebDescriptor> webXml(ServletContext application) throws IOException, XMLStreamException {
        try (InputStream in = application.getResourceAsStream("/WEB-INF/web.xml")) {
            return in == null ? Optional.empty() : Optional.of(new WebDescriptor(XmlElement.parse(in)));
        }
    }

    private static Map<String, WebDescriptor> fragments(ServletContext application, Set<String> libraries)
            throws IOException, XMLStreamException {
        Map<String, WebDescriptor> fragments = new LinkedHashMap<>();
        for (URL url : Collections.list(ApplicationLoader.of(application).getResources("META-INF/web-fragment.xml"))) {
            Optional<String> library = libraries.stream()
                    .filter(name -> url.toString().contains("/" + name))
                    .findFirst();
            if (library.isPresent()) {
                try (InputStream in = url.openStream()) {
                    fragments.put(library.get(), new WebDescriptor(XmlElement.parse(in)));
                }
            }
        }
        return fragments;
    }

    private static Set<String> libraries(ServletContext application) {
        Set<String> paths = application.getResourcePaths("/WEB-INF/lib/");
        return paths == null
                ? Set.of()
                : paths.stream()
                        .map(path -> path.substring(path.lastIndexOf('/') + 1))
                        .filter(name -> name.endsWith(".jar"))
                        .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> excluded(
            ServletContext application,
            Set<String> libraries,
            Optional<WebDescriptor> webXml,
            Map<String, WebDescriptor> fragments) {
        Set<String> left = new TreeSet<>(libraries);
        if (application.getAttribute(ServletContext.ORDERED_LIBS) instanceof List<?> ordered) {
            left.removeIf(ordered::contains);
            return left;
        }
        // Some containers follow an ordering without saying so by the attribute.
        Optional<Set<String>> kept =
                webXml.filter(WebDescriptor::leavesOthersOut).map(WebDescriptor::orderedFragments);
        if (kept.isEmpty()) {
            return Set.of();
        }
        fragments.forEach((library, fragment) -> {
            if (fragment.fragmentName().filter(kept.get()::contains).isPresent()) {
                left.remove(library);
            }
        });
        return left;
    }
}
