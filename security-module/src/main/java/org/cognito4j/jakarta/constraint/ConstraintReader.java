package org.cognito4j.jakarta.constraint;

import jakarta.annotation.security.DeclareRoles;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import jakarta.servlet.annotation.ServletSecurity;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.xml.stream.XMLStreamException;
import org.cognito4j.jakarta.platform.ApplicationLoader;
import org.cognito4j.net.QuietLog;

/**
 * Reads the constraints of an application from its {@code web.xml}, the fragments in its libraries and the annotations of
 * its servlets. Constraints that a program sets for a servlet are not visible to anyone but the container.
 */
public final class ConstraintReader {

    private static final Logger LOG = QuietLog.of("org.cognito4j");

    private final ServletContext application;
    private final Map<String, Collection<String>> servlets = new LinkedHashMap<>();

    /** Prepares the reading of an application's constraints. */
    public ConstraintReader(ServletContext application) {
        this.application = application;
    }

    /** Takes note of the servlets that are known now, with their patterns. Some containers tell no more at the start. */
    public void noteServlets() {
        try {
            for (ServletRegistration servlet :
                    application.getServletRegistrations().values()) {
                if (servlet.getClassName() != null) {
                    servlets.put(servlet.getClassName(), List.copyOf(servlet.getMappings()));
                }
            }
        } catch (UnsupportedOperationException | IllegalStateException e) {
            LOG.log(Level.DEBUG, "The container does not tell its servlets at this point");
        }
    }

    /** Returns the classes of the servlets that were noted, as far as the application can load them. */
    public List<Class<?>> servletClasses() {
        return servlets.keySet().stream()
                .<Class<?>>flatMap(className -> load(className).stream())
                .toList();
    }

    /** Unknown as a whole if one part cannot be read: half of the rules would make false promises. */
    public WebConstraints read() {
        try {
            return readAll();
        } catch (IOException | XMLStreamException | LinkageError | RuntimeException e) {
            LOG.log(
                    Level.WARNING,
                    "The constraints of the application cannot be read, so a 403 names no scope: {0}",
                    e);
            return WebConstraints.UNKNOWN;
        }
    }

    private WebConstraints readAll() throws IOException, XMLStreamException {
        Optional<WebDescriptor> webXml = webXml();
        boolean isComplete = webXml.filter(WebDescriptor::isComplete).isPresent();
        List<WebDescriptor> descriptors = descriptors();
        List<WebConstraint> constraints = new ArrayList<>();
        Set<String> roles = new LinkedHashSet<>();
        for (WebDescriptor descriptor : descriptors) {
            constraints.addAll(descriptor.constraints());
            roles.addAll(descriptor.declaredRoles());
        }
        if (!isComplete) {
            addAnnotations(constraints, roles);
        }
        // A fragment cannot close what the web.xml leaves open (section 13.8.4.2).
        boolean denyUncovered = webXml.filter(WebDescriptor::deniesUncovered).isPresent();
        return new WebConstraints(constraints, denyUncovered, roles);
    }

    /** Returns the {@code web.xml} and, unless it is complete, the fragments of libraries. */
    List<WebDescriptor> descriptors() throws IOException, XMLStreamException {
        Optional<WebDescriptor> webXml = webXml();
        List<WebDescriptor> descriptors = new ArrayList<>(webXml.stream().toList());
        if (webXml.filter(WebDescriptor::isComplete).isEmpty()) {
            descriptors.addAll(fragments());
        }
        return descriptors;
    }

    private Optional<WebDescriptor> webXml() throws IOException, XMLStreamException {
        try (InputStream in = application.getResourceAsStream("/WEB-INF/web.xml")) {
            return in == null ? Optional.empty() : Optional.of(new WebDescriptor(XmlElement.parse(in)));
        }
    }

    private List<WebDescriptor> fragments() throws IOException, XMLStreamException {
        Set<String> libraries = libraries();
        List<WebDescriptor> fragments = new ArrayList<>();
        for (URL url : Collections.list(ApplicationLoader.of(application).getResources("META-INF/web-fragment.xml"))) {
            if (libraries.stream().anyMatch(library -> url.toString().contains("/" + library))) {
                try (InputStream in = url.openStream()) {
                    fragments.add(new WebDescriptor(XmlElement.parse(in)));
                }
            }
        }
        return fragments;
    }

    /** The file names of the libraries whose fragments count: an absolute ordering may leave some out. */
    @SuppressWarnings("unchecked") // so the specification has it
    private Set<String> libraries() {
        Object ordered = application.getAttribute(ServletContext.ORDERED_LIBS);
        if (ordered instanceof List<?> names) {
            return new LinkedHashSet<>((List<String>) names);
        }
        Set<String> paths = application.getResourcePaths("/WEB-INF/lib/");
        return paths == null
                ? Set.of()
                : paths.stream()
                        .map(path -> path.substring(path.lastIndexOf('/') + 1))
                        .filter(name -> name.endsWith(".jar"))
                        .collect(Collectors.toSet());
    }

    /** A pattern that a descriptor constrains is the descriptor's alone (section 13.4.1). */
    private void addAnnotations(List<WebConstraint> constraints, Set<String> roles) {
        Set<UrlPattern> described =
                constraints.stream().map(WebConstraint::pattern).collect(Collectors.toSet());
        servlets.forEach((className, mappings) -> {
            Optional<Class<?>> type = load(className);
            type.map(servlet -> servlet.getAnnotation(DeclareRoles.class))
                    .ifPresent(declared -> roles.addAll(List.of(declared.value())));
            type.map(servlet -> servlet.getAnnotation(ServletSecurity.class))
                    .ifPresent(security -> mappings.stream()
                            .map(UrlPattern::new)
                            .filter(pattern -> !described.contains(pattern))
                            .forEach(pattern -> constraints.addAll(AnnotatedConstraints.of(security, pattern))));
        });
    }

    private Optional<Class<?>> load(String className) {
        try {
            return Optional.of(Class.forName(className, false, ApplicationLoader.of(application)));
        } catch (ClassNotFoundException | LinkageError e) {
            return Optional.empty(); // a servlet of the server itself
        }
    }
}
