package org.cognito4j.jakarta.container;

import jakarta.security.auth.message.config.AuthConfigFactory;
import jakarta.security.auth.message.config.AuthConfigProvider;
import jakarta.servlet.ServletContext;
import java.util.Arrays;
import java.util.Optional;

/** Makes the server ask the {@link CognitoServerAuthModule} about an application, where it has Jakarta Authentication. */
final class AuthModuleRegistration implements AutoCloseable {

    private final ServletContext application;

    private AuthModuleRegistration(ServletContext application) {
        this.application = application;
    }

    static AutoCloseable of(ServletContext application) {
        AuthConfigFactory.getFactory().registerServerAuthModule(new CognitoServerAuthModule(), application);
        return new AuthModuleRegistration(application);
    }

    /**
     * Returns the provider that another party has registered for exactly this application, in words. A registration for all
     * applications gives way to that of one.
     */
    static Optional<String> ofAnother(ServletContext application) {
        AuthConfigFactory factory = AuthConfigFactory.getFactory();
        String context = application.getVirtualServerName() + " " + application.getContextPath();
        AuthConfigProvider provider = factory.getConfigProvider("HttpServlet", context, null);
        if (provider == null) {
            return Optional.empty();
        }
        return Arrays.stream(factory.getRegistrationIDs(provider))
                .map(factory::getRegistrationContext)
                .filter(registration -> registration != null && context.equals(registration.getAppContext()))
                .findFirst()
                .map(registration -> provider.getClass().getName() + ", registered with AuthConfigFactory for it,");
    }

    @Override
    public void close() {
        AuthConfigFactory.getFactory().removeServerAuthModule(application);
    }
}
