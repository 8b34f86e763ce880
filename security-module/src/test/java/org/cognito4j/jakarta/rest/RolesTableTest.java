package org.cognito4j.jakarta.rest;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import java.io.File;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.cognito4j.jakarta.access.RolesAnnotation;
import org.glassfish.jersey.server.filter.RolesAllowedDynamicFeature;
import org.jboss.resteasy.plugins.interceptors.RoleBasedSecurityFeature;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * All combinations of annotations on an interface, a superclass, a class and their methods, beside the features that Jersey and
 * RESTEasy have for them: a caller whom these refuse is refused here, too.
 */
class RolesTableTest {

    private static final List<String> MARKS = List.of("", "@PermitAll", "@DenyAll", "@RolesAllowed");

    /** How the class has the method. */
    private static final List<String> OWN = List.of("inherited", "", "@PermitAll", "@DenyAll", "@RolesAllowed");

    /** The places by whose names the roles are called. */
    private static final List<String> ROLES = List.of("i", "im", "s", "sm", "c", "m");

    private static final List<Class<?>> TABLE = new ArrayList<>();
    private static URLClassLoader classes;

    /** Writes one class for each combination, on the interface's method or on the class's own the annotations of JAX-RS. */
    @BeforeAll
    static void writeTable(@TempDir Path folder) throws Exception {
        List<String> names = new ArrayList<>();
        StringBuilder source = new StringBuilder("import jakarta.annotation.security.*; import jakarta.ws.rs.*;\n");
        for (int type = 0; type < MARKS.size(); type++) {
            for (int method = 0; method < MARKS.size(); method++) {
                source.append(mark(type, "i"))
                        .append(" interface I")
                        .append(type)
                        .append(method)
                        .append("<T> { @GET ")
                        .append(mark(method, "im"))
                        .append(" Object get(T it); }\n");
                source.append(mark(type, "s"))
                        .append(" class S")
                        .append(type)
                        .append(method)
                        .append(" { ")
                        .append(mark(method, "sm"))
                        .append(" public Object get(String it) { return 1; } }\n");
            }
        }
        for (String above : combinations()) {
            for (int type = 0; type < MARKS.size(); type++) {
                for (int own = 0; own < OWN.size(); own++) {
                    for (String rest : own == 0 ? List.of("") : List.of("", "@GET ")) {
                        String name = "C" + names.size();
                        names.add(name);
                        source.append(mark(type, "c"))
                                .append(" class ")
                                .append(name)
                                .append(" extends S")
                                .append(above, 0, 2)
                                .append(" implements I")
                                .append(above, 2, 4)
                                .append("<String> {");
                        if (own > 0) {
                            source.append(rest)
                                    .append(mark(own - 1, "m"))
                                    .append(" @Override public String get(String it) { return \"\"; }");
                        }
                        source.append("}\n");
                    }
                }
            }
        }
        compile(folder, source.toString());
        classes = new URLClassLoader(new URL[] {folder.toUri().toURL()}, RolesTableTest.class.getClassLoader());
        for (String name : names) {
            TABLE.add(classes.loadClass(name));
        }
    }

    @AfterAll
    static void close() throws Exception {
        TABLE.clear();
        classes.close();
    }

