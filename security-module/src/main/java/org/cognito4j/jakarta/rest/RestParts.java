package org.cognito4j.jakarta.rest;

import jakarta.servlet.Registration;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.cognito4j.jakarta.application.ClassFile;
import org.cognito4j.jakarta.application.ClassFile.Marker;
import org.cognito4j.jakarta.application.DeployedFiles;
import org.cognito4j.jakarta.application.ScannedClasses;
import org.cognito4j.jakarta.platform.ApplicationLoader;
import org.jspecify.annotations.Nullable;

/** The servlets and filters of an application that call its JAX-RS resources, and the resources with security annotations. */
final class RestParts {

    private static final String REST = "jakarta.ws.rs.";
    private static final String APPLICATION = REST + "core.Application";
    private static final String APPLICATION_PATH = REST + "ApplicationPath";
    private static final String PATH = REST + "Path";
    private static final Set<String> RESTRICTING = Set.of(
            "jakarta.annotation.security.RolesAllowed",
            "jakarta.annotation.security.DenyAll",
            "org.cognito4j.jakarta.access.RequiresClaim",
            "org.cognito4j.jakarta.access.RequiresClaim$Repeated",
            "org.cognito4j.jakarta.access.RequiresScope");

    /** Those of implementations that have neither the name of an application nor its parameter. */
    private static final List<String> KNOWN = List.of(
            "org.jboss.resteasy.plugins.server.servlet.",
            "org.glassfish.jersey.servlet.",
            "org.apache.cxf.jaxrs.servlet.");

    private final ServletContext application;

    RestParts(ServletContext application) {
        this.application = application;
    }

    /** Returns the servlets that call resources. */
    List<ServletRegistration> servlets() {
        return List.<ServletRegistration>copyOf(
                        application.getServletRegistrations().values())
                .stream()
                .filter(this::callsResources)
                .toList();
    }

    /**
     * Returns the names of the servlets that call resources: of those that are registered, and of those that a JAX-RS implementation
     * may still register for an application (Jakarta RESTful Web Services 3.1 section 2.3.2).
     */
    Set<String> servletNames() {
        Set<String> names = new TreeSet<>();
        servlets().forEach(servlet -> names.add(servlet.getName()));
        ScannedClasses classes = ScannedClasses.in(DeployedFiles.of(application));
        classes.with(APPLICATION_PATH).stream()
                .filter(type -> !type.isAbstract())
                .forEach(type -> names.add(type.name()));
        return names;
    }

    /**
     * Returns the servlets whose JAX-RS implementation is in the application's own libraries. The server may have another one, whose
     * checks say nothing about it.
     *
     * @return a class of the implementation for the name of each
     */
    Map<String, Class<?>> servletsOfOwnImplementations() {
        return ofOwnImplementations(servlets());
    }

    /** Returns the same for filters. */
    Map<String, Class<?>> filtersOfOwnImplementations() {
        return ofOwnImplementations(application.getFilterRegistrations().values().stream()
                .filter(this::callsResources)
                .toList());
    }

    private Map<String, Class<?>> ofOwnImplementations(List<? extends Registration> parts) {
        Map<String, Class<?>> own = new HashMap<>();
        for (Registration part : parts) {
            implementationOf(part)
                    .filter(type -> ApplicationLoader.defines(type, application))
                    .ifPresent(type -> own.put(part.getName(), type));
        }
        return own;
    }

    /** The class of a known implementation that a servlet or filter extends; its own class if it extends none. */
    private Optional<Class<?>> implementationOf(Registration part) {
        String name = part.getClassName();
        if (name == null) {
            return Optional.empty();
        }
        try {
            Class<?> type = Class.forName(name, false, ApplicationLoader.of(application));
            return Stream.<Class<?>>iterate(type, each -> each != null, Class::getSuperclass)
                    .filter(each -> KNOWN.stream().anyMatch(each.getName()::startsWith)
                            || each.getName().equals(APPLICATION))
                    .findFirst()
                    .or(() -> Optional.of(type));
        } catch (ClassNotFoundException | LinkageError e) {
            return Optional.empty(); // the server cannot start it either
        }
    }

    /** Returns whether a filter calls resources. */
    boolean haveFilter() {
        return application.getFilterRegistrations().values().stream().anyMatch(this::callsResources);
    }

    /** Returns whether a servlet or a filter calls resources: by its class, or by the JAX-RS application that it names. */
    boolean callsResources(@Nullable Registration part) {
        return part != null
                && (part.getInitParameter(APPLICATION) != null
                        || part.getInitParameter("javax.ws.rs.Application") != null
                        || part.getInitParameter(REST + "Application") != null
                        || isRest(part.getName())
                        || isRest(part.getClassName()));
    }

    private boolean isRest(@Nullable String className) {
        if (className == null) {
            return false;
        }
        if (className.equals(APPLICATION) || KNOWN.stream().anyMatch(className::startsWith)) {
            return true;
        }
        try {
            Class<?> type = Class.forName(className, false, ApplicationLoader.of(application));
            return Stream.<Class<?>>iterate(type, each -> each != null, Class::getSuperclass)
                    .map(Class::getName)
                    .anyMatch(name -> name.equals(APPLICATION) || KNOWN.stream().anyMatch(name::startsWith));
        } catch (ClassNotFoundException | LinkageError | RuntimeException e) {
            return false; // a servlet may have any name
        }
    }

    /** Returns a class of a JAX-RS resource that has a restricting annotation, if there is one. */
    Optional<String> restrictedResource() {
        ScannedClasses classes = ScannedClasses.in(DeployedFiles.of(application));
        return classes.byName().values().stream()
                .filter(type -> !type.isAbstract())
                .filter(type -> isRestrictedResource(classes.lineage(type)))
                .map(ClassFile::name)
                .findFirst();
    }

    /**
     * Returns whether a class with a path has a method for a request, rather than locators alone: for such a method every
     * implementation asks for the checks when it starts.
     */
    boolean haveResourceMethods() {
        ScannedClasses classes = ScannedClasses.in(DeployedFiles.of(application));
        return classes.byName().values().stream()
                .filter(type -> !type.isAbstract())
                .map(classes::lineage)
                .anyMatch(lineage ->
                        lineage.stream().anyMatch(type -> type.annotation(PATH).isPresent())
                                && lineage.stream()
                                        .flatMap(type -> type.methods().stream())
                                        .anyMatch(method -> method.annotations().keySet().stream()
                                                .anyMatch(annotation -> classes.httpMethod(annotation)
                                                        .isPresent())));
    }

    private static boolean isRestrictedResource(List<ClassFile> lineage) {
        List<String> annotations = new ArrayList<>();
        for (ClassFile type : lineage) {
            annotations.addAll(type.annotations().keySet());
            type.methods().stream()
                    .map(ClassFile.Method::annotations)
                    .map(Map<String, Marker>::keySet)
                    .forEach(annotations::addAll);
        }
        return annotations.stream().anyMatch(name -> name.startsWith(REST))
                && annotations.stream().anyMatch(RESTRICTING::contains);
    }
}
