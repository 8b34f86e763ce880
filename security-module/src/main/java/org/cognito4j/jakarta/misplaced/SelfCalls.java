package org.cognito4j.jakarta.misplaced;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.cognito4j.SettingFault;
import org.cognito4j.jakarta.access.ClaimRequirement;
import org.cognito4j.jakarta.access.RequiresClaim;
import org.cognito4j.jakarta.access.RequiresScope;
import org.cognito4j.jakarta.access.RoleRequirement;
import org.cognito4j.jakarta.access.RolesAnnotation;
import org.cognito4j.jakarta.access.ScopeRequirement;
import org.cognito4j.jakarta.application.AnnotationLookup;
import org.cognito4j.jakarta.application.ClassRole;
import org.cognito4j.jakarta.application.MethodCalls;
import org.cognito4j.jakarta.application.MethodCalls.Call;

/**
 * Finds methods that call a method of the same object which requires scopes, claims or roles that they do not require: interceptors are
 * in front of calls from other objects alone, so that such a call is open to every caller of the first method.
 */
final class SelfCalls {

    /** By these an object can get at itself as others see it, with the interceptors. */
    private static final Set<String> LOOK_UPS = Set.of(
            "jakarta.enterprise.inject.Instance",
            "jakarta.enterprise.inject.spi.CDI",
            "jakarta.enterprise.inject.spi.BeanManager",
            "jakarta.inject.Provider",
            "jakarta.ejb.EJBContext",
            "jakarta.ejb.SessionContext",
            "javax.naming.Context",
            "javax.naming.InitialContext");

    private final Class<?> bean;
    private final Map<String, Method> methods = new HashMap<>();
    private final Map<String, Set<String>> callers = new HashMap<>();
    private boolean mayBeOfOthers;

    private SelfCalls(Class<?> bean) {
        this.bean = bean;
    }

    /** What a method requires of its callers. */
    private record Required(Set<RequiresScope> scopes, Set<RequiresClaim> claims, Set<RolesAnnotation> roles) {

        boolean isNothing() {
            return scopes.isEmpty() && claims.isEmpty() && roles.isEmpty();
        }
    }

    /**
     * Finds the calls in classes that containers make.
     *
     * @param beans the classes
     * @param faults takes the calls of methods that require nothing, in beans of CDI
     * @param doubts takes those of methods that require something else, or that may be calls of another object
     */
    static void find(Collection<Class<?>> beans, List<SettingFault> faults, List<SettingFault> doubts) {
        Set<Class<?>> types = new LinkedHashSet<>(beans);
        types.removeIf(type -> type.isInterface()
                || AnnotationLookup.lineage(type).stream()
                        .noneMatch(each -> ScopeRequirement.isWithin(each)
                                || ClaimRequirement.isWithin(each)
                                || RoleRequirement.isWithin(each)));
        for (Class<?> type : types) {
            try {
                SelfCalls calls = new SelfCalls(type);
                AnnotationLookup.lineage(type).forEach(calls::read);
                calls.report(faults, doubts);
            } catch (LinkageError e) {
                // A class that names absent classes cannot be a bean.
            }
        }
    }

    private void read(Class<?> type) {
        String file = "/" + type.getName().replace('.', '/') + ".class";
        try (InputStream in = type.getResourceAsStream(file)) {
            if (in == null || type.getClassLoader() == null) {
                return;
            }
            for (Method method : type.getDeclaredMethods()) {
                methods.putIfAbsent(signature(method), method);
            }
            MethodCalls calls = MethodCalls.in(new BufferedInputStream(in));
            Set<String> lineage =
                    AnnotationLookup.lineage(bean).stream().map(Class::getName).collect(Collectors.toSet());
            calls.calls().stream()
                    .filter(call -> lineage.contains(call.owner()) && !isOfSuperclass(call, type))
                    .forEach(call -> callers.computeIfAbsent(call.called(), key -> new TreeSet<>())
                            .add(call.caller()));
            mayBeOfOthers |= calls.classes().stream().anyMatch(LOOK_UPS::contains) || hasFieldOfItself(type);
        } catch (IOException e) {
            // Where the class file cannot be read, its calls are not known.
        }
    }

    /** A method that an override calls is not the one that others call. */
    private static boolean isOfSuperclass(Call call, Class<?> type) {
        return call.isSpecial() && !call.owner().equals(type.getName());
    }

    private boolean hasFieldOfItself(Class<?> type) {
        return Arrays.stream(type.getDeclaredFields())
                .map(Field::getType)
                .anyMatch(field -> field != Object.class && field.isAssignableFrom(bean));
    }

    private void report(List<SettingFault> faults, List<SettingFault> doubts) {
        boolean isKnown = ClassRole.of(bean) == ClassRole.OTHER && !mayBeOfOthers;
        new TreeSet<>(callers.keySet()).forEach(called -> {
            Required required = required(called);
            if (!required.isNothing()) {
                for (String caller : entrances(called, required, new TreeSet<>())) {
                    boolean isFault = isKnown && required(caller).isNothing();
                    (isFault ? faults : doubts).add(fault(name(caller), name(called)));
                }
            }
        });
    }

    private SettingFault fault(String caller, String called) {
        return new SettingFault(
                bean.getName() + "." + called,
                "its @RequiresScope, @RequiresClaim, @RolesAllowed or @DenyAll is not enforced when " + caller
                        + " calls it on the same object,"
                        + " as interceptors are in front of calls from other objects alone",
                "Annotate " + caller + " as well, or move " + called + " to another bean");
    }

    /** Returns the methods that others call, that lead to a method, and that do not require the same. */
    private Set<String> entrances(String called, Required required, Set<String> seen) {
        Set<String> entrances = new TreeSet<>();
        for (String caller : callers.getOrDefault(called, Set.of())) {
            if (!seen.add(caller)) {
                continue;
            }
            Optional<Method> method = Optional.ofNullable(methods.get(caller));
            if (method.isEmpty() || method.get().isBridge() || LifeCycleMethods.includes(method.get())) {
                continue; // a constructor, or what the container calls
            }
            if (isInner(method.get())) {
                entrances.addAll(entrances(caller, required, seen));
            } else if (!required(caller).equals(required)) {
                entrances.add(caller);
            }
        }
        return entrances;
    }

    private static boolean isInner(Method method) {
        return Modifier.isPrivate(method.getModifiers()) || method.isSynthetic();
    }

    private Required required(String signature) {
        Method method = methods.get(signature);
        if (method == null || isInner(method) || Modifier.isStatic(method.getModifiers())) {
            return new Required(Set.of(), Set.of(), Set.of());
        }
        AnnotationLookup elements = new AnnotationLookup(method, bean);
        Set<RolesAnnotation> roles = new LinkedHashSet<>(elements.mostSpecific(RoleRequirement::on));
        roles.removeIf(RolesAnnotation::toAll);
        return new Required(elements.mostSpecific(ScopeRequirement::on), ClaimRequirement.deciding(elements), roles);
    }

    private static String name(String signature) {
        return signature.substring(0, signature.indexOf('('));
    }

    private static String signature(Method method) {
        String parameters = Arrays.stream(method.getParameterTypes())
                .map(Class::descriptorString)
                .collect(Collectors.joining());
        return method.getName() + "(" + parameters + ")"
                + method.getReturnType().descriptorString();
    }
}
