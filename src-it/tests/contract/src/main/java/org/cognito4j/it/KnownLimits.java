package org.cognito4j.it;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.opentest4j.TestAbortedException;

/**
 * Knows what a server cannot do. Such a test still runs, and has to fail: a limit that is gone is a failure, so that the
 * list stays true. What fails as expected is reported as aborted, with the cause.
 *
 * <p>The system property {@code cognito4j.it.limits} names a file of properties, which may be missing. Its keys are
 * {@code Class.method}, or {@code Class.method/text} for those invocations of a parameterized test whose name holds the
 * text (with {@code _} for each character that is no letter or digit); its values are causes in the server.
 */
public final class KnownLimits implements InvocationInterceptor {

    private final Map<String, String> causes;

    /** Made by JUnit, once for a run. */
    public KnownLimits() {
        this.causes = read(System.getProperty("cognito4j.it.limits"));
    }

    @Override
    public void interceptTestMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> test, ExtensionContext context)
            throws Throwable {
        run(invocation, test, context);
    }

    @Override
    public void interceptTestTemplateMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> test, ExtensionContext context)
            throws Throwable {
        run(invocation, test, context);
    }

    private void run(Invocation<Void> invocation, ReflectiveInvocationContext<Method> test, ExtensionContext context)
            throws Throwable {
        Optional<String> cause = cause(test, context.getDisplayName());
        if (cause.isEmpty()) {
            invocation.proceed();
            return;
        }
        try {
            invocation.proceed();
        } catch (AssertionError | RuntimeException expected) {
            throw new TestAbortedException("Known limit: " + cause.get(), expected);
        }
        throw new AssertionError("This server can do it now, so take it from its known limits: " + cause.get());
    }

    private Optional<String> cause(ReflectiveInvocationContext<Method> test, String displayName) {
        String name = test.getTargetClass().getSimpleName() + "."
                + test.getExecutable().getName();
        String invocation = letters(displayName);
        return causes.entrySet().stream()
                .filter(limit -> isMeant(limit.getKey(), name, invocation))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static boolean isMeant(String key, String name, String invocation) {
        String[] parts = key.split("/", 2);
        return parts[0].equals(name) && (parts.length == 1 || invocation.contains(parts[1]));
    }

    private static String letters(String text) {
        return text.replaceAll("[^A-Za-z0-9]", "_");
    }

    private static Map<String, String> read(String file) {
        if (file == null || !Files.exists(Path.of(file))) {
            return Map.of();
        }
        Properties limits = new Properties();
        try (Reader reader = Files.newBufferedReader(Path.of(file), StandardCharsets.UTF_8)) {
            limits.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return limits.stringPropertyNames().stream().collect(Collectors.toMap(key -> key, limits::getProperty));
    }
}
