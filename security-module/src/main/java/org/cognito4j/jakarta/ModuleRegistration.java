package org.cognito4j.jakarta;

import jakarta.security.auth.message.config.AuthConfigFactory;
import jakarta.servlet.ServletContext;

/** Makes the server ask the {@link CognitoServerAuthModule} about an application, where it has Jakarta Authentication. */
final class ModuleRegistration implements AutoCloseable {

    private final ServletContext application;

    private ModuleRegistration(ServletContext application) {
        this.application = application;
    }

    static AutoCloseable of(ServletContext application) {
        AuthConfigFactory.getFactory().registerServerAuthModule(new CognitoServerAuthModule(), application);
        return new ModuleRegistration(application);
    }

    @Override
    public void close() {
        AuthConfigFactory.getFactory().removeServerAuthModule(application);
    }
}
