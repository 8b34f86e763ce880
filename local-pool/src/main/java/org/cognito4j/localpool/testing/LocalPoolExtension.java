package org.cognito4j.localpool.testing;

import org.cognito4j.localpool.LocalCognito;
import org.cognito4j.localpool.LocalPool;
import org.cognito4j.localpool.TestTokens;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** What {@link WithLocalPool} does in JUnit 5. */
final class LocalPoolExtension implements BeforeAllCallback, AfterAllCallback, ParameterResolver {

    @Override
    public void beforeAll(ExtensionContext context) {
        pool(context);
    }

    /** A nested class leaves the pool to the class around it. */
    @Override
    public void afterAll(ExtensionContext context) {
        Class<?> testClass = context.getRequiredTestClass();
        RunningPools.owner(testClass).filter(testClass::equals).ifPresent(RunningPools::close);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == LocalPool.class || type == LocalCognito.class || type == TestTokens.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        LocalPool pool = pool(context);
        Class<?> type = parameter.getParameter().getType();
        if (type == LocalPool.class) {
            return pool;
        }
        return type == LocalCognito.class
                ? pool.server()
                : pool.tokens(pool.clients().get(0).name());
    }

    private static LocalPool pool(ExtensionContext context) {
        return RunningPools.of(
                RunningPools.owner(context.getRequiredTestClass()).orElseThrow());
    }
}
