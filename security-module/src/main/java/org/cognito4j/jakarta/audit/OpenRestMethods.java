package org.cognito4j.jakarta.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cognito4j.jakarta.application.ClassFile;
import org.cognito4j.jakarta.application.ClassFile.Marker;
import org.cognito4j.jakarta.application.ScannedClasses;

/**
 * Lists the methods of JAX-RS resources that have no security annotation, on a path that nothing else protects. Locators
 * are not followed: what one returns is listed by its own path if it has one.
 */
public final class OpenRestMethods {

    private static final Set<String> SECURED = Set.of(
            "jakarta.annotation.security.RolesAllowed",
            "jakarta.annotation.security.DenyAll",
            "jakarta.annotation.security.PermitAll",
            "org.cognito4j.jakarta.access.RequiresClaim",
            "org.cognito4j.jakarta.access.RequiresClaim$Repeated",
            "org.cognito4j.jakarta.access.RequiresScope");

    private final ScannedClasses classes;
    private final OpenPaths open;
    private final RestPaths paths;

    OpenRestMethods(ScannedClasses classes, OpenPaths open, Map<String, Set<String>> servlets) {
        this.classes = classes;
        this.open = open;
        this.paths = new RestPaths(classes, servlets);
    }

    List<String> list() {
        List<String> lines = new ArrayList<>();
        for (ClassFile type : classes.byName().values()) {
            Optional<Marker> path = paths.inherited(type, RestPaths.PATH);
            if (path.isEmpty() || type.isAbstract() || isSecured(type)) {
                continue;
            }
            paths.methods(type).forEach((signature, annotations) -> {
                if (isOpen(annotations, path.get())) {
                    lines.add("resource method " + type.name() + "." + signature.substring(0, signature.indexOf('(')));
                }
            });
        }
        return lines;
    }

    private boolean isSecured(ClassFile type) {
        return classes.lineage(type).stream()
                .anyMatch(one -> one.annotations().keySet().stream().anyMatch(SECURED::contains));
    }

    private boolean isOpen(Map<String, Marker> annotations, Marker classPath) {
        Optional<String> verb = paths.verb(annotations);
        boolean isSecured = annotations.keySet().stream().anyMatch(SECURED::contains);
        return verb.isPresent()
                && !isSecured
                && paths.templates(classPath, annotations).stream()
                        .anyMatch(path -> open.isOpen(verb.get(), RestPaths.sample(path)));
    }
}
