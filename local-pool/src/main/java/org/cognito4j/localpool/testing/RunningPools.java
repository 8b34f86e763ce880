package org.cognito4j.localpool.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.cognito4j.localpool.LocalPool;
import org.cognito4j.localpool.PoolDefinition;

/** The pools of the test classes that run; JUnit and Arquillian, whichever comes first, start one and share it. */
final class RunningPools {
    private static final Map<Class<?>, LocalPool> POOLS = new ConcurrentHashMap<>();

    private RunningPools() {}

    /** The class with the annotation: the test class itself, one it extends or one around it. */
    static Optional<Class<?>> owner(Class<?> testClass) {
        for (Class<?> owner = testClass; owner != null; owner = owner.getEnclosingClass()) {
            if (owner.isAnnotationPresent(WithLocalPool.class)) {
                return Optional.of(owner);
            }
        }
        return Optional.empty();
    }

    static LocalPool of(Class<?> owner) {
        return POOLS.computeIfAbsent(owner, RunningPools::start);
    }

    static void close(Class<?> owner) {
        LocalPool pool = POOLS.remove(owner);
        if (pool != null) {
            pool.close();
        }
    }

    private static LocalPool start(Class<?> owner) {
        WithLocalPool wanted = owner.getAnnotation(WithLocalPool.class);
        return LocalPool.start(
                wanted.definition().isEmpty() ? definition(wanted.scopes()) : read(owner, wanted.definition()));
    }

    private static PoolDefinition read(Class<?> owner, String name) {
        try (InputStream yaml = owner.getResourceAsStream(name)) {
            if (yaml == null) {
                throw new IllegalArgumentException("There is no resource " + name + " beside " + owner.getName());
            }
            return PoolDefinition.read(yaml);
        } catch (IOException e) {
            throw new UncheckedIOException("The resource " + name + " cannot be read", e);
        }
    }

    /** A pool whose resource servers are what stands before the last slash of the scopes. */
    private static PoolDefinition definition(String... scopes) {
        Map<String, List<String>> servers = Arrays.stream(scopes)
                .collect(Collectors.groupingBy(
                        scope -> scope.substring(0, Math.max(scope.lastIndexOf('/'), 0)),
                        LinkedHashMap::new,
                        Collectors.mapping(scope -> scope.substring(scope.lastIndexOf('/') + 1), Collectors.toList())));
        PoolDefinition.Builder pool = PoolDefinition.builder("eu-west-1_LocalPool");
        servers.forEach((identifier, names) -> pool.resourceServer(identifier, names.toArray(String[]::new)));
        return pool.client("machine", client -> client.scopes(scopes)).build();
    }
}