    /** Marks of the superclass, its method, the interface and its method. */
    private static List<String> combinations() {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < 256; i++) {
            String marks =
                    String.format(Locale.ROOT, "%4s", Integer.toString(i, 4)).replace(' ', '0');
            if (marks.matches("[03].[03].")) { // a type above the class asks for a role or says nothing
                all.add(marks);
            }
        }
        return all;
    }

    private static String mark(int kind, String role) {
        String mark = MARKS.get(kind);
        return mark.endsWith("RolesAllowed") ? mark + "(\"" + role + "\")" : mark;
    }

    private static void compile(Path folder, String source) throws Exception {
        Path file = Files.writeString(folder.resolve("Table.java"), source);
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            String path = System.getProperty("java.class.path")
                    + File.pathSeparator
                    + apiOf(RolesAllowed.class)
                    + File.pathSeparator
                    + apiOf(jakarta.ws.rs.GET.class);
            assertThat(compiler.getTask(
                                    null,
                                    files,
                                    null,
                                    List.of("-d", folder.toString(), "-cp", path, "-proc:none", "-nowarn"),
                                    null,
                                    files.getJavaFileObjects(file))
                            .call())
                    .isTrue();
        }
    }

    private static String apiOf(Class<?> type) throws Exception {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI())
                .toString();
    }

    @Test
    void admits_no_caller_whom_jersey_refuses() throws Exception {
        assertThat(admittedAgainst(new RolesAllowedDynamicFeature(), true)).isEmpty();
    }

    @Test
    void admits_no_caller_whom_resteasy_refuses() throws Exception {
        assertThat(admittedAgainst(new RoleBasedSecurityFeature(), false)).isEmpty();
    }

    /** What is said on the method itself decides where nothing of JAX-RS is inherited. */
    @Test
    void admits_by_the_method_before_all_else() throws Exception {
        int decided = 0;
        for (Class<?> type : TABLE) {
            Method method = method(type);
            RolesAllowed own = method.getDeclaringClass() == type ? method.getAnnotation(RolesAllowed.class) : null;
            if (own != null) {
                decided++;
                assertThat(admits(ours(type, Set.of()), RestCaller.in(own.value())))
                        .as(text(type))
                        .isTrue();
                assertThat(admits(ours(type, Set.of()), RestCaller.in("i", "im", "s", "sm", "c")))
                        .as(text(type))
                        .isFalse();
            }
        }
        assertThat(decided).isPositive();
    }

    /** Not by an annotation above it, nor by one of the class. */
    @Test
    void admits_no_caller_whom_an_annotation_of_the_method_itself_denies() throws Exception {
        for (Class<?> type : TABLE) {
            Method method = method(type);
            if (method.getDeclaringClass() == type && method.isAnnotationPresent(DenyAll.class)) {
                assertThat(admits(ours(type, Set.of()), RestCaller.in(Set.copyOf(ROLES))))
                        .as(text(type))
                        .isFalse();
            }
        }
    }

    private static List<String> admittedAgainst(DynamicFeature theirs, boolean isJersey) throws Exception {
        List<String> admitted = new ArrayList<>();
        int compared = 0;
        for (Class<?> type : TABLE) {
            Resource resource = new Resource(method(type), type);
            Set<RolesAnnotation> further =
                    isJersey ? ServerAccess.byJersey(resource) : ServerAccess.byResteasy(resource);
            ResourceChecks ours = ours(type, further);
            List<ContainerRequestFilter> filters = filters(theirs, resource);
            for (int roles = 0; roles < 1 << ROLES.size(); roles++) {
                RestCaller caller = RestCaller.in(rolesOf(roles));
                compared++;
                if (admits(ours, caller) && !admits(filters, caller)) {
                    admitted.add(text(type) + " " + caller.roles());
                }
            }
        }
        assertThat(compared).isGreaterThan(100_000);
        return admitted;
    }

    private static ResourceChecks ours(Class<?> type, Set<RolesAnnotation> further) throws Exception {
        return ResourceChecks.of(method(type), type, further, null);
    }

    private static Method method(Class<?> type) throws Exception {
        return type.getMethod("get", String.class);
    }

    private static Set<String> rolesOf(int bits) {
        Set<String> roles = new LinkedHashSet<>();
        for (int i = 0; i < ROLES.size(); i++) {
            if ((bits >> i & 1) == 1) {
                roles.add(ROLES.get(i));
            }
        }
        return roles;
    }

    private static boolean admits(ResourceChecks checks, RestCaller caller) {
        return checks.refusal(request(caller)).isEmpty();
    }

    private static boolean admits(List<ContainerRequestFilter> filters, RestCaller caller) throws Exception {
        try {
            for (ContainerRequestFilter filter : filters) {
                filter.filter(request(caller));
            }
            return true;
        } catch (ForbiddenException refused) {
            return false;
        }
    }

    private static ContainerRequestContext request(RestCaller caller) {
        return (ContainerRequestContext) Proxy.newProxyInstance(
                RolesTableTest.class.getClassLoader(),
                new Class<?>[] {ContainerRequestContext.class},
                (proxy, method, arguments) -> method.getName().equals("getSecurityContext") ? caller : null);
    }

    private static List<ContainerRequestFilter> filters(DynamicFeature feature, ResourceInfo resource) {
        List<ContainerRequestFilter> filters = new ArrayList<>();
        feature.configure(resource, (FeatureContext) Proxy.newProxyInstance(
                RolesTableTest.class.getClassLoader(),
                new Class<?>[] {FeatureContext.class},
                (proxy, method, arguments) -> {
                    filters.add((ContainerRequestFilter) arguments[0]);
                    return proxy;
                }));
        return filters;
    }

    /** What a failure names: the marks from the interface down to the method. */
    private static String text(Class<?> type) throws Exception {
        Class<?> api = type.getInterfaces()[0];
        Class<?> above = type.getSuperclass();
        Method own = method(type);
        return "interface " + marks(api) + ", its method " + marks(api.getMethod("get", Object.class)) + ", superclass "
                + marks(above) + ", its method " + marks(above.getMethod("get", String.class)) + ", class "
                + marks(type)
                + ", method " + (own.getDeclaringClass() == type ? marks(own) : "inherited");
    }

    private static List<String> marks(java.lang.reflect.AnnotatedElement element) {
        List<String> marks = new ArrayList<>();
        for (var annotation : element.getDeclaredAnnotations()) {
            marks.add(annotation.annotationType() == PermitAll.class ? "@PermitAll" : annotation.toString());
        }
        return marks;
    }

    /** A method as a feature is told of it. */
    private record Resource(Method method, Class<?> type) implements ResourceInfo {

        @Override
        public Method getResourceMethod() {
            return method;
        }

        @Override
        public Class<?> getResourceClass() {
            return type;
        }
    }
}
