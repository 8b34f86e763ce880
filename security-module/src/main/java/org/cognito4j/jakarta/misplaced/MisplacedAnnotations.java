package org.cognito4j.jakarta.misplaced;

import jakarta.servlet.ServletContext;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cognito4j.SettingFault;
import org.cognito4j.jakarta.access.RequiresClaim;
import org.cognito4j.jakarta.access.RequiresScope;
import org.cognito4j.jakarta.access.ScopeRequirement;
import org.cognito4j.jakarta.application.AnnotationLookup;
import org.cognito4j.jakarta.application.AnnotationScan;
import org.cognito4j.jakarta.application.ClassFileAnnotations.Place;
import org.cognito4j.jakarta.application.ClassRole;
import org.cognito4j.jakarta.application.DeployedFiles;
import org.cognito4j.jakarta.application.ScannedClasses;
import org.cognito4j.jakarta.platform.ApplicationLoader;

/**
 * Finds security annotations that nothing asks about: on servlets, filters, listeners, WebSocket endpoints, on objects that no
 * container makes, on methods that no interceptor can be in front of, and those of {@code javax.annotation.security}, which
 * Jakarta EE does not know. Their author believes the code protected while it is open.
 */
final class MisplacedAnnotations {

    private static final String SCOPE = RequiresScope.class.getName();
    private static final String CLAIM = RequiresClaim.class.getName();
    private static final String CLAIMS = RequiresClaim.Repeated.class.getName();
    private static final String SERVLET_SECURITY = "jakarta.servlet.annotation.ServletSecurity";
    private static final Set<String> ROLES =
            Set.of("jakarta.annotation.security.RolesAllowed", "jakarta.annotation.security.DenyAll");
    private static final String OLD = "javax.annotation.security.";
    private static final Set<String> OLD_ROLES = Set.of(OLD + "RolesAllowed", OLD + "DenyAll");
    private static final Set<String> SPRING = Set.of(
            "org.springframework.security.access.annotation.Secured",
            "org.springframework.security.access.prepost.PreAuthorize",
            "org.springframework.security.access.prepost.PostAuthorize");

    private final ClassLoader loader;
    private final ApplicationBeans beans;
    private final Map<String, Set<String>> found = new LinkedHashMap<>();
    private final Map<String, Set<String>> doubtful = new LinkedHashMap<>();

    private MisplacedAnnotations(ClassLoader loader, ApplicationBeans beans) {
        this.loader = loader;
        this.beans = beans;
    }

    /**
     * What was found.
     *
     * @param faults annotations without effect
     * @param doubts annotations that something unknown may enforce, or in libraries that may be of no use to the application
     */
    record Findings(List<SettingFault> faults, List<SettingFault> doubts) {}

    /**
     * Finds them in an application.
     *
     * @param beans what CDI makes
     */
    static Findings in(ServletContext application, ApplicationBeans beans) {
        Set<String> wanted = Stream.of(ROLES, OLD_ROLES, SPRING, Set.of(SCOPE, CLAIM, CLAIMS, SERVLET_SECURITY))
                .flatMap(Set::stream)
                .collect(Collectors.toSet());
        AnnotationScan.Result places = AnnotationScan.of(application, wanted, Set.of(SCOPE, CLAIM, CLAIMS));
        MisplacedAnnotations misplaced = new MisplacedAnnotations(ApplicationLoader.of(application), beans);
        misplaced.judge(places.ofClasses(), false);
        misplaced.judge(places.ofLibraries(), true);
        misplaced.judgeProducers();
        List<SettingFault> found = faults(misplaced.found);
        List<SettingFault> doubts = faults(misplaced.doubtful);
        if (!beans.managed().isEmpty()) { // else CDI may be absent
            HiddenDefaultMethods.find(beans.managed(), found);
        }
        Set<Class<?>> made = misplaced.made(places);
        EnterpriseViews.find(made, found);
        SelfCalls.find(made, found, doubts);
        made.addAll(misplaced.heirs(application, places));
        ClaimPlaces.find(made, found);
        return new Findings(found, doubts);
    }

