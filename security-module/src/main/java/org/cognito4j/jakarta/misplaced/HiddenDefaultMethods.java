package org.cognito4j.jakarta.misplaced;

import jakarta.enterprise.inject.Typed;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.cognito4j.SettingFault;
import org.cognito4j.jakarta.access.ClaimRequirement;
import org.cognito4j.jakarta.access.RoleRequirement;
import org.cognito4j.jakarta.access.ScopeRequirement;
import org.cognito4j.jakarta.application.AnnotationLookup;

/**
 * Finds default methods of interfaces that require scopes, claims or roles, and that a bean inherits while {@code @Typed} leaves the
 * interface out of its types: a call runs the method on the container's proxy, with no interceptor in front of it.
 */
final class HiddenDefaultMethods {

    private HiddenDefaultMethods() {}

    /**
     * Finds the methods.
     *
     * @param beans the classes that CDI makes
     * @param faults takes one fault for each method
     */
    static void find(Collection<Class<?>> beans, List<SettingFault> faults) {
        for (Class<?> bean : beans) {
            Typed typed = bean.getAnnotation(Typed.class);
            if (typed != null) {
                for (Class<?> type : AnnotationLookup.lineage(bean)) {
                    boolean isType = Arrays.stream(typed.value())
                            .anyMatch(each -> each.isInterface() && type.isAssignableFrom(each));
                    if (type.isInterface() && !isType) {
                        addFaults(bean, type, faults);
                    }
                }
            }
        }
    }

    private static void addFaults(Class<?> bean, Class<?> hidden, List<SettingFault> faults) {
        for (Method method : hidden.getDeclaredMethods()) {
            if (method.isDefault() && isInherited(method, bean) && isRestricted(method, bean)) {
                faults.add(new SettingFault(
                        bean.getName() + "." + method.getName(),
                        "its @RequiresScope, @RequiresClaim, @RolesAllowed or @DenyAll is not enforced, as "
                                + hidden.getName() + " has the method and @Typed does not list that interface",
                        "Add the interface to @Typed, or override the method in the bean"));
            }
        }
    }

    private static boolean isInherited(Method method, Class<?> bean) {
        try {
            return bean.getMethod(method.getName(), method.getParameterTypes())
                    .getDeclaringClass()
                    .isInterface();
        } catch (NoSuchMethodException e) {
            return false;
        }
    }

    private static boolean isRestricted(Method method, Class<?> bean) {
        return ScopeRequirement.of(method, bean).isPresent()
                || ClaimRequirement.of(method, bean).isPresent()
                || RoleRequirement.of(method, bean).isPresent();
    }
}
