package org.cognito4j.jakarta.platform;

import java.io.IOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.cognito4j.InvalidSettings;
import org.cognito4j.SettingFault;

/**
 * Checks where this jar lies. With two copies, classes of one meet classes of the other; and a copy in the server's class
 * path cannot link the libraries of an application, so that the annotations that these would enforce protect nothing.
 */
public final class JarPlace {

    /** The drop-in file keeps this name, unlike those of the libraries in it. */
    private static final String MARKER = "org/cognito4j/jakarta/start/CognitoInitializer.class";

    private static final String SETTING = "cognito4j";

    /** One class of each library that enforces annotations by this jar, and how to call the library. */
    private static final Map<String, String> LIBRARIES = new TreeMap<>(Map.of(
            "jakarta.enterprise.inject.spi.CDI", "CDI",
            "jakarta.security.enterprise.SecurityContext", "Jakarta Security",
            "jakarta.ws.rs.Path", "Jakarta REST"));

    private JarPlace() {}

    /**
     * Ends the deployment of an application that would be protected by half.
     *
     * @param application the application's class loader
     * @throws InvalidSettings with the places of all copies, or with the libraries that this jar does not see
     */
    public static void require(ClassLoader application) {
        List<SettingFault> faults = faults(application, JarPlace.class.getClassLoader());
        if (!faults.isEmpty()) {
            throw new InvalidSettings(faults);
        }
    }

    /**
     * Ends the deployment of the application that the thread works for if it has two copies. CDI finds beans of both before an
     * initializer is run.
     */
    public static void requireOneCopyInContext() {
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        if (context != null) {
            List<SettingFault> faults = copies(places(context));
            if (!faults.isEmpty()) {
                throw new InvalidSettings(faults);
            }
        }
    }

    /** The faults of an application; {@code own} is the class loader of this jar. */
    static List<SettingFault> faults(ClassLoader application, ClassLoader own) {
        List<String> places = places(application);
        if (places.size() > 1) {
            return List.of(
                    new SettingFault(
                            SETTING,
                            "the application finds " + places.size() + " copies of this jar: "
                                    + String.join(" and ", places),
                            "Keep one: the ordinary jar or the drop-in file, in WEB-INF/lib or in the library directory of the EAR"));
        }
        List<String> unseen = new ArrayList<>();
        LIBRARIES.forEach((className, library) -> {
            if (sees(application, className) && !sees(own, className)) {
                unseen.add(library);
            }
        });
        return unseen.isEmpty()
                ? List.of()
                : List.of(new SettingFault(
                        SETTING,
                        "the jar at " + String.join("", places) + " does not see " + String.join(", ", unseen)
                                + ", which the application has, so annotations such as @RequiresScope and @RolesAllowed"
                                + " would protect nothing",
                        "Move the jar from the server's class path to WEB-INF/lib of the application"));
    }

    private static List<SettingFault> copies(List<String> places) {
        return places.size() < 2
                ? List.of()
                : List.of(new SettingFault(
                        SETTING,
                        "the application finds " + places.size() + " copies of this jar: "
                                + String.join(" and ", places),
                        "Keep one: the ordinary jar or the drop-in file, in WEB-INF/lib or in the library directory of"
                                + " the EAR"));
    }

    private static List<String> places(ClassLoader application) {
        TreeSet<String> places = new TreeSet<>();
        try {
            for (URL copy : Collections.list(application.getResources(MARKER))) {
                places.add(place(copy.toString()));
            }
        } catch (IOException e) {
            return List.of(); // what cannot be listed cannot be compared
        }
        return List.copyOf(places);
    }

    /** {@code jar:file:/app/WEB-INF/lib/cognito4j.jar!/org/…} is at {@code file:/app/WEB-INF/lib/cognito4j.jar}. */
    private static String place(String copy) {
        String place = copy.substring(0, copy.length() - MARKER.length());
        String trimmed = place.endsWith("!/") ? place.substring(0, place.length() - 2) : place;
        return trimmed.startsWith("jar:") ? trimmed.substring("jar:".length()) : trimmed;
    }

    private static boolean sees(ClassLoader loader, String className) {
        try {
            Class.forName(className, false, loader);
            return true;
        } catch (ClassNotFoundException | LinkageError absent) {
            return false;
        }
    }
}
