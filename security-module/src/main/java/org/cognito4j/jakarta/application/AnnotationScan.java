package org.cognito4j.jakarta.application;

import jakarta.servlet.ServletContext;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.cognito4j.jakarta.application.ClassFileAnnotations.Place;
import org.cognito4j.net.QuietLog;

/**
 * Finds annotations in the class files of an application, those of its libraries included, whether or not anything else ever
 * looks at them. Nothing is loaded.
 */
public final class AnnotationScan {

    private static final Logger LOG = QuietLog.of("org.cognito4j");

    private final ServletContext application;
    private final Set<String> wanted;
    private final List<Place> ofClasses = new ArrayList<>();
    private final List<Place> ofLibraries = new ArrayList<>();

    private AnnotationScan(ServletContext application, Set<String> wanted) {
        this.application = application;
        this.wanted = wanted;
    }

    /**
     * The places that were found.
     *
     * @param ofClasses in the classes of the application itself
     * @param ofLibraries in its libraries
     */
    public record Result(List<Place> ofClasses, List<Place> ofLibraries) {}

    /**
     * Finds annotations.
     *
     * @param wanted the names of annotations. Annotations of the application that have one of {@code inherited} are wanted, too
     * @param inherited those that stereotypes hand on, some of the wanted ones
     */
    public static Result of(ServletContext application, Set<String> wanted, Set<String> inherited) {
        Set<String> names = new HashSet<>(wanted);
        Set<String> handedOn = new HashSet<>(inherited);
        while (true) {
            AnnotationScan scan = new AnnotationScan(application, names);
            scan.run();
            Set<String> stereotypes = scan.stereotypes(handedOn);
            if (!names.addAll(stereotypes)) {
                return new Result(scan.ofClasses, scan.ofLibraries);
            }
            handedOn.addAll(stereotypes);
        }
    }

    private Set<String> stereotypes(Set<String> inherited) {
        Set<String> names = new HashSet<>();
        List.of(ofClasses, ofLibraries)
                .forEach(places -> places.stream()
                        .filter(place -> place.isAnnotation() && inherited.contains(place.annotation()))
                        .forEach(place -> names.add(place.type())));
        return names;
    }

    private void run() {
        ClassFiles.visit(
                DeployedFiles.of(application),
                (content, isOfLibrary) ->
                        (isOfLibrary ? ofLibraries : ofClasses).addAll(ClassFileAnnotations.in(content, wanted)),
                (path, failure) ->
                        LOG.log(Level.WARNING, "{0} cannot be searched for security annotations: {1}", path, failure));
    }
}
