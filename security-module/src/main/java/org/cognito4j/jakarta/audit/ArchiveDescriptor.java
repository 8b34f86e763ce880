package org.cognito4j.jakarta.audit;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.stream.XMLStreamException;
import org.cognito4j.jakarta.application.ClassFile;
import org.cognito4j.jakarta.application.ClassFile.Marker;
import org.cognito4j.jakarta.application.DeployedFiles;
import org.cognito4j.jakarta.application.ScannedClasses;
import org.cognito4j.jakarta.constraint.ConstraintRule;
import org.cognito4j.jakarta.constraint.UrlPattern;
import org.cognito4j.jakarta.constraint.WebConstraint;
import org.cognito4j.jakarta.constraint.WebConstraints;
import org.cognito4j.jakarta.constraint.WebDescriptor;
import org.cognito4j.jakarta.constraint.XmlElement;

/**
 * What the descriptor and the annotations of an archive say of servlets, filters and constraints, without a server.
 *
 * @param constraints all of them
 * @param filters the patterns of our filters that need a token for every method
 * @param servlets the patterns of each servlet by the name of its class
 */
record ArchiveDescriptor(WebConstraints constraints, List<UrlPattern> filters, Map<String, Set<String>> servlets) {

    private static final String WEB_XML = "/WEB-INF/web.xml";
    private static final String ANNOTATIONS = "jakarta.servlet.annotation.";
    private static final String FILTER = "org.cognito4j.jakarta.filter.CognitoFilter";

    static ArchiveDescriptor read(DeployedFiles files, Set<String> paths, ScannedClasses classes) throws IOException {
        Map<String, Set<String>> servlets = new LinkedHashMap<>();
        List<UrlPattern> filters = new ArrayList<>();
        Optional<XmlElement> webXml = paths.contains(WEB_XML) ? Optional.of(parse(files)) : Optional.empty();
        Optional<WebDescriptor> descriptor = webXml.map(WebDescriptor::new);
        webXml.ifPresent(root -> {
            addServlets(root, servlets);
            addFilters(root, classes, filters);
        });
        List<WebConstraint> constraints =
                new ArrayList<>(descriptor.map(WebDescriptor::constraints).orElse(List.of()));
        if (descriptor.filter(WebDescriptor::isComplete).isEmpty()) {
            addAnnotated(classes, servlets, filters, constraints);
        }
        boolean deny = descriptor.filter(WebDescriptor::deniesUncovered).isPresent();
        return new ArchiveDescriptor(new WebConstraints(constraints, deny, Set.of()), filters, servlets);
    }

    private static XmlElement parse(DeployedFiles files) throws IOException {
        try (InputStream in = files.open(WEB_XML)) {
            return XmlElement.parse(in);
        } catch (XMLStreamException e) {
            throw new IOException("web.xml cannot be read", e);
        }
    }

    private static void addServlets(XmlElement root, Map<String, Set<String>> servlets) {
        Map<String, String> classByName = new HashMap<>();
        root.children("servlet").forEach(servlet -> {
            String name = String.join("", servlet.texts("servlet-name"));
            List<String> types = new ArrayList<>(servlet.texts("servlet-class"));
            types.addAll(servlet.texts("jsp-file"));
            classByName.put(name, types.isEmpty() ? name : types.get(0));
        });
        root.children("servlet-mapping").forEach(mapping -> {
            String name = String.join("", mapping.texts("servlet-name"));
            servlets.computeIfAbsent(classByName.getOrDefault(name, name), key -> new LinkedHashSet<>())
                    .addAll(mapping.texts("url-pattern"));
        });
    }

    private static void addFilters(XmlElement root, ScannedClasses classes, List<UrlPattern> filters) {
        Set<String> strict = new TreeSet<>();
        root.children("filter").forEach(filter -> {
            boolean isOurs = filter.texts("filter-class").stream().anyMatch(type -> classes.extendsClass(type, FILTER));
            Map<String, String> parameters = new HashMap<>();
            filter.children("init-param")
                    .forEach(one -> parameters.put(
                            String.join("", one.texts("param-name")), String.join("", one.texts("param-value"))));
            if (isOurs && needsToken(parameters)) {
                strict.addAll(filter.texts("filter-name"));
            }
        });
        root.children("filter-mapping")
                .filter(mapping -> mapping.texts("filter-name").stream().anyMatch(strict::contains))
                .forEach(mapping -> {
                    mapping.texts("url-pattern").forEach(text -> filters.add(new UrlPattern(text)));
                    mapping.texts("servlet-name")
                            .forEach(name -> patternsOf(name, root).forEach(text -> filters.add(new UrlPattern(text))));
                });
    }

