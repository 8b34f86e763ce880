package org.cognito4j.jakarta.misplaced;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.cognito4j.SettingFault;
import org.cognito4j.jakarta.access.RoleRequirement;
import org.cognito4j.jakarta.application.AnnotationLookup;
import org.cognito4j.jakarta.application.ClassRole;

/**
 * Finds roles on the interfaces of enterprise beans: their containers read the annotations of classes alone, so that the bean is
 * open. Resources are left out, since the checks of JAX-RS read interfaces as well.
 */
final class EnterpriseViews {

    private EnterpriseViews() {}

    /**
     * Finds the interfaces.
     *
     * @param beans the classes that containers make
     * @param faults takes one fault for each method
     */
    static void find(Collection<Class<?>> beans, List<SettingFault> faults) {
        for (Class<?> bean : beans) {
            boolean isLeftOut = ClassRole.of(bean) != ClassRole.ENTERPRISE_BEAN || ClassRole.isOfResource(bean);
            for (Class<?> view : isLeftOut ? List.<Class<?>>of() : List.copyOf(AnnotationLookup.lineage(bean))) {
                if (view.isInterface()) {
                    Arrays.stream(view.getDeclaredMethods())
                            .filter(method -> restricts(method) || restricts(view))
                            .filter(method -> isUndeclared(method, bean))
                            .forEach(method -> faults.add(fault(bean, view, method)));
                }
            }
        }
    }

    private static SettingFault fault(Class<?> bean, Class<?> view, Method method) {
        return new SettingFault(
                bean.getName() + "." + method.getName(),
                "its @RolesAllowed or @DenyAll is on the interface " + view.getName()
                        + " alone, which no container of enterprise beans reads",
                "Put the annotation on the class of the bean");
    }

    /** Returns whether neither the classes of a bean nor their method declare who may call. */
    private static boolean isUndeclared(Method method, Class<?> bean) {
        return AnnotationLookup.lineage(bean).stream()
                .filter(type -> !type.isInterface())
                .noneMatch(type -> !RoleRequirement.on(type).isEmpty() || isDeclaredIn(type, method));
    }

    private static boolean isDeclaredIn(Class<?> type, Method method) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(own ->
                        own.getName().equals(method.getName()) && own.getParameterCount() == method.getParameterCount())
                .anyMatch(own -> !RoleRequirement.on(own).isEmpty());
    }

    private static boolean restricts(AnnotatedElement element) {
        return RoleRequirement.on(element).stream().anyMatch(access -> !access.toAll());
    }
}