    /** Returns the classes that CDI makes, and the annotated resources and enterprise beans that other containers make. */
    private Set<Class<?>> made(AnnotationScan.Result places) {
        Set<Class<?>> made = new LinkedHashSet<>(beans.managed());
        Stream.of(places.ofClasses(), places.ofLibraries())
                .flatMap(List::stream)
                .map(Place::type)
                .distinct()
                .flatMap(name -> load(name).stream())
                .filter(type ->
                        Set.of(ClassRole.RESOURCE, ClassRole.ENTERPRISE_BEAN).contains(ClassRole.of(type)))
                .forEach(made::add);
        return made;
    }

    /** Returns the classes that JAX-RS may make and that inherit {@link RequiresClaim}. */
    private Set<Class<?>> heirs(ServletContext application, AnnotationScan.Result places) {
        boolean isConcerned = Stream.of(places.ofClasses(), places.ofLibraries())
                .flatMap(List::stream)
                .anyMatch(place ->
                        place.annotation().equals(CLAIM) || place.annotation().equals(CLAIMS));
        if (!isConcerned) {
            return Set.of();
        }
        ScannedClasses classes = ScannedClasses.in(DeployedFiles.of(application));
        return classes.byName().values().stream()
                .filter(type -> classes.lineage(type).stream()
                        .anyMatch(each -> each.annotation("jakarta.ws.rs.Path").isPresent()))
                .flatMap(type -> load(type.name()).stream())
                .collect(Collectors.toSet());
    }

    private static List<SettingFault> faults(Map<String, Set<String>> found) {
        List<SettingFault> faults = new ArrayList<>();
        found.forEach((problem, places) -> {
            String[] parts = problem.split("\n", 3);
            faults.add(new SettingFault(parts[0], parts[1] + ": " + String.join(", ", places), parts[2]));
        });
        return faults;
    }

    private void judge(List<Place> places, boolean inLibrary) {
        for (Place place : places) {
            if (OLD_ROLES.contains(place.annotation())) {
                judgeOld(place, places, inLibrary);
            } else if (SPRING.contains(place.annotation())) {
                if (load(place.annotation()).isEmpty()) {
                    found(
                            inLibrary,
                            place,
                            "@" + simple(place),
                            "is enforced by nothing, as Spring Security is not in the application",
                            "Replace it by @RolesAllowed or @RequiresScope, or remove it");
                }
            } else if (!place.isAnnotation()) {
                load(place.type()).ifPresent(type -> judge(place, type, inLibrary));
            }
        }
    }

    /** A class may have both, to run on either edition. */
    private void judgeOld(Place place, List<Place> places, boolean inLibrary) {
        boolean hasNew = places.stream()
                .anyMatch(other -> other.type().equals(place.type())
                        && other.member().equals(place.member())
                        && ROLES.contains(other.annotation()));
        if (!hasNew) {
            found(
                    inLibrary,
                    place,
                    "@" + place.annotation(),
                    "is unknown to Jakarta EE 9 and later, so nothing is protected by it",
                    "Import jakarta.annotation.security." + simple(place) + " instead");
        }
    }

    private void judge(Place place, Class<?> type, boolean inLibrary) {
        ClassRole role = ClassRole.of(type);
        if (place.annotation().equals(SERVLET_SECURITY)) {
            if (role != ClassRole.SERVLET) {
                found(
                        inLibrary,
                        place,
                        "@ServletSecurity",
                        "protects servlets alone",
                        "Use @RolesAllowed or @RequiresScope, or a constraint in web.xml");
            }
            return;
        }
        boolean isScope = !ROLES.contains(place.annotation());
        String annotation = isScope ? scope(place, type) : "@" + simple(place);
        if (role.isCalledDirectly()) {
            found(
                    false,
                    place,
                    annotation,
                    "protects nothing on " + role.text() + ", which the container calls without an interceptor",
                    role == ClassRole.SERVLET || role == ClassRole.FILTER
                            ? "Use @ServletSecurity or CognitoFilter for servlets, or put it on a bean that is called"
                            : "Put it on a bean that is called");
        } else if (!place.member().isEmpty() && !isReached(place, type, role)) {
            found(
                    false,
                    place,
                    annotation,
                    "protects nothing on a method that no interceptor can be in front of: a private, static or final"
                            + " one, one that subclasses in other packages cannot override, or one that the container"
                            + " alone calls",
                    "Put it on a public method of a bean that others call");
        } else if (role == ClassRole.OTHER && !beans.manageAny(type)) {
            boolean mayBeEnforced = !isScope && (inLibrary || hasForeignAnnotation(type));
            found(
                    mayBeEnforced,
                    place,
                    annotation,
                    "protects nothing on a class that is " + role.text(),
                    "Make it a bean, as by @ApplicationScoped, and have it injected instead of using new");
        }
    }