    /** Returns the patterns of a servlet of the descriptor; all paths for the name of every servlet. */
    private static List<String> patternsOf(String servlet, XmlElement root) {
        return servlet.equals("*")
                ? List.of("/*")
                : root.children("servlet-mapping")
                        .filter(mapping -> mapping.texts("servlet-name").contains(servlet))
                        .flatMap(mapping -> mapping.texts("url-pattern").stream())
                        .toList();
    }

    /** Returns whether a filter with these parameters needs a token for every method. */
    static boolean needsToken(Map<String, String> parameters) {
        return !parameters.getOrDefault("optional", "false").trim().equalsIgnoreCase("true")
                && !parameters.containsKey("methods")
                && !parameters.containsKey("except-methods");
    }

    private static void addAnnotated(
            ScannedClasses classes,
            Map<String, Set<String>> servlets,
            List<UrlPattern> filters,
            List<WebConstraint> constraints) {
        for (ClassFile type : classes.with(ANNOTATIONS + "WebServlet")) {
            Set<String> patterns = patterns(type.annotations().get(ANNOTATIONS + "WebServlet"));
            servlets.computeIfAbsent(type.name(), name -> patterns);
        }
        for (ClassFile type : classes.with(ANNOTATIONS + "WebFilter")) {
            Marker marker = type.annotations().get(ANNOTATIONS + "WebFilter");
            Map<String, String> parameters = new HashMap<>();
            marker.nested("initParams")
                    .forEach(one ->
                            parameters.put(String.join("", one.texts("name")), String.join("", one.texts("value"))));
            if (classes.extendsClass(type.name(), FILTER) && needsToken(parameters)) {
                patterns(marker).forEach(text -> filters.add(new UrlPattern(text)));
            }
        }
        Set<UrlPattern> described = new HashSet<>();
        constraints.forEach(constraint -> described.add(constraint.pattern()));
        for (ClassFile type : classes.with(ANNOTATIONS + "ServletSecurity")) {
            Marker security = type.annotations().get(ANNOTATIONS + "ServletSecurity");
            for (String text : servlets.getOrDefault(type.name(), Set.of())) {
                UrlPattern pattern = new UrlPattern(text);
                if (!described.contains(pattern)) {
                    constraints.addAll(constraints(security, pattern));
                }
            }
        }
    }

    private static Set<String> patterns(Marker marker) {
        Set<String> patterns = new LinkedHashSet<>(marker.texts("value"));
        patterns.addAll(marker.texts("urlPatterns"));
        return patterns;
    }

    private static List<WebConstraint> constraints(Marker security, UrlPattern pattern) {
        List<WebConstraint> constraints = new ArrayList<>();
        Set<String> named = new LinkedHashSet<>();
        for (Marker method : security.nested("httpMethodConstraints")) {
            named.addAll(method.texts("value"));
            constraints.add(new WebConstraint(
                    pattern, Set.copyOf(method.texts("value")), false, rule(method, "emptyRoleSemantic")));
        }
        ConstraintRule others = security.nested("value").stream()
                .findFirst()
                .map(value -> rule(value, "value"))
                .orElse(ConstraintRule.EVERYBODY);
        constraints.add(new WebConstraint(pattern, named, !named.isEmpty(), others));
        return constraints;
    }

    private static ConstraintRule rule(Marker marker, String empty) {
        List<String> roles = marker.texts("rolesAllowed");
        if (!roles.isEmpty()) {
            return ConstraintRule.ofRoles(Set.copyOf(roles));
        }
        return marker.texts(empty).contains("DENY") ? ConstraintRule.NOBODY : ConstraintRule.EVERYBODY;
    }
}
