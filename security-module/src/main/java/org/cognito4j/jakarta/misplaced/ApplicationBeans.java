package org.cognito4j.jakarta.misplaced;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.cognito4j.jakarta.access.ClaimRequirement;
import org.cognito4j.jakarta.access.RoleRequirement;
import org.cognito4j.jakarta.access.ScopeRequirement;
import org.cognito4j.jakarta.application.AnnotationLookup;

/**
 * The classes of an application that CDI makes, with its interceptors in front of them, and the objects that its producers make
 * without. Names no type of CDI, as it is asked for where there is none.
 */
public final class ApplicationBeans {

    private final Set<Class<?>> managed = new LinkedHashSet<>();
    private final Map<String, String> produced = new TreeMap<>();

    /** Takes note of a class that CDI makes. */
    public void manages(Class<?> type) {
        managed.add(type);
    }

    /**
     * Takes note of an object that the application makes itself and hands to CDI.
     *
     * @param producer the method or field that it comes from
     */
    public void produces(Class<?> type, String producer) {
        if (AnnotationLookup.lineage(type).stream()
                .anyMatch(each -> ScopeRequirement.isWithin(each)
                        || ClaimRequirement.isWithin(each)
                        || RoleRequirement.isWithin(each))) {
            produced.put(producer, type.getName());
        }
    }

    /**
     * Takes note of an object that the application has intercepted itself, by a factory that knows the annotations of CDI alone.
     *
     * @param producer the method that it comes from
     */
    public void intercepts(Class<?> type, String producer) {
        if (AnnotationLookup.lineage(type).stream()
                .anyMatch(each -> ClaimRequirement.isWithin(each) || RoleRequirement.isWithin(each))) {
            produced.put(producer, type.getName());
        }
    }

    /** Returns the classes that CDI makes. */
    Set<Class<?>> managed() {
        return Set.copyOf(managed);
    }

    /** Returns whether CDI makes objects of the type, or of a subtype. */
    boolean manageAny(Class<?> type) {
        return managed.stream().anyMatch(type::isAssignableFrom);
    }

    /** Returns the producers of objects whose classes ask for scopes, claims or roles, with the names of these classes. */
    Map<String, String> produced() {
        return Map.copyOf(produced);
    }

    /** Returns whether a subclass that CDI makes is in another package, where it cannot override what is private to this one. */
    boolean manageElsewhere(Class<?> type) {
        return managed.stream()
                .anyMatch(bean -> type.isAssignableFrom(bean)
                        && (!bean.getPackageName().equals(type.getPackageName())
                                || bean.getClassLoader() != type.getClassLoader()));
    }
}