    /** Whether an interceptor or a filter of ours is in front of every method of the name that has the annotation. */
    private boolean isReached(Place place, Class<?> type, ClassRole role) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> method.getName().equals(place.member()) && has(place.annotation(), method))
                .allMatch(method -> isCalledByResources(method, type, role) || isIntercepted(method, type, role));
    }

    private static boolean has(String annotation, Method method) {
        return Arrays.stream(method.getAnnotations())
                .anyMatch(one -> one.annotationType().getName().equals(annotation));
    }

    /** A method takes the annotations of JAX-RS from one that it overrides, unless it has its own. */
    private static boolean isCalledByResources(Method method, Class<?> type, ClassRole role) {
        return role == ClassRole.RESOURCE
                && !new AnnotationLookup(method, type)
                        .mostSpecific(element -> element instanceof Method
                                ? Arrays.stream(element.getAnnotations())
                                        .filter(ClassRole::isOfResource)
                                        .toList()
                                : List.of())
                        .isEmpty();
    }

    private boolean isIntercepted(Method method, Class<?> type, ClassRole role) {
        int modifiers = method.getModifiers();
        boolean isOpen = Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers);
        boolean isOfBean = role == ClassRole.ABSTRACT || role == ClassRole.ENTERPRISE_BEAN || beans.manageAny(type);
        return !Modifier.isPrivate(modifiers)
                && !Modifier.isStatic(modifiers)
                && !Modifier.isFinal(modifiers)
                && (isOpen || !beans.manageElsewhere(type))
                && (isOfBean || role != ClassRole.RESOURCE)
                && !LifeCycleMethods.includes(method);
    }

    private void judgeProducers() {
        beans.produced()
                .forEach((producer, type) -> found.computeIfAbsent(
                                String.join(
                                        "\n",
                                        "@RequiresScope, @RequiresClaim or @RolesAllowed",
                                        "protects nothing on an object that a producer makes",
                                        "Let CDI make the object; an InterceptionFactory enforces @RequiresScope of its class alone"),
                                key -> new TreeSet<>())
                        .add(type + " from " + producer));
    }

    /** A framework that is not known here may ask what the annotations say. */
    private static boolean hasForeignAnnotation(Class<?> type) {
        return Arrays.stream(type.getAnnotations())
                .map(annotation -> annotation.annotationType().getName())
                .anyMatch(name -> !name.startsWith("java.")
                        && !name.startsWith("jakarta.")
                        && !name.startsWith("org.cognito4j."));
    }

    private void found(boolean isDoubtful, Place place, String annotation, String problem, String remedy) {
        (isDoubtful ? doubtful : found)
                .computeIfAbsent(String.join("\n", annotation, problem, remedy), key -> new TreeSet<>())
                .add(place.text());
    }

    /** The annotation of the module, which a stereotype may have in turn. */
    private static String scope(Place place, Class<?> type) {
        boolean isClaim = Stream.concat(Stream.of(type), Arrays.stream(type.getDeclaredMethods()))
                .filter(element -> element instanceof Class<?> == place.member().isEmpty())
                .noneMatch(element -> !ScopeRequirement.on(element).isEmpty());
        return isClaim ? "@RequiresClaim" : "@RequiresScope";
    }

    private static String simple(Place place) {
        return place.annotation().substring(place.annotation().lastIndexOf('.') + 1);
    }

    private Optional<Class<?>> load(String name) {
        try {
            return Optional.of(Class.forName(name, false, loader));
        } catch (ClassNotFoundException | LinkageError e) {
            return Optional.empty();
        }
    }
}
