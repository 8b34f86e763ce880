package org.cognito4j.config;

import java.util.ArrayList;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.function.Supplier;
import org.cognito4j.InvalidSettings;
import org.cognito4j.PolicySource;
import org.cognito4j.SettingFault;

/** The sources of policy that an application brings along, as beans or services. Immutable. */
public final class PolicySources {

    /** Sources are unknown, as in a program that does not run the application. */
    public static final PolicySources UNKNOWN = new PolicySources(List.of(), false);

    private final List<Named> all;
    private final boolean areKnown;

    private PolicySources(List<Named> all, boolean areKnown) {
        this.all = List.copyOf(all);
        this.areKnown = areKnown;
    }

    /**
     * A source and its class.
     *
     * @param source makes it; an application has one for each watch
     * @param type its class, which for a bean is not that of the object
     */
    record Named(Supplier<PolicySource> source, Class<?> type) {

        /** Makes the source. */
        PolicySource make() {
            try {
                return source.get();
            } catch (ServiceConfigurationError e) {
                throw unusable();
            }
        }
    }

    /**
     * Looks for services.
     *
     * @param application the application's class loader
     * @return all that are there
     * @throws InvalidSettings if one cannot be made
     */
    public static PolicySources in(ClassLoader application) {
        List<Named> found = new ArrayList<>();
        try {
            ServiceLoader.load(PolicySource.class, application).stream()
                    .forEach(service -> found.add(new Named(service::get, service.type())));
        } catch (ServiceConfigurationError e) {
            throw unusable();
        }
        return new PolicySources(found, true);
    }

    private static InvalidSettings unusable() {
        return new InvalidSettings(List.of(new SettingFault(
                "META-INF/services/" + PolicySource.class.getName(),
                "names a class that cannot be used",
                "Name a public class with a public constructor without parameters that implements "
                        + PolicySource.class.getName())));
    }

    /**
     * Adds a bean, in place of a service of the same class.
     *
     * @param bean the bean, or its proxy
     * @param type the bean's class
     * @return these and the bean
     */
    public PolicySources withBean(PolicySource bean, Class<?> type) {
        List<Named> more = new ArrayList<>(all);
        more.removeIf(service -> service.type().equals(type));
        more.add(new Named(() -> bean, type));
        return new PolicySources(more, areKnown);
    }

    List<Named> all() {
        return all;
    }

    boolean areKnown() {
        return areKnown;
    }
}
